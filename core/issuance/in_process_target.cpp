// SPDX-License-Identifier: MIT
#include "issuance/in_process_target.h"

#include "issuance/issuance_text.h"

#include "database/schema.h"
#include "issuance/conditional_update_issuer.h"
#include "issuance/group_commit_issuer.h"
#include "issuance/issuance_log.h"
#include "issuance/named_lock_issuer.h"
#include "issuance/optimistic_issuer.h"
#include "issuance/pessimistic_issuer.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

class InProcessSession final : public TargetSession
{
public:
    /// `soldOut` is the latch of all sessions, null without one.
    InProcessSession(std::unique_ptr<Issuer> issuer, CouponId coupon, std::atomic<bool> *soldOut,
                     ServiceLog *log)
        : m_issuer(std::move(issuer))
        , m_coupon(coupon)
        , m_soldOut(soldOut)
        , m_log(log)
    {}

    void send(const Request &request, Operation &operation) override
    {
        const IssueAnswer answer = ask(request);
        operation.outcome = answer.outcome;
        operation.reason = answer.reason;
        operation.rowId = answer.rowId;
        operation.stockRead = static_cast<std::int32_t>(answer.stockRead);
        operation.lockedUs = answer.lockedUs;
        operation.wroteUs = answer.wroteUs;
        operation.committedUs = answer.committedUs;
        operation.errorCode = static_cast<std::uint16_t>(answer.errorCode);
        operation.attempts = static_cast<std::uint8_t>(std::min(answer.attempts, 255));
    }

private:
    /// Stock never comes back in a run, so that "out of stock" stays true once it was: whoever asks
    /// after it had been told need not trouble the database.
    IssueAnswer ask(const Request &request)
    {
        const UserId user{request.user};
        if (m_soldOut != nullptr && m_soldOut->load(std::memory_order_acquire)) {
            IssueAnswer answer;
            answer.outcome = Outcome::OutOfStock;
            answer.attempts = 1;
            logIssuing(m_log, user, m_coupon);
            logAnswer(m_log, user, m_coupon, answer);
            return answer;
        }
        const IssueAnswer answer =
            m_issuer->issue(user, m_coupon, request.invokedNs, request.timeoutNs);
        if (m_soldOut != nullptr && answer.outcome == Outcome::OutOfStock) {
            m_soldOut->store(true, std::memory_order_release);
        }
        return answer;
    }

    std::unique_ptr<Issuer> m_issuer;
    CouponId m_coupon;
    std::atomic<bool> *m_soldOut;
    ServiceLog *m_log;
};

} // namespace

InProcessTarget::InProcessTarget(ConnectionSettings settings, ServiceSettings service,
                                 CouponId coupon, std::int64_t timeoutNs, int workers,
                                 ServiceLog *log)
    : m_settings(std::move(settings))
    , m_service(service)
    , m_coupon(coupon)
    , m_timeoutNs(timeoutNs)
    , m_log(log)
    , m_shared(sharedServiceOf(m_settings, m_service, m_timeoutNs, m_log))
{
    m_remotes.reserve(static_cast<std::size_t>(workers));
    for (int i = 0; i < workers; ++i) {
        m_remotes.push_back(std::make_shared<IssuerSession::Remote>());
    }
    if (m_shared) {
        m_remotes.insert(m_remotes.end(), m_shared->remotes().begin(), m_shared->remotes().end());
    }
    m_connectionIds.resize(m_remotes.size(), 0);
}

InProcessTarget::~InProcessTarget() = default;

Result<std::unique_ptr<TargetSession>, std::string> InProcessTarget::open(std::size_t worker)
{
    const auto &remote = m_remotes[worker];
    const auto tryOnce = [this, &remote] {
        return openIssuer(
            std::make_unique<IssuerSession>(m_settings, m_service, m_timeoutNs, remote, m_log),
            m_shared);
    };
    auto issuer = tryOnce();
    // A crowd that connects at once can keep a busy server silent for longer than a request may
    // take. The clock does not run yet, so another try costs nothing but patience.
    for (int tries = 1; tries < kOpenTries && !issuer; ++tries) {
        if (issuer.error().kind != SqlErrorKind::ConnectionLost) {
            break;
        }
        issuer = tryOnce();
    }
    if (!issuer) {
        return Failure{issuer.error().message.toStdString()};
    }
    m_connectionIds[worker] = remote->connectionId.load();
    return std::unique_ptr<TargetSession>(std::make_unique<InProcessSession>(
        std::move(issuer).value(), m_coupon, m_service.soldOutLatch ? &m_soldOut : nullptr, m_log));
}

