// SPDX-License-Identifier: MIT
#pragma once

#include "checker/judgement.h"

#include <array>
#include <span>
#include <vector>

namespace stampede {

/// Gathers wrong operations by condition while a history is judged, and makes sorted users,
/// witnesses and the list of wrong operations of them.
class Findings
{
public:
    explicit Findings(std::span<const JudgedOperation> operations)
        : m_operations(operations)
    {}

    void add(Condition condition, std::uint32_t operation)
    {
        m_found[indexOf(condition)].push_back(operation);
    }
    [[nodiscard]] bool any(Condition condition) const
    {
        return !m_found[indexOf(condition)].empty();
    }
    /// Leaves one operation a user, the earliest invoked.
    void keepFirstOfEachUser(Condition condition);
    /// The users and the first witnesses of that condition's operations. A witness has the user,
    /// the operation, its answer and when that had come.
    [[nodiscard]] Violation violationOf(Condition condition) const;
    /// Every operation of the watched conditions once, with the first of them.
    [[nodiscard]] std::vector<WrongOperation> wrongOperations(ConditionMask watched) const;

private:
    std::span<const JudgedOperation> m_operations;
    std::array<std::vector<std::uint32_t>, kConditionCount> m_found;
};

} // namespace stampede
