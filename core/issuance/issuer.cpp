// SPDX-License-Identifier: MIT
#include "issuance/issuer.h"

#include "base/clock.h"
#include "issuance/issuance_log.h"

#include <algorithm>
#include <utility>

namespace stampede {

TransactionIssuer::TransactionIssuer(std::unique_ptr<IssuerSession> session)
    : m_session(std::move(session))
{}

Result<std::unique_ptr<Issuer>, SqlError>
TransactionIssuer::opened(std::unique_ptr<TransactionIssuer> issuer)
{
    auto ready = issuer->m_session->open();
    if (ready) {
        ready = issuer->prepareStatements();
    }
    if (!ready) {
        return Failure{ready.error()};
    }
    return std::unique_ptr<Issuer>(std::move(issuer));
}

IssueAnswer TransactionIssuer::issue(UserId user, CouponId coupon, std::int64_t startedNs,
                                     std::int64_t timeoutNs)
{
    m_startedNs = startedNs;
    m_timeoutNs = timeoutNs;
    IssueAnswer answer;
    logIssuing(m_session->log(), user, coupon);
    if (!ensureConnected(answer)) {
        return answer;
    }
    for (;;) {
        ++answer.attempts;
        answer.stockRead = -1;
        answer.lockedUs = answer.wroteUs = answer.committedUs = Operation::kNotReached;
        const auto inTime = keepInTime();
        const Attempt tried = inTime ? attempt(user, coupon, answer) : failed(inTime.error());
        if (tried.outcome) {
            answer.outcome = *tried.outcome;
            break;
        }
        if (settleError(tried, answer) == Next::Done || m_renewConnection) {
            break;
        }
    }
    if (std::exchange(m_renewConnection, false) && m_session->isOpen()) {
        disconnect();
    }
    logAnswer(m_session->log(), user, coupon, answer);
    return answer;
}

bool TransactionIssuer::ensureConnected(IssueAnswer &answer)
{
    if (m_session->isOpen()) {
        return true;
    }
    const auto connectOnce = [this] {
        auto connected = m_session->open();
        if (connected) {
            connected = prepareStatements();
        }
        if (!connected) {
            disconnect();
        }
        return connected;
    };
    const auto opened = m_session->connectBy(m_startedNs + m_timeoutNs, connectOnce,
                                             [this] { return m_session->withdrawn(); });
    if (opened) {
        return true;
    }
    // Nothing of this request has left for the server, so it cannot have taken effect.
    answer.outcome = m_session->withdrawn() ? Outcome::Interrupted : Outcome::NotSent;
    answer.errorCode = opened.error().code;
    answer.attempts = 1;
    return false;
}

TransactionIssuer::Next TransactionIssuer::settleError(const Attempt &attempt, IssueAnswer &answer)
{
    const SqlError &error = attempt.error;
    answer.errorCode = error.code;
    // After any error the transaction is ended explicitly: 1205 and 1062 undo the statement only,
    // and after 1213 and 1020 a COMMIT would say yes to nothing.
    const bool rolledBack =
        error.kind != SqlErrorKind::ConnectionLost && m_session->rollback().ok();
    if (!rolledBack) {
        disconnect();
        answer.outcome = Outcome::Unknown;
        if (attempt.atCommit) {
            answer.reason = UnknownReason::InDoubt;
        } else {
            answer.reason = remainingNs() <= 0 ? UnknownReason::Timeout : UnknownReason::Reset;
        }
        return Next::Done;
    }
    switch (error.kind) {
    case SqlErrorKind::Deadlock:
    case SqlErrorKind::LockWaitTimeout:
    case SqlErrorKind::ChangedRow:
        answer.outcome = Outcome::Contention;
        return answer.attempts <= m_session->service().retries && !m_session->withdrawn()
                   ? Next::Retry
                   : Next::Done;
    case SqlErrorKind::StatementTimeout:
        answer.outcome = Outcome::Contention;
        return Next::Done;
    case SqlErrorKind::Interrupted:
    case SqlErrorKind::DuplicateKey:
    case SqlErrorKind::ConnectionLost:
    case SqlErrorKind::Refused:
    case SqlErrorKind::Other:
        break;
    }
    if (attempt.atCommit) {
        // Only the server knows how far the commit came when it reported this.
        answer.outcome = Outcome::Unknown;
        answer.reason = UnknownReason::InDoubt;
    } else if (error.kind == SqlErrorKind::Interrupted && m_session->withdrawn()) {
        answer.outcome = Outcome::Interrupted;
    } else {
        answer.outcome = Outcome::ServerError;
    }
    return Next::Done;
}

void TransactionIssuer::renew()
{
    if (m_session->isOpen()) {
        disconnect();
    }
}

void TransactionIssuer::disconnect()
{
    m_session->hangUp();
    releaseStatements();
    m_session->close();
}

std::int64_t TransactionIssuer::remainingNs() const
{
    return m_startedNs + m_timeoutNs - monotonicNs();
}

Result<void, SqlError> TransactionIssuer::keepInTime()
{
    const std::int64_t left = remainingNs();
    if (left <= 0) {
        return Failure{SqlError{SqlErrorKind::StatementTimeout, 0, {}}};
    }
    return m_session->limitStatements(left);
}

std::uint32_t TransactionIssuer::elapsedUs() const
{
    const std::int64_t us = (monotonicNs() - m_startedNs) / kNsPerUs;
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(us, 0, std::int64_t{Operation::kNotReached} - 1));
}

TransactionIssuer::Attempt TransactionIssuer::decided(Outcome outcome)
{
    return {outcome, {}, false};
}

TransactionIssuer::Attempt TransactionIssuer::refuse(Outcome outcome)
{
    if (auto done = m_session->rollback(); !done) {
        return failed(done.error());
    }
    return {outcome, {}, false};
}

TransactionIssuer::Attempt TransactionIssuer::insertFailed(const SqlError &error, UserId user,
                                                           CouponId coupon, IssueAnswer &answer)
{
    if (error.kind != SqlErrorKind::DuplicateKey) {
        return failed(error);
    }
    answer.errorCode = error.code;
    logBlockedByKey(m_session->log(), user, coupon);
    return refuse(Outcome::AlreadyIssued);
}

TransactionIssuer::Attempt TransactionIssuer::commitIssued(std::int64_t row, IssueAnswer &answer)
{
    if (auto mayGoOn = m_session->nextStep(); !mayGoOn) {
        return failed(mayGoOn.error());
    }
    // Without an answer the row may not be there, and its id is told to nobody.
    if (auto done = m_session->commit(); !done) {
        return {std::nullopt, done.error(), true};
    }
    answer.rowId = row;
    answer.committedUs = elapsedUs();
    return {Outcome::Issued, {}, false};
}

TransactionIssuer::Attempt TransactionIssuer::failed(const SqlError &error)
{
    return {std::nullopt, error, false};
}

} // namespace stampede
