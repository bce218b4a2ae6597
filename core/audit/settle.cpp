#include "audit/settle.h"

#include "audit/check_result.h"
#include "base/clock.h"
#include "text/number_text.h"

#include <QSet>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace stampede {

namespace {

constexpr int kProcessPrivilegeMissing = 1227;

/// One look at everything that may still move.
struct Look
{
    qint64 rows = 0;
    qint64 stock = 0;
    qint64 openTransactions = 0;
    friend bool operator==(const Look &, const Look &) = default;
};

Result<qint64, SqlError> countOpenTransactions(Connection &connection,
                                               const QSet<qint64> &connectionIds)
{
    auto query = connection.query(
        QStringLiteral("SELECT trx_mysql_thread_id FROM information_schema.innodb_trx"));
    if (!query) {
        return Failure{query.error()};
    }
    qint64 open = 0;
    while (query.value().next()) {
        open += connectionIds.contains(query.value().value(0).toLongLong()) ? 1 : 0;
    }
    return open;
}

Result<Look, SqlError> lookOnce(Connection &connection, const TableLayout &layout, CouponId coupon,
                                const QSet<qint64> &connectionIds, bool &seesTransactions)
{
    Look look;
    const auto rows =
        connection.value(QStringLiteral("SELECT COUNT(*) FROM %1").arg(layout.issuedOf(coupon)));
    if (!rows) {
        return Failure{rows.error()};
    }
    look.rows = rows.value().toLongLong();
    if (!layout.remaining.isEmpty()) {
        const auto stock =
            connection.value(QStringLiteral("SELECT %1 FROM %2")
                                 .arg(quotedIdentifier(layout.remaining), layout.stockOf(coupon)));
        if (!stock) {
            return Failure{stock.error()};
        }
        look.stock = stock.value().toLongLong();
    }
    if (seesTransactions) {
        const auto open = countOpenTransactions(connection, connectionIds);
        if (open) {
            look.openTransactions = open.value();
        } else if (open.error().code == kProcessPrivilegeMissing) {
            seesTransactions = false;
        } else {
            return Failure{open.error()};
        }
    }
    return look;
}

/// Waits, or returns at once after a stop. False after a stop.
bool pauseFor(std::chrono::milliseconds length, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, length, [] { return false; });
    return !stop.stop_requested();
}

QString whatMoves(const Look &last, const Look &look)
{
    if (look.openTransactions > 0) {
        return AuditText::tr("%1 transactions of this run are open")
            .arg(text::count(look.openTransactions));
    }
    return AuditText::tr("rows %1 then %2, stock %3 then %4")
        .arg(text::count(last.rows), text::count(look.rows), text::count(last.stock),
             text::count(look.stock));
}

} // namespace

SettleResult settle(Connection &connection, const TableLayout &layout, CouponId coupon,
                    std::span<const qint64> connectionIds, const std::stop_token &stop,
                    const SettleLimits &limits)
{
    const QSet<qint64> ids(connectionIds.begin(), connectionIds.end());
    const std::int64_t startedNs = monotonicNs();
    SettleResult result;
    std::optional<Look> last;
    for (;;) {
        const auto look = lookOnce(connection, layout, coupon, ids, result.sawTransactions);
        result.waitedMs = (monotonicNs() - startedNs) / kNsPerMs;
        if (!look) {
            result.moving =
                AuditText::tr("the database refused the query (%1)").arg(look.error().message);
            return result;
        }
        const bool quiet = look.value().openTransactions == 0;
        if (last && quiet && *last == look.value()) {
            result.atRest = true;
            return result;
        }
        if (last && result.waitedMs >= limits.wait.count()) {
            result.moving = whatMoves(*last, look.value());
            return result;
        }
        last = look.value();
        if (!pauseFor(result.sawTransactions ? limits.interval : limits.blindInterval, stop)) {
            result.moving = AuditText::tr("it was stopped before two reads could agree");
            return result;
        }
    }
}

} // namespace stampede
