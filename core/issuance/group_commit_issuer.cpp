// SPDX-License-Identifier: MIT
#include "issuance/group_commit_issuer.h"

#include "base/clock.h"
#include "issuance/group_commit_batch.h"
#include "issuance/issuance_log.h"

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

/// How long after its time an answer may still come: then only a silent server is left.
constexpr std::int64_t kGraceNs = 2 * kNsPerSecond;

} // namespace

Result<std::unique_ptr<Issuer>, SqlError>
GroupCommitIssuer::open(std::unique_ptr<IssuerSession> session,
                        std::shared_ptr<GroupCommitService> service)
{
    if (const auto ready = service->waitUntilConnected(); !ready) {
        return Failure{ready.error()};
    }
    return std::unique_ptr<Issuer>(new GroupCommitIssuer(std::move(session), std::move(service)));
}

GroupCommitIssuer::GroupCommitIssuer(std::unique_ptr<IssuerSession> session,
                                     std::shared_ptr<GroupCommitService> service)
    : m_session(std::move(session))
    , m_service(std::move(service))
{
    m_service->seat(m_session->sharedRemote());
}

IssueAnswer GroupCommitIssuer::issue(UserId user, CouponId coupon, std::int64_t startedNs,
                                     std::int64_t timeoutNs)
{
    logIssuing(m_session->log(), user, coupon);
    if (!m_call) {
        m_call = std::make_unique<GroupCommitRequest>();
    }
    auto &request = static_cast<GroupCommitRequest &>(*m_call);
    request.key = coupon.value;
    request.deadlineNs = startedNs + timeoutNs;
    request.user = user;
    request.coupon = coupon;
    request.startedNs = startedNs;
    request.answer = IssueAnswer();
    IssuerSession::Remote &remote = m_session->remote();
    remote.waits.store(true);
    m_service->gathering().join(request);
    const auto parting = m_service->gathering().await(m_call, kGraceNs, remote.withdrawn);
    remote.waits.store(false);
    IssueAnswer answer;
    if (parting == BatchQueue::Parting::Abandoned) {
        answer.attempts = 1;
        answer.reason = UnknownReason::Timeout;
    } else {
        answer = request.answer;
        answer.attempts = std::max(answer.attempts, 1);
    }
    if (parting == BatchQueue::Parting::TimeUp) {
        answer.outcome = Outcome::Contention;
    } else if (parting == BatchQueue::Parting::Withdrawn) {
        answer.outcome = Outcome::Interrupted;
    }
    logAnswer(m_session->log(), user, coupon, answer);
    return answer;
}

} // namespace stampede
