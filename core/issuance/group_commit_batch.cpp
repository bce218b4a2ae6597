// SPDX-License-Identifier: MIT
#include "issuance/group_commit_batch.h"

#include "base/clock.h"

#include <algorithm>

namespace stampede {

std::uint32_t GroupCommitRequest::momentUs(std::int64_t ns) const
{
    return std::min(Operation::stampUs(ns - startedNs), Operation::kNotReached - 1);
}

std::vector<UserId> GroupCommitBatch::users() const
{
    std::vector<UserId> all;
    all.reserve(m_requests.size());
    for (const GroupCommitRequest *const request : m_requests) {
        all.push_back(request->user);
    }
    return all;
}

std::vector<UserId> GroupCommitBatch::choose(const Users &holders)
{
    m_known = holders;
    std::vector<UserId> chosen;
    chosen.reserve(m_requests.size());
    for (GroupCommitRequest *const request : m_requests) {
        if (static_cast<std::int64_t>(chosen.size()) >= m_stock) {
            break; // from here on there is none left, whoever asks
        }
        ++m_reached;
        const std::int64_t user = request->user.value;
        if (!m_known.contains(user) && m_chosen.insert(user).second) {
            chosen.push_back(request->user);
        }
    }
    return chosen;
}

void GroupCommitBatch::conclude(const Rows &rows, const Users &existing)
{
    Users served;
    std::int64_t left = m_stock;
    m_decided.reserve(m_requests.size());
    for (std::size_t i = 0; i < m_requests.size(); ++i) {
        GroupCommitRequest &request = *m_requests[i];
        request.answer.stockRead = left;
        if (i >= m_reached && left > 0) {
            m_undecided.push_back(&request);
            continue;
        }
        const std::int64_t user = request.user.value;
        const auto row = rows.find(user);
        if (i >= m_reached) {
            refuse(request, Outcome::OutOfStock);
        } else if (row != rows.end() && served.insert(user).second) {
            request.answer.outcome = Outcome::Issued;
            request.answer.rowId = row->second;
            --left;
            m_decided.push_back(&request);
        } else if (row != rows.end() || m_known.contains(user) || existing.contains(user)) {
            ++m_holders;
            refuse(request, Outcome::AlreadyIssued);
        } else {
            refuse(request, Outcome::NotFound);
        }
    }
}

void GroupCommitBatch::refuse(GroupCommitRequest &request, Outcome outcome)
{
    request.answer.outcome = outcome;
    m_decided.push_back(&request);
}

} // namespace stampede
