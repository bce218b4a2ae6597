// SPDX-License-Identifier: MIT
#include "audit/settle.h"

#include "audit/snapshot.h"
#include "base/clock.h"
#include "record/check_result.h"
#include "text/number_text.h"

#include <QDateTime>
#include <QHash>
#include <QSqlRecord>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace stampede {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kQuietOfOurs{250};
/// Between two looks: innodb_trx is a cache that a faster reader keeps old for ever.
constexpr milliseconds kLook{250};
constexpr milliseconds kConfirm{5'000};
constexpr milliseconds kStaleAfter{5'000};
/// A look may take this part of the time at most.
constexpr std::int64_t kLookShare = 4;
/// Of more rows only the number is compared.
constexpr qint64 kMostRowsCompared = 200'000;
/// Between the clocks of program and server, and as the server tells whole seconds.
constexpr std::int64_t kClockToleranceMs = 2'000;
constexpr std::int64_t kMsPerSecond = 1'000;
constexpr std::int64_t kBadGateway = 502;
constexpr std::int64_t kGatewayTimeout = 504;

std::int64_t nsOf(milliseconds length)
{
    return std::chrono::nanoseconds(length).count();
}

milliseconds msOf(std::chrono::nanoseconds length)
{
    return std::chrono::ceil<milliseconds>(length);
}

} // namespace

SettleLimits SettleLimits::of(bool ours, const SettleSetting &setting)
{
    SettleLimits limits;
    if (ours) {
        limits.quiet = kQuietOfOurs;
    }
    if (setting.quiet) {
        limits.quiet = msOf(*setting.quiet);
        limits.blindQuiet = limits.quiet;
    }
    if (setting.unanswered) {
        limits.unanswered = msOf(*setting.unanswered);
    }
    if (setting.atMost) {
        limits.atMost = msOf(*setting.atMost);
    }
    return limits;
}

milliseconds SettleLimits::confirm() const
{
    return std::min(kConfirm, atMost / 2);
}

bool isUnanswered(const Operation &operation)
{
    if (operation.outcome == Outcome::Unknown) {
        return operation.reason != UnknownReason::Unclassified; // what no rule matches is an answer
    }
    // Of somebody on the way, who got none either.
    return operation.outcome == Outcome::ServerError &&
           (operation.errorCode == kBadGateway || operation.errorCode == kGatewayTimeout);
}

std::int64_t unexplainedRequests(std::span<const Operation> history,
                                 std::span<const std::int64_t> holdersBefore,
                                 std::span<const std::int64_t> rowUsers)
{
    QHash<std::int64_t, std::int64_t> rows; // that nothing else explains, of each person
    for (const std::int64_t user : rowUsers) {
        ++rows[user];
    }
    for (const std::int64_t user : holdersBefore) {
        --rows[user];
    }
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::Issued) {
            --rows[operation.user];
        }
    }
    return std::count_if(history.begin(), history.end(), [&rows](const Operation &operation) {
        return isUnanswered(operation) && --rows[operation.user] < 0;
    });
}

Settler::Settler(Connection &connection, SettleOrder order)
    : m_connection(connection)
    , m_order(std::move(order))
    , m_beganNs(monotonicNs())
    , m_freshNs(m_beganNs)
{
    std::int64_t lastSentNs = 0;
    for (const Operation &operation : m_order.history) {
        if (isUnanswered(operation)) {
            m_hasUnanswered = true;
            lastSentNs = std::max(lastSentNs, operation.invokedNs);
        }
    }
    const std::int64_t agoMs =
        QDateTime::currentMSecsSinceEpoch() - m_order.loadStartedMs - lastSentNs / kNsPerMs;
    m_answersDueNs =
        m_beganNs + nsOf(m_order.limits.unanswered) - std::max<std::int64_t>(0, agoMs) * kNsPerMs;
}

QString Settler::rowsSql(const TableLayout &layout) const
{
    QString print = QStringLiteral("0");
    if (!m_last || m_last->rows <= kMostRowsCompared) {
        QStringList columns;
        for (const QString &column : {layout.issuedId, layout.issuedUser, layout.issuedAt}) {
            if (!column.isEmpty()) {
                columns << quotedIdentifier(column);
            }
        }
        print = QStringLiteral("BIT_XOR(CRC32(CONCAT_WS('|', %1)))")
                    .arg(columns.join(QStringLiteral(", ")));
    }
    return QStringLiteral("SELECT COUNT(*), %1 FROM %2")
        .arg(print, layout.issuedOf(m_order.coupon));
}

