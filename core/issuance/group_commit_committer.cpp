// SPDX-License-Identifier: MIT
#include "issuance/group_commit_committer.h"

#include "base/clock.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <thread>
#include <utility>

namespace stampede {

namespace {

/// What one transaction serves at most: enough that a larger one would not be cheaper a request.
constexpr std::size_t kMostInBatch = 512;
/// From one holder in so many requests on, reading who holds is cheaper than having the key refuse.
constexpr std::size_t kOneHolderIn = 8;

std::vector<BatchedCall *> callsOf(const std::vector<GroupCommitRequest *> &requests)
{
    return {requests.begin(), requests.end()};
}

} // namespace

GroupCommitter::GroupCommitter(std::unique_ptr<IssuerSession> session, BatchQueue &gathering,
                               std::int64_t timeoutNs)
    : m_session(std::move(session))
    , m_queue(gathering)
    , m_timeoutNs(timeoutNs)
    , m_statements(*m_session)
{}

GroupCommitter::~GroupCommitter() = default;

Result<void, SqlError> GroupCommitter::open()
{
    auto opened = connect();
    for (int tries = 1; tries < kOpenTries && !opened; ++tries) {
        if (opened.error().kind != SqlErrorKind::ConnectionLost) {
            break;
        }
        opened = connect();
    }
    return opened;
}

Result<void, SqlError> GroupCommitter::connect()
{
    auto opened = m_session->open();
    if (opened) {
        opened = m_statements.prepare();
    }
    if (!opened) {
        disconnect();
    }
    return opened;
}

void GroupCommitter::disconnect()
{
    m_session->hangUp();
    m_statements.release();
    m_session->close();
}

void GroupCommitter::serve()
{
    while (const auto coupon = m_queue.gather()) {
        serveOnce(CouponId{*coupon});
    }
    disconnect();
}

void GroupCommitter::serveOnce(CouponId coupon)
{
    if (!m_session->isOpen()) {
        const auto opened = m_session->connectBy(
            monotonicNs() + m_timeoutNs, [this] { return connect(); },
            [this] { return m_queue.isClosed(); });
        if (!opened) {
            // Nothing of these requests has left for the server.
            Requests requests = take(coupon);
            for (GroupCommitRequest *const request : requests) {
                request->answer.outcome = Outcome::NotSent;
                request->answer.errorCode = opened.error().code;
            }
            answer(requests);
            return;
        }
    }
    // Those who wait for the lock leave by themselves when their time is up.
    Result<void, SqlError> limited = m_session->limitStatements(m_timeoutNs);
    auto locked = limited ? m_statements.lock(coupon) : Failure{limited.error()};
    Requests requests = take(coupon);
    const std::int64_t lockedNs = monotonicNs();
    if (!locked) {
        settle(requests, locked.error(), Stage::Locking);
        return;
    }
    for (GroupCommitRequest *const request : requests) {
        request->answer.lockedUs = request->momentUs(lockedNs);
    }
    if (!locked.value()) {
        refuseAll(requests, Outcome::NotFound);
        return;
    }
    decide(*locked.value(), std::move(requests), lockedNs);
}

GroupCommitter::Requests GroupCommitter::take(CouponId coupon)
{
    Requests requests;
    for (BatchedCall *const call : m_queue.take(coupon.value, kMostInBatch)) {
        auto *const request = static_cast<GroupCommitRequest *>(call);
        const int attempts = request->answer.attempts + 1;
        request->answer = IssueAnswer();
        request->answer.attempts = attempts;
        requests.push_back(request);
    }
    return requests;
}

std::int64_t GroupCommitter::partWithLate(Requests &requests)
{
    const std::int64_t nowNs = monotonicNs();
    std::int64_t leastNs = m_timeoutNs;
    const auto isLate = [nowNs](const GroupCommitRequest *request) {
        return request->deadlineNs <= nowNs;
    };
    const auto firstLate =
        std::stable_partition(requests.begin(), requests.end(), std::not_fn(isLate));
    const Requests late(firstLate, requests.end());
    requests.erase(firstLate, requests.end());
    for (GroupCommitRequest *const request : late) {
        request->answer.outcome = Outcome::Contention;
    }
    answer(late);
    for (const GroupCommitRequest *const request : requests) {
        leastNs = std::min(leastNs, request->deadlineNs - nowNs);
    }
    return leastNs;
}

void GroupCommitter::decide(const GroupCommitStatements::LockedCoupon &row, Requests requests,
                            std::int64_t lockedNs)
{
    for (GroupCommitRequest *const request : requests) {
        request->answer.lockedUs = request->momentUs(lockedNs);
        request->answer.stockRead = row.stock;
    }
    if (row.nowUs < row.startsAtUs) {
        refuseAll(requests, Outcome::NotStarted);
        return;
    }
    if (row.nowUs >= row.endsAtUs) {
        refuseAll(requests, Outcome::Expired);
        return;
    }
    if (row.stock <= 0) {
        refuseAll(requests, Outcome::OutOfStock);
        return;
    }
    if (m_session->service().pause > Duration::zero()) {
        std::this_thread::sleep_for(m_session->service().pause);
    }
    const std::int64_t leftNs = partWithLate(requests);
    if (requests.empty()) {
        refuseAll(requests, Outcome::Contention); // nobody is left to be told
        return;
    }
    if (const auto limited = m_session->limitStatements(leftNs); !limited) {
        settle(requests, limited.error(), Stage::Writing);
        return;
    }
    GroupCommitBatch batch(requests, row.stock);
    write(batch, requests, requests.front()->coupon, row.nowUs);
}

Result<GroupCommitBatch::Users, SqlError>
GroupCommitter::holdersAmong(const GroupCommitBatch &batch, CouponId coupon)
{
    if (!m_looksFirst) {
        return GroupCommitBatch::Users();
    }
    return m_statements.holdersAmong(coupon, batch.users());
}

void GroupCommitter::write(GroupCommitBatch &batch, const Requests &requests, CouponId coupon,
                           std::int64_t nowUs)
{
    const auto holders = holdersAmong(batch, coupon);
    if (!holders) {
        settle(requests, holders.error(), Stage::Writing);
        return;
    }
    const std::vector<UserId> chosen = batch.choose(holders.value());
    GroupCommitBatch::Rows rows;
    GroupCommitBatch::Users existing;
    if (!chosen.empty()) {
        auto written = m_statements.insert(coupon, chosen, nowUs);
        if (!written) {
            settle(requests, written.error(), Stage::Writing);
            return;
        }
        rows = std::move(written).value();
    }
    if (rows.size() < chosen.size()) {
        std::vector<UserId> without;
        std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(without),
                     [&rows](UserId user) { return !rows.contains(user.value); });
        auto found = m_statements.existingAmong(without);
        if (!found) {
            settle(requests, found.error(), Stage::Writing);
            return;
        }
        existing = std::move(found).value();
    }
    std::int64_t wroteNs = 0;
    std::int64_t committedNs = 0;
    if (rows.empty()) {
        if (auto done = m_session->rollback(); !done) {
            settle(requests, done.error(), Stage::Writing);
            return;
        }
    } else {
        if (auto done = m_statements.finish(coupon, rows.size(), wroteNs); !done) {
            settle(requests, done.error().error,
                   done.error().atCommit ? Stage::Committing : Stage::Writing);
            return;
        }
        committedNs = monotonicNs();
    }
    batch.conclude(rows, existing);
    for (GroupCommitRequest *const request : batch.decided()) {
        if (request->answer.outcome == Outcome::Issued) {
            request->answer.wroteUs = request->momentUs(wroteNs);
            request->answer.committedUs = request->momentUs(committedNs);
        }
    }
    m_looksFirst = batch.holders() * kOneHolderIn >= requests.size();
    answer(batch.decided());
    giveBack(batch.undecided());
}

