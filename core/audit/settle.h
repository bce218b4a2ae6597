// SPDX-License-Identifier: MIT
#pragma once

#include "audit/open_transactions.h"
#include "audit/table_layout.h"
#include "base/result.h"
#include "database/connection.h"
#include "measure/operation.h"
#include "scenario/target_settings.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace stampede {

/// How long is waited before anything is concluded.
struct SettleLimits
{
    std::chrono::milliseconds quiet{2'000}; ///< between two equal reads of rows and stock
    /// The same where the transactions of others cannot be seen; never shorter than `quiet`.
    std::chrono::milliseconds blindQuiet{2'000};
    std::chrono::milliseconds unanswered{30'000}; ///< after the last of them was sent
    std::chrono::milliseconds atMost{60'000};     ///< then it is given up

    /// The defaults for a service of ours or of somebody else, and what was set instead.
    static SettleLimits of(bool ours, const SettleSetting &setting = {});
    /// What is broken has to stay so for that long before a service is accused: 5 s, or half of
    /// `atMost` where that is less.
    [[nodiscard]] std::chrono::milliseconds confirm() const;
};

/// Whether the database had come to rest before it was judged.
struct SettleResult
{
    std::int64_t waitedMs = 0;
    /// At the last look: transactions that may still change something.
    std::int64_t open = 0;
    /// Requests without an answer that no row explains. At rest they are taken not to take effect
    /// any more.
    std::int64_t unanswered = 0;
    /// Rows and stock, from the first to the second where they had just moved.
    std::int64_t rowsBefore = 0;
    std::int64_t rows = 0;
    QString stockBefore;
    QString stock;
    QString refused;                   ///< what the database said where a look failed
    std::int64_t confirmedAfterMs = 0; ///< what is broken was looked at again; 0 where it was not
    /// Connections whose open transactions were left out: idle ones without locks, and those that
    /// began before and have done nothing since. 0 stands for a prepared one (XA).
    QList<qint64> leftOut;
    std::int64_t quietMs = 0; ///< of the limits
    std::int64_t unansweredLimitMs = 0;
    /// Not at rest: when another look may decide, s, and the command that looks; empty for none.
    std::int64_t decidesInS = 0;
    QString later;
    bool atRest = false;
    bool moved = false;          ///< rows or stock had just changed
    bool uncommitted = false;    ///< the coupon's rows or its stock had changes not yet committed
    bool ours = true;            ///< only transactions of this run were looked for
    bool sawTransactions = true; ///< open transactions could be seen (PROCESS privilege)
    bool stale = false;          ///< not seen, as others kept reading the list, which keeps it old
    bool unconfirmed = false;    ///< what is broken could not be looked at again in time
    bool stopped = false;        ///< by hand
};

/// What is to come to rest.
struct SettleOrder
{
    TableLayout layout;
    CouponId coupon;
    QList<TableLayout> besides{}; ///< of the other coupons of the run, where it has several
    SettleLimits limits;
    /// The connections of a service of ours. Nothing: every transaction may be the service's.
    std::optional<std::vector<qint64>> ownConnections;
    /// Who was there before the load; nothing where there was no load or nobody looked.
    std::optional<OpenTransactions> before;
    std::int64_t loadStartedMs = 0; ///< epoch; 0 where there was no load
    /// Requests that a service may still be working on have no answer in there; it outlives the
    /// settling. Empty where a request cannot outlive its transaction.
    std::span<const Operation> history;
    std::span<const std::int64_t> holdersBefore;
    QString later;                             ///< the command that looks again, later
    std::function<void(const QString &)> tell; ///< what is waited for, several times a second
};

/// Waits until nothing can change any more: rows and stock have been still for long enough, no
/// transaction that may change them is open, and no request without an answer may still take
/// effect. Holds no transaction open while it waits. One thread, the connection's.
class Settler
{
public:
    /// From here on `limits.atMost` runs.
    Settler(Connection &connection, SettleOrder order);

    /// Blocks up to the limit; a stop ends it early, not at rest.
    SettleResult untilRest(const std::stop_token &stop);

    enum class Since
    {
        Still, ///< nothing has moved for that long
        Moved,
        GivenUp ///< the limit does not leave that much time, or it was stopped
    };
    /// After untilRest(): goes on looking for `limits.confirm()`.
    Since keepLooking(const std::stop_token &stop);
    /// The result of the latest look, not at rest as what is broken could not be looked at again.
    [[nodiscard]] SettleResult unconfirmed() const;
    [[nodiscard]] const SettleLimits &limits() const { return m_order.limits; }

private:
    struct Look
    {
        QString figures; ///< everything that can move, as one text
        qint64 rows = 0;
        QString stock;
        bool uncommitted = false;
        qint64 acting = 0;  ///< transactions that hold something
        qint64 reading = 0; ///< transactions that run a statement and hold nothing
        QList<qint64> leftOut;
    };
    Result<void, SqlError> lookOnce();
    Result<void, SqlError> readFigures(Look &look);
    Result<void, SqlError> sortTransactions(Look &look);
    Result<bool, SqlError> seesUncommitted();
    [[nodiscard]] bool concerns(const OpenTransaction &one) const;
    [[nodiscard]] QString rowsSql(const TableLayout &layout) const;
    [[nodiscard]] QString stockSql(const TableLayout &layout) const;
    Result<void, SqlError> countUnexplained();
    [[nodiscard]] std::chrono::milliseconds quiet() const;
    [[nodiscard]] bool isStill() const;
    [[nodiscard]] SettleResult resultNow() const;
    [[nodiscard]] SettleResult giveUp(bool stopped);
    [[nodiscard]] SettleResult refusedBy(const SqlError &error) const;
    void tell(const QString &what) const;
    void tellWhatIsWaitedFor() const;
    [[nodiscard]] bool pause(const std::stop_token &stop) const;

    Connection &m_connection;
    SettleOrder m_order;
    std::int64_t m_beganNs = 0;
    std::int64_t m_answersDueNs = 0; ///< from then on nothing unanswered takes effect, it is taken
    bool m_hasUnanswered = false;
    bool m_seesTransactions = true;
    std::optional<OpenTransactions> m_first; ///< of the first look
    std::optional<Look> m_before;
    std::optional<Look> m_last;
    std::int64_t m_lookedNs = 0;
    std::int64_t m_freshNs = 0; ///< when the list of transactions was of its moment
    bool m_stale = false;       ///< it has not been for so long that nobody can see them
    std::int64_t m_lookTookNs = 0;
    std::int64_t m_stillSinceNs = 0;
    int m_cleanLooks = 0;
    QString m_explainedOf; ///< the figures that m_unexplained was counted of
    std::int64_t m_unexplained = 0;
};

/// Requests that got no answer, as far as a service may still be working on them.
bool isUnanswered(const Operation &operation);

/// How many requests without an answer no row explains. `rowUsers`: the person of every row.
std::int64_t unexplainedRequests(std::span<const Operation> history,
                                 std::span<const std::int64_t> holdersBefore,
                                 std::span<const std::int64_t> rowUsers);

} // namespace stampede