QString Settler::stockSql(const TableLayout &layout) const
{
    QStringList columns;
    for (const QString &column : {layout.remaining, layout.issuedCounter, layout.total}) {
        columns << (column.isEmpty() ? QStringLiteral("NULL") : quotedIdentifier(column));
    }
    return QStringLiteral("SELECT %1 FROM %2")
        .arg(columns.join(QStringLiteral(", ")), layout.stockOf(m_order.coupon));
}

namespace {

/// The cells of all rows of a short answer as one text.
Result<QStringList, SqlError> cellsOf(Connection &connection, const QString &sql)
{
    auto query = connection.query(sql);
    if (!query) {
        return Failure{query.error()};
    }
    QStringList cells;
    const int columns = query.value().record().count();
    while (query.value().next()) {
        for (int i = 0; i < columns; ++i) {
            cells << query.value().value(i).toString();
        }
    }
    return cells;
}

} // namespace

Result<void, SqlError> Settler::readFigures(Look &look)
{
    QStringList figures;
    QStringList stocks;
    for (const TableLayout &layout : QList<TableLayout>{m_order.layout} + m_order.besides) {
        const auto rows = cellsOf(m_connection, rowsSql(layout));
        if (!rows) {
            return Failure{rows.error()};
        }
        look.rows += rows.value().value(0).toLongLong();
        figures << rows.value();
        if (layout.stockTable.isEmpty()) {
            continue;
        }
        const auto stock = cellsOf(m_connection, stockSql(layout));
        if (!stock) {
            return Failure{stock.error()};
        }
        stocks << stock.value().value(layout.remaining.isEmpty() ? 1 : 0);
        figures << stock.value();
    }
    look.figures = figures.join(QLatin1Char('|'));
    look.stock = stocks.join(QStringLiteral(" + "));
    return {};
}

/// Whether rows or stock have changes that nobody has committed. A commit between the two reads
/// looks like one; the next look shows it.
Result<bool, SqlError> Settler::seesUncommitted()
{
    QStringList dirty;
    QStringList committed;
    QStringList statements;
    for (const TableLayout &layout : QList<TableLayout>{m_order.layout} + m_order.besides) {
        statements << rowsSql(layout);
        if (!layout.stockTable.isEmpty()) {
            statements << stockSql(layout);
        }
    }
    for (const QString &sql : std::as_const(statements)) {
        if (auto next = m_connection.execute(QLatin1String(kDirtyReadNext)); !next) {
            return Failure{next.error()};
        }
        const auto seen = cellsOf(m_connection, sql);
        // Nothing that follows may read so, also where the statement never ran.
        if (auto ended = m_connection.rollback(); !ended) {
            return Failure{ended.error()};
        }
        const auto stored = cellsOf(m_connection, sql);
        if (!seen || !stored) {
            return Failure{seen ? stored.error() : seen.error()};
        }
        dirty << seen.value();
        committed << stored.value();
    }
    return dirty != committed;
}

/// Whether it began with the load or later, or has done something since.
bool Settler::concerns(const OpenTransaction &one) const
{
    const auto earlier = [&one](const std::optional<OpenTransactions> &seen) {
        const OpenTransaction *found = nullptr;
        if (seen && seen->all) {
            const auto same = std::find_if(seen->list.begin(), seen->list.end(),
                                           [&one](const auto &each) { return one.isSameAs(each); });
            found = same == seen->list.end() ? nullptr : &*same;
        }
        return found;
    };
    const OpenTransaction *const atFirst = earlier(m_first);
    if (m_order.before && m_order.before->all) {
        const OpenTransaction *const before = earlier(m_order.before);
        return before == nullptr || one.grewSince(*before);
    }
    const std::int64_t sinceMs =
        m_order.loadStartedMs > 0
            ? QDateTime::currentMSecsSinceEpoch() - m_order.loadStartedMs
            : m_order.limits.atMost.count() + (monotonicNs() - m_beganNs) / kNsPerMs;
    return one.ageMs <= sinceMs + kClockToleranceMs ||
           (atFirst != nullptr && one.grewSince(*atFirst));
}