void GroupCommitter::refuseAll(const Requests &requests, Outcome outcome)
{
    if (auto done = m_session->rollback(); !done) {
        settle(requests, done.error(), Stage::Writing);
        return;
    }
    for (GroupCommitRequest *const request : requests) {
        request->answer.outcome = outcome;
    }
    answer(requests);
}

void GroupCommitter::settle(const Requests &requests, const SqlError &error, Stage stage)
{
    for (GroupCommitRequest *const request : requests) {
        request->answer.errorCode = error.code;
        request->answer.rowId = 0;
    }
    // After any error the transaction is ended explicitly, as everywhere.
    if (error.kind == SqlErrorKind::ConnectionLost || !m_session->rollback().ok()) {
        settleLost(requests, error, stage);
        return;
    }
    const bool isContention = error.kind == SqlErrorKind::Deadlock ||
                              error.kind == SqlErrorKind::LockWaitTimeout ||
                              error.kind == SqlErrorKind::ChangedRow;
    // Broken off by ourselves, when everybody had been withdrawn; who came since is served anew.
    const bool isWithdrawal =
        error.kind == SqlErrorKind::Interrupted && m_session->remote().withdrawn.exchange(false);
    Requests done;
    Requests again;
    for (GroupCommitRequest *const request : requests) {
        IssueAnswer &answer = request->answer;
        const bool mayTryAgain = answer.attempts <= m_session->service().retries;
        if (stage == Stage::Committing) {
            answer.outcome = Outcome::Unknown;
            answer.reason = UnknownReason::InDoubt;
        } else if (error.kind == SqlErrorKind::StatementTimeout || isWithdrawal ||
                   (isContention && mayTryAgain)) {
            // Whose time is up, or who was withdrawn, leaves the queue by himself.
            again.push_back(request);
            continue;
        } else {
            answer.outcome = isContention ? Outcome::Contention : Outcome::ServerError;
        }
        done.push_back(request);
    }
    answer(done);
    giveBack(again);
}

void GroupCommitter::settleLost(const Requests &requests, const SqlError &error, Stage stage)
{
    disconnect();
    Requests done;
    Requests again;
    for (GroupCommitRequest *const request : requests) {
        IssueAnswer &answer = request->answer;
        if (stage == Stage::Locking && answer.attempts <= m_session->service().retries) {
            again.push_back(request);
            continue;
        }
        if (stage == Stage::Locking) {
            answer.outcome = Outcome::NotSent;
        } else {
            answer.outcome = Outcome::Unknown;
            answer.reason =
                stage == Stage::Committing ? UnknownReason::InDoubt : UnknownReason::Reset;
        }
        answer.errorCode = error.code;
        done.push_back(request);
    }
    answer(done);
    giveBack(again);
}

void GroupCommitter::answer(const Requests &requests)
{
    if (!requests.empty()) {
        m_queue.answer(callsOf(requests));
    }
}

void GroupCommitter::giveBack(const Requests &requests)
{
    if (!requests.empty()) {
        m_queue.giveBack(callsOf(requests));
    }
}

} // namespace stampede