void InProcessTarget::interrupt(std::size_t worker)
{
    IssuerSession::Remote &remote = *m_remotes[worker];
    remote.withdrawn.store(true);
    if (m_shared) {
        m_shared->gathering().callEverybody(); // also where the server cannot be reached
        if (openControl()) {
            m_shared->withdraw(*m_control);
        }
        return;
    }
    const qint64 id = remote.connectionId.load();
    if (id == 0) {
        return;
    }
    if (!openControl()) {
        return; // tried again at the next call; the statement limits end the wait anyway
    }
    // The connection may just have ended by itself: then there is nothing to break off.
    const auto done = m_control->execute(QStringLiteral("KILL QUERY %1").arg(id));
    if (!done && done.error().kind == SqlErrorKind::ConnectionLost) {
        m_control.reset(); // opened again at the next call
    }
}

bool InProcessTarget::openControl()
{
    if (!m_control) {
        auto opened = Connection::open(m_settings);
        if (opened) {
            m_control = std::move(opened).value();
        }
    }
    return m_control != nullptr;
}

void InProcessTarget::loadEnded()
{
    const bool sameConnections = noteConnections();
    if (m_settings.comesBack) {
        m_control.reset(); // from before a fault it may be dead
    }
    if (!openControl()) {
        m_lockingReads = Failure{
            IssuanceText::tr("The server did not let Stampede connect once more to ask it.")};
        return;
    }
    m_lockingReads = countPreparedLockingReads(*m_control, m_connectionIds, kCouponTable);
    if (m_lockingReads && !sameConnections) {
        m_lockingReads.value().complete = false;
    }
}

bool InProcessTarget::noteConnections()
{
    bool isFirst = true;
    for (std::size_t line = 0; line < m_remotes.size(); ++line) {
        const IssuerSession::Remote &remote = *m_remotes[line];
        if (const qint64 id = remote.connectionId.load(); id != 0) {
            m_connectionIds[line] = id;
        }
        isFirst = isFirst && remote.opened.load() <= 1;
    }
    return isFirst;
}

std::vector<qint64> InProcessTarget::connectionIds() const
{
    std::vector<qint64> ids;
    for (const auto &remote : m_remotes) {
        const std::vector<qint64> ofLine = remote->everyId();
        ids.insert(ids.end(), ofLine.begin(), ofLine.end());
    }
    return ids;
}

std::vector<qint64> InProcessTarget::currentConnectionIds() const
{
    std::vector<qint64> ids;
    for (const auto &remote : m_remotes) {
        if (const qint64 id = remote->connectionId.load(); id != 0) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::shared_ptr<GroupCommitService> sharedServiceOf(const ConnectionSettings &settings,
                                                    const ServiceSettings &service,
                                                    std::int64_t timeoutNs, ServiceLog *log,
                                                    StatementHook *hook)
{
    if (service.strategy != StrategyKind::Grouped) {
        return nullptr;
    }
    return std::make_shared<GroupCommitService>(settings, service, timeoutNs, log, hook);
}

Result<std::unique_ptr<Issuer>, SqlError>
openIssuer(std::unique_ptr<IssuerSession> session,
           const std::shared_ptr<GroupCommitService> &shared)
{
    switch (session->service().strategy) {
    case StrategyKind::Pessimistic:
        return PessimisticIssuer::open(std::move(session));
    case StrategyKind::ConditionalUpdate:
        return ConditionalUpdateIssuer::open(std::move(session));
    case StrategyKind::Optimistic:
        return OptimisticIssuer::open(std::move(session));
    case StrategyKind::NamedLock:
        return NamedLockIssuer::open(std::move(session));
    case StrategyKind::Grouped:
        STAMPEDE_CHECK(shared != nullptr);
        return GroupCommitIssuer::open(std::move(session), shared);
    }
    STAMPEDE_CHECK(false);
}

} // namespace stampede