Result<void, SqlError> Settler::sortTransactions(Look &look)
{
    auto open = readOpenTransactions(m_connection);
    if (!open) {
        return Failure{open.error()};
    }
    const std::int64_t nowNs = monotonicNs();
    if (open.value().fresh) {
        m_freshNs = nowNs;
        m_first = m_first ? m_first : open.value();
    } else if (m_last) { // what is known stands until there is something newer
        look.acting = m_last->acting;
        look.reading = m_last->reading;
        look.leftOut = m_last->leftOut;
    }
    m_stale = nowNs - m_freshNs > nsOf(kStaleAfter);
    m_seesTransactions = open.value().all && !m_stale;
    if (m_stale) {
        look = {look.figures, look.rows, look.stock, false, 0, 0, {}};
    }
    if (!open.value().fresh) {
        open.value().list.clear();
    }
    const auto &own = m_order.ownConnections;
    QList<qint64> harmless; // unless the coupon's rows have changes that nobody has committed
    const bool oneDatabase =
        m_order.layout.issuedDatabase.isEmpty() && m_order.layout.stockDatabase.isEmpty();
    for (const OpenTransaction &one : std::as_const(open.value().list)) {
        if (own) {
            look.acting +=
                std::find(own->begin(), own->end(), one.connection) != own->end() ? 1 : 0;
        } else if (!concerns(one) || one.cannotWrite || (!one.holds() && !one.runs)) {
            look.leftOut << one.connection;
        } else if (one.prepared || (one.elsewhere && oneDatabase)) { // neighbours' work never ends
            harmless << one.connection;
        } else if (one.holds() || !m_seesTransactions) {
            ++look.acting;
        } else {
            ++look.reading;
        }
    }
    if (!own && (!harmless.isEmpty() || !m_seesTransactions)) {
        const auto seen = seesUncommitted();
        if (!seen) {
            return Failure{seen.error()};
        }
        look.uncommitted = seen.value();
    }
    if (!look.uncommitted) {
        look.leftOut += harmless;
    }
    return {};
}

Result<void, SqlError> Settler::lookOnce()
{
    Look look;
    const std::int64_t beganNs = monotonicNs();
    if (auto done = readFigures(look); !done) {
        return done;
    }
    if (auto done = sortTransactions(look); !done) {
        return done;
    }
    // Reports read for long and change nothing. Who reads before they write does so in the time in
    // which a request without an answer may take effect.
    if (look.reading > 0 && beganNs - m_beganNs >= nsOf(m_order.limits.unanswered)) {
        look.reading = 0;
    }
    if (look.acting + look.reading > 0 || look.uncommitted) {
        m_cleanLooks = 0;
    } else if (m_stale || m_freshNs >= beganNs) { // an older list says nothing new
        ++m_cleanLooks;
    }
    if (!m_last || m_last->figures != look.figures) {
        m_stillSinceNs = beganNs;
    }
    m_before = m_last;
    m_last = look;
    m_lookedNs = beganNs;
    m_lookTookNs = monotonicNs() - beganNs;
    return {};
}

milliseconds Settler::quiet() const
{
    return m_seesTransactions ? m_order.limits.quiet
                              : std::max(m_order.limits.quiet, m_order.limits.blindQuiet);
}

/// A list of transactions is believed when two looks agree.
bool Settler::isStill() const
{
    return m_cleanLooks > 1 && m_lookedNs - m_stillSinceNs >= nsOf(quiet());
}

/// Again only where rows have come since.
Result<void, SqlError> Settler::countUnexplained()
{
    if (!m_hasUnanswered || m_explainedOf == m_last->figures) {
        return {};
    }
    std::vector<std::int64_t> users;
    for (const TableLayout &layout : QList<TableLayout>{m_order.layout} + m_order.besides) {
        const auto rows = Snapshot::take(m_connection, layout, m_order.coupon);
        if (!rows) {
            return Failure{rows.error()};
        }
        users.reserve(users.size() + rows.value().rows().size());
        for (const IssuedRow &row : rows.value().rows()) {
            users.push_back(row.user);
        }
    }
    m_unexplained = unexplainedRequests(m_order.history, m_order.holdersBefore, users);
    m_explainedOf = m_last->figures;
    return {};
}

SettleResult Settler::resultNow() const
{
    SettleResult result;
    result.ours = m_order.ownConnections.has_value();
    result.waitedMs = (monotonicNs() - m_beganNs) / kNsPerMs;
    result.sawTransactions = m_seesTransactions;
    result.unanswered = m_unexplained;
    result.quietMs = quiet().count();
    result.stale = m_stale;
    result.unansweredLimitMs = m_order.limits.unanswered.count();
    if (m_last) {
        result.open = m_last->acting + m_last->reading;
        result.uncommitted = m_last->uncommitted;
        result.rows = m_last->rows;
        result.stock = m_last->stock;
        result.leftOut = m_last->leftOut;
    }
    if (m_before) {
        result.rowsBefore = m_before->rows;
        result.stockBefore = m_before->stock;
        result.moved = m_before->figures != m_last->figures;
    }
    return result;
}

SettleResult Settler::refusedBy(const SqlError &error) const
{
    SettleResult result = resultNow();
    result.refused = error.message;
    return result;
}

