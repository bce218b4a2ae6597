// SPDX-License-Identifier: MIT
#pragma once
// issuance: the service under test, one database transaction a request, one file a strategy.

#include "base/ids.h"
#include "base/outcome.h"
#include "base/precedence.h"
#include "issuance/issuer_session.h"
#include "measure/operation.h"
#include "scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace stampede {

/// What the service answers to one request, with the moments that explain it.
struct IssueAnswer
{
    Outcome outcome = Outcome::Unknown;
    UnknownReason reason = UnknownReason::None;
    std::int64_t rowId = 0;      ///< of the coupon written, 0 for none
    std::int64_t stockRead = -1; ///< by the last attempt, −1 for none
    std::uint32_t lockedUs =
        Operation::kNotReached; ///< µs after the request's start, as in Operation
    std::uint32_t wroteUs = Operation::kNotReached;
    std::uint32_t committedUs = Operation::kNotReached;
    int errorCode = 0; ///< native code of the last database error, 0 for none
    int attempts = 0;
};

/// How often a connection is tried before a run is given up.
inline constexpr int kOpenTries = 4;

/// Hands out coupons. One thread.
class Issuer
{
public:
    virtual ~Issuer() = default;
    Issuer(const Issuer &) = delete;
    Issuer &operator=(const Issuer &) = delete;

    /// One request of `user` for `coupon`, repeated as a whole after contention while retries and
    /// time are left. `startedNs` is monotonicNs() of the request; everything together takes at
    /// most `timeoutNs` and is then broken off by the server. Never throws, always answers; after a
    /// lost connection the next request opens a new one.
    virtual IssueAnswer issue(UserId user, CouponId coupon, std::int64_t startedNs,
                              std::int64_t timeoutNs) = 0;
    /// Between two requests: gives up a connection of its own that may be of no use any more; the
    /// next request opens a new one.
    virtual void renew() {}

protected:
    Issuer() = default;
};

/// Hands out coupons over a session of its own, one transaction a request.
class TransactionIssuer : public Issuer
{
public:
    IssueAnswer issue(UserId user, CouponId coupon, std::int64_t startedNs,
                      std::int64_t timeoutNs) final;
    void renew() final;

protected:
    /// How one transaction ended.
    struct Attempt
    {
        std::optional<Outcome> outcome; ///< decided and finished (committed or rolled back)
        SqlError error;                 ///< else: what broke it off, not yet rolled back
        bool atCommit = false;          ///< the error came as the answer to COMMIT
    };

    explicit TransactionIssuer(std::unique_ptr<IssuerSession> session);
    IssuerSession &session() { return *m_session; }
    [[nodiscard]] const ServiceSettings &service() const { return m_session->service(); }
    /// The issuer with its session open and its statements prepared.
    static Result<std::unique_ptr<Issuer>, SqlError>
    opened(std::unique_ptr<TransactionIssuer> issuer);

    /// Runs one transaction, fills in what it learns.
    virtual Attempt attempt(UserId user, CouponId coupon, IssueAnswer &answer) = 0;
    /// Prepares the statements anew; called after a connection was opened.
    virtual Result<void, SqlError> prepareStatements() = 0;
    /// Gives the statements up; called before a connection is closed.
    virtual void releaseStatements() = 0;

    /// Between two statements: lets the server end the next one in the time that is left. The error
    /// is a StatementTimeout where none is left.
    Result<void, SqlError> keepInTime();
    /// µs since the start of the request that is going on.
    [[nodiscard]] std::uint32_t elapsedUs() const;
    /// What is left of the request's time, in ns; negative when it is over.
    [[nodiscard]] std::int64_t remainingNs() const;
    /// An answer outside of a transaction.
    static Attempt decided(Outcome outcome);
    /// Ends a refusal: rolls back and decides on `outcome`.
    Attempt refuse(Outcome outcome);
    /// The insert of the person's row broke off: refuses where the unique key did it.
    Attempt insertFailed(const SqlError &error, UserId user, CouponId coupon, IssueAnswer &answer);
    /// Commits and decides on Issued; `row` is told only where that succeeds.
    Attempt commitIssued(std::int64_t row, IssueAnswer &answer);
    /// The connection is in a state that the next request must not meet: it is closed once this one
    /// is answered, and this one is not tried again.
    void renewConnection() { m_renewConnection = true; }
    /// The error of a statement, to be handled by issue().
    static Attempt failed(const SqlError &error);

private:
    enum class Next
    {
        Retry,
        Done
    };
    Next settleError(const Attempt &attempt, IssueAnswer &answer);
    bool ensureConnected(IssueAnswer &answer);
    void disconnect();

    std::unique_ptr<IssuerSession> m_session;
    std::int64_t m_startedNs = 0;
    std::int64_t m_timeoutNs = 0;
    bool m_renewConnection = false;
};

} // namespace stampede
