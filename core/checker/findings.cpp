// SPDX-License-Identifier: MIT
#include "checker/findings.h"

#include <algorithm>
#include <tuple>

namespace stampede {

namespace {

/// Of one user's many wrong answers the first proves as much as all: so many are looked at.
constexpr std::size_t kLookedAt = kMostWitnesses * 10;

} // namespace

void Findings::keepFirstOfEachUser(Condition condition)
{
    std::vector<std::uint32_t> &found = m_found[indexOf(condition)];
    std::sort(found.begin(), found.end(), [this](std::uint32_t left, std::uint32_t right) {
        const JudgedOperation &a = m_operations[left];
        const JudgedOperation &b = m_operations[right];
        return std::tuple(a.user, a.invokedNs, left) < std::tuple(b.user, b.invokedNs, right);
    });
    found.erase(std::unique(found.begin(), found.end(),
                            [this](std::uint32_t left, std::uint32_t right) {
                                return m_operations[left].user == m_operations[right].user;
                            }),
                found.end());
}

Violation Findings::violationOf(Condition condition) const
{
    Violation violation;
    violation.condition = condition;
    std::vector<std::uint32_t> found = m_found[indexOf(condition)];
    violation.users.reserve(found.size());
    for (const std::uint32_t index : found) {
        violation.users.push_back(m_operations[index].user);
    }
    std::sort(violation.users.begin(), violation.users.end());
    violation.users.erase(std::unique(violation.users.begin(), violation.users.end()),
                          violation.users.end());

    const auto toldFirst = [this](std::uint32_t left, std::uint32_t right) {
        const JudgedOperation &a = m_operations[left];
        const JudgedOperation &b = m_operations[right];
        return std::tuple(a.returnedNs, a.user, left) < std::tuple(b.returnedNs, b.user, right);
    };
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), kLookedAt));
    std::partial_sort(found.begin(), end, found.end(), toldFirst);
    for (auto next = found.begin(); next != end; ++next) {
        const JudgedOperation &operation = m_operations[*next];
        const bool known = std::any_of(
            violation.witnesses.begin(), violation.witnesses.end(),
            [&operation](const Witness &witness) { return witness.user == operation.user; });
        if (known) {
            continue;
        }
        if (violation.witnesses.size() == kMostWitnesses) {
            break;
        }
        Witness witness;
        witness.user = operation.user;
        witness.operation = *next;
        witness.answer = operation.outcome;
        witness.toldNs = operation.returnedNs;
        violation.witnesses.push_back(witness);
    }
    return violation;
}

std::vector<WrongOperation> Findings::wrongOperations(ConditionMask watched) const
{
    std::vector<WrongOperation> wrong;
    for (const Condition condition : kAllConditions) {
        if ((watched & maskOf(condition)) != 0) {
            for (const std::uint32_t operation : m_found[indexOf(condition)]) {
                wrong.push_back({operation, condition});
            }
        }
    }
    std::sort(wrong.begin(), wrong.end(),
              [](const WrongOperation &left, const WrongOperation &right) {
                  return std::tuple(left.operation, left.condition) <
                         std::tuple(right.operation, right.condition);
              });
    wrong.erase(std::unique(wrong.begin(), wrong.end(),
                            [](const WrongOperation &left, const WrongOperation &right) {
                                return left.operation == right.operation;
                            }),
                wrong.end());
    return wrong;
}

} // namespace stampede