SettleResult Settler::giveUp(bool stopped)
{
    constexpr std::int64_t kAgainInS = 30;
    static_cast<void>(countUnexplained());
    SettleResult result = resultNow();
    result.stopped = stopped;
    result.later = m_order.later;
    const std::int64_t leftNs = m_answersDueNs - monotonicNs();
    if (result.unanswered > 0) {
        result.decidesInS = (std::max<std::int64_t>(0, leftNs) + kNsPerSecond - 1) / kNsPerSecond;
    }
    if (result.open > 0) {
        constexpr std::int64_t kLongestWaitS = 600;
        const auto wait =
            m_connection.value(QStringLiteral("SELECT @@GLOBAL.innodb_lock_wait_timeout"));
        const std::int64_t seconds = wait ? wait.value().toLongLong() : 0;
        result.decidesInS = std::max(result.decidesInS, std::min(seconds, kLongestWaitS));
    }
    result.decidesInS = std::max(
        result.decidesInS, result.unanswered > 0 && result.open == 0 ? std::int64_t{1} : kAgainInS);
    return result;
}

SettleResult Settler::unconfirmed() const
{
    SettleResult result = resultNow();
    result.unconfirmed = true;
    result.decidesInS = std::max<std::int64_t>(1, m_order.limits.confirm().count() / kMsPerSecond);
    result.later = m_order.later;
    return result;
}

void Settler::tell(const QString &what) const
{
    if (m_order.tell) {
        m_order.tell(what);
    }
}

void Settler::tellWhatIsWaitedFor() const
{
    const std::int64_t open = m_last->acting + m_last->reading;
    const std::int64_t leftS = (m_answersDueNs - monotonicNs()) / kNsPerSecond + 1;
    if (open > 0) {
        tell(text::plural(open, AuditText::tr("%1 transaction is open"),
                          AuditText::tr("%1 transactions are open"))
                 .arg(text::count(open)));
    } else if (m_last->uncommitted) {
        tell(AuditText::tr("changes of the coupon's rows are not committed"));
    } else if (isStill() && m_unexplained > 0) {
        tell(text::plural(
                 m_unexplained,
                 AuditText::tr("%1 request without an answer may take effect for another %2 s"),
                 AuditText::tr("%1 requests without an answer may take effect for another %2 s"))
                 .arg(text::count(m_unexplained), text::count(leftS)));
    } else {
        tell(AuditText::tr("%1, still for %2")
                 .arg(text::rows(m_last->rows), text::duration(m_lookedNs - m_stillSinceNs)));
    }
}

/// Waits for the next look, or returns at once after a stop. False after a stop.
bool Settler::pause(const std::stop_token &stop) const
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    const std::chrono::nanoseconds next = m_freshNs >= m_lookedNs ? kLook : betweenLooks();
    const auto length = std::max(next, std::chrono::nanoseconds(m_lookTookNs * kLookShare));
    wake.wait_for(lock, stop, length, [] { return false; });
    return !stop.stop_requested();
}

SettleResult Settler::untilRest(const std::stop_token &stop)
{
    const std::int64_t endNs = m_beganNs + nsOf(m_order.limits.atMost);
    m_cleanLooks = 0;
    for (;;) {
        if (auto looked = lookOnce(); !looked) {
            return refusedBy(looked.error());
        }
        if (isStill()) {
            if (auto counted = countUnexplained(); !counted) {
                return refusedBy(counted.error());
            }
            if (m_unexplained == 0 || m_lookedNs >= m_answersDueNs) {
                SettleResult result = resultNow();
                result.atRest = true;
                return result;
            }
        }
        if (m_before && m_lookedNs >= endNs) {
            return giveUp(false);
        }
        tellWhatIsWaitedFor();
        if (!pause(stop)) {
            return giveUp(true);
        }
    }
}

Settler::Since Settler::keepLooking(const std::stop_token &stop)
{
    const std::int64_t untilNs = monotonicNs() + nsOf(m_order.limits.confirm());
    if (untilNs > m_beganNs + nsOf(m_order.limits.atMost)) {
        return Since::GivenUp;
    }
    const QString figures = m_last->figures;
    while (m_lookedNs < untilNs) {
        tell(AuditText::tr("something is wrong; it is looked at again in %1")
                 .arg(text::duration(untilNs - monotonicNs())));
        if (!pause(stop) || !lookOnce()) {
            return Since::GivenUp;
        }
        if (m_last->figures != figures) {
            return Since::Moved;
        }
    }
    return m_cleanLooks > 1 ? Since::Still : Since::Moved;
}

} // namespace stampede
