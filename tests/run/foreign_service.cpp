// SPDX-License-Identifier: MIT
#include "foreign_service.h"

#include <algorithm>
#include <condition_variable>
#include <utility>

namespace stampede::test {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLate{20};
constexpr std::chrono::milliseconds kRace{5}; ///< between reading and writing without a lock
constexpr std::chrono::milliseconds kCancelTick{40};
constexpr int kOnTime = 5;      ///< requests before the late ones
constexpr int kRefused = 8;     ///< request
constexpr int kLostEvent = 7;   ///< every so many events one is lost
constexpr int kNobodys = 9'000; ///< what people are counted from whom the load does not ask

QString keyOf(const QString &member, const QString &coupon)
{
    return member + QLatin1Char('\n') + coupon;
}

} // namespace

QStringList ForeignSettings::couponNames() const
{
    return QStringList{QStringLiteral("SPRING"), QStringLiteral("SUMMER"), QStringLiteral("AUTUMN"),
                       QStringLiteral("WINTER")}
        .mid(0, coupons);
}

int ForeignSettings::seatsOf(const QString &coupon) const
{
    return seatsOfFirst >= 0 && coupon == couponNames().constFirst() ? seatsOfFirst : seats;
}

bool ForeignSettings::hasFault(const QString &coupon) const
{
    return faultOnlyOf < 0 || coupon == couponNames().value(faultOnlyOf);
}

QString ForeignSettings::couponOf(int person) const
{
    return couponNames().at(person % coupons);
}

QString ForeignSettings::nameOf(int person) const
{
    switch (people) {
    case People::Text:
        return QStringLiteral("m%1").arg(person);
    case People::Number:
        return QString::number(person);
    case People::Uuid:
    case People::Binary:
        return QStringLiteral("%1-1111-4222-8333-%2")
            .arg(person * 7919, 8, 16, QLatin1Char('0'))
            .arg(person, 12, 16, QLatin1Char('0'));
    case People::Email:
        return QStringLiteral("person%1@example.org").arg(person);
    }
    return {};
}

QString ForeignTruth::text() const
{
    return QStringLiteral("%1 new rows (%2 written), oversold %3, drift %4, lost %5, %6 above the "
                          "limit, %7 old rows gone")
        .arg(newRows)
        .arg(writtenRows)
        .arg(oversold)
        .arg(drift)
        .arg(lost)
        .arg(aboveLimit.size())
        .arg(oldGone);
}

ForeignService::ForeignService(const ConnectionSettings &database, const ForeignSettings &settings)
    : m_database(database)
    , m_settings(settings)
    , m_log(settings.log)
{
    const auto connection = Connection::open(m_database);
    m_ready = connection.ok() && (m_settings.log.isEmpty() || m_log.open(QIODevice::Append));
    if (!m_ready) {
        return;
    }
    makeTables(*connection.value());
    fillOldRows(*connection.value());
    remember(*connection.value());
    startWorkers();
    m_peer = std::make_unique<Peer>([this](PeerLine &line) { serve(line); });
}

ForeignService::ForeignService(const ConnectionSettings &database, int seats, Fault fault,
                               const QString &log, const ForeignMembers &members)
    : ForeignService(
          database, ForeignSettings{.seats = seats, .fault = fault, .log = log, .members = members})
{}

ForeignService::~ForeignService()
{
    m_peer.reset();
}

void ForeignService::makeTables(Connection &connection)
{
    const ForeignSettings &s = m_settings;
    const bool counts = s.stock == ForeignSettings::Stock::Counter;
    const bool isUnlimited = s.stock == ForeignSettings::Stock::Unlimited;
    const QString number = isUnlimited && s.unlimited.size() > 18
                               ? QStringLiteral("BIGINT UNSIGNED")
                           : s.decimalStock ? QStringLiteral("DECIMAL(12,2)")
                                            : QStringLiteral("BIGINT");
    QString member = s.members.type;
    if (s.people == ForeignSettings::People::Number) {
        member = QStringLiteral("BIGINT");
    } else if (s.people == ForeignSettings::People::Binary) {
        member = QStringLiteral("BINARY(16)");
    }
    const bool hasStatus = s.softDelete == ForeignSettings::SoftDelete::Status || s.keepsFailed;
    const bool hasKey = s.limit == 1 && !s.daily && !s.keepsFailed && s.oldDuplicates == 0 &&
                        s.softDelete == ForeignSettings::SoftDelete::None &&
                        s.fault != Fault::OneTooMany;
    QString further;
    further += s.mostPieces > 1 ? QStringLiteral(", pieces INT NOT NULL DEFAULT 1") : QString();
    further +=
        hasStatus ? QStringLiteral(", status VARCHAR(12) NOT NULL DEFAULT 'DONE'") : QString();
    further += s.softDelete == ForeignSettings::SoftDelete::Mark
                   ? QStringLiteral(", deleted_at TIMESTAMP(6) NULL")
                   : QString();
    further += s.daily ? QStringLiteral(", claim_day DATE") : QString();
    further += hasKey ? QStringLiteral(", UNIQUE KEY (member, promo_code)")
                      : QStringLiteral(", KEY (promo_code, member)");
    QStringList sql = {
        QStringLiteral("CREATE TABLE promotion (code VARCHAR(20) PRIMARY KEY, %1seats_total %2) "
                       "ENGINE=InnoDB")
            .arg(counts ? QStringLiteral("claimed BIGINT, ")
                        : QStringLiteral("seats_left %1, ").arg(number),
                 number),
        QStringLiteral("CREATE TABLE promotion_claim (claim_no INT AUTO_INCREMENT PRIMARY KEY, "
                       "member %1, promo_code VARCHAR(20) NOT NULL, request_id VARCHAR(40), "
                       "claimed_at TIMESTAMP(6) NULL DEFAULT CURRENT_TIMESTAMP(6)%2) "
                       "ENGINE=InnoDB")
            .arg(s.rowPerSeat ? member : member + QStringLiteral(" NOT NULL"), further),
        QStringLiteral("INSERT INTO promotion VALUES ('OTHER', %1, 5)")
            .arg(counts ? QStringLiteral("0") : QStringLiteral("5")),
    };
    for (const QString &coupon : s.couponNames()) {
        const QString seats = isUnlimited ? s.unlimited : QString::number(s.seatsOf(coupon));
        sql << QStringLiteral("INSERT INTO promotion VALUES ('%1', %2, %3)")
                   .arg(coupon, counts ? QStringLiteral("0") : seats, seats);
        if (s.rowPerSeat) {
            sql << QStringLiteral("INSERT INTO promotion_claim (member, promo_code, claimed_at) "
                                  "SELECT NULL, '%1', NULL FROM seq_1_to_%2")
                       .arg(coupon)
                       .arg(s.seatsOf(coupon));
        }
    }
    for (const QString &statement : sql) {
        m_ready = m_ready && connection.execute(statement).ok();
    }
}

void ForeignService::fillOldRows(Connection &connection)
{
    const ForeignSettings &s = m_settings;
    const auto add = [&](int person, int rows, const char *day, const QString &state) {
        for (int i = 0; i < rows; ++i) {
            QString columns = QStringLiteral("member, promo_code, request_id, claimed_at");
            QString values = memberValue() + QStringLiteral(", ?, 'old', NOW(6) - INTERVAL 1 DAY");
            if (s.daily) {
                columns += QStringLiteral(", claim_day");
                values += QStringLiteral(", ") + QLatin1String(day);
            }
            if (s.mostPieces > 1) {
                columns += QStringLiteral(", pieces");
                values += QStringLiteral(", %1").arg(s.piecesOf(person));
            }
            if (!state.isEmpty()) {
                const bool isMark = state == QLatin1String("deleted");
                columns += isMark ? QStringLiteral(", deleted_at") : QStringLiteral(", status");
                values += isMark ? QStringLiteral(", NOW(6)") : QStringLiteral(", '%1'").arg(state);
            }
            m_ready = m_ready && connection
                                     .query(QStringLiteral("INSERT INTO promotion_claim (%1) "
                                                           "VALUES (%2)")
                                                .arg(columns, values),
                                            {s.nameOf(person), s.couponOf(person)})
                                     .ok();
        }
    };
    for (int i = 1; i <= s.oldHolders; ++i) {
        add(i, s.limitOrOne(), "CURDATE()", {});
        add(kNobodys + i, s.limitOrOne(), "CURDATE()", {});
    }
    for (int i = s.oldHolders + 1; i <= s.oldHolders + s.oldDuplicates; ++i) {
        add(i, s.limitOrOne() + 1, "CURDATE() - INTERVAL 1 DAY", {});
        add(kNobodys + i, s.limitOrOne() + 1, "CURDATE() - INTERVAL 1 DAY", {});
    }
    for (int i = 1; i <= s.oldDead; ++i) {
        if (s.softDelete == ForeignSettings::SoftDelete::Mark) {
            add(i, 1, "CURDATE()", QStringLiteral("deleted"));
        } else if (s.softDelete == ForeignSettings::SoftDelete::Status) {
            add(i, 2, "CURDATE()", QStringLiteral("CANCELED"));
        }
        if (s.keepsFailed) {
            add(i + 2, 1, "CURDATE()", QStringLiteral("FAILED"));
        }
    }
    if (s.stock == ForeignSettings::Stock::Unlimited) {
        return;
    }
    const QString given =
        QStringLiteral("(%1 + (SELECT %2 FROM promotion_claim WHERE promo_code = code AND "
                       "%3))")
            .arg(s.oldAhead)
            .arg(s.mostPieces > 1 ? QStringLiteral("COALESCE(SUM(pieces), 0)")
                                  : QStringLiteral("COUNT(*)"),
                 live());
    QString update = QStringLiteral("UPDATE promotion SET seats_total = seats_total + ") + given;
    if (s.stock == ForeignSettings::Stock::Counter) {
        update += QStringLiteral(", claimed = claimed + ") + given;
    }
    m_ready = m_ready && connection.execute(update + QStringLiteral(" WHERE code <> 'OTHER'")).ok();
}

/// What the books say before anybody asks.
void ForeignService::remember(Connection &connection)
{
    auto rows = connection.query(
        QStringLiteral("SELECT claim_no, %1, promo_code, %2, %3 FROM promotion_claim "
                       "WHERE member IS NOT NULL")
            .arg(m_settings.people == ForeignSettings::People::Binary
                     ? QStringLiteral("HEX(member)")
                     : QStringLiteral("member"),
                 live(),
                 m_settings.daily ? QStringLiteral("claim_day = CURDATE()") : QStringLiteral("1")));
    m_ready = m_ready && rows.ok();
    while (m_ready && rows.value().next()) {
        const qint64 id = rows.value().value(0).toLongLong();
        m_lastOldRow = std::max(m_lastOldRow, id);
        if (!rows.value().value(3).toBool()) {
            continue;
        }
        m_oldRows.insert(id);
        if (rows.value().value(4).toBool()) {
            ++m_held[keyOf(rows.value().value(1).toString(), rows.value().value(2).toString())];
        }
    }
    if (m_settings.people == ForeignSettings::People::Binary) {
        m_held.clear(); // known by their text, and filled again below
        for (int i = 1; i <= m_settings.oldHolders + m_settings.oldDuplicates; ++i) {
            const bool isDouble = i > m_settings.oldHolders;
            if (!isDouble || !m_settings.daily) {
                m_held.insert(keyOf(m_settings.nameOf(i), m_settings.couponOf(i)),
                              m_settings.limitOrOne() + (isDouble ? 1 : 0));
            }
        }
    }
    for (const QString &coupon : m_settings.couponNames()) {
        m_left.insert(coupon, m_settings.seatsOf(coupon));
        m_stockBefore.insert(coupon, m_settings.seatsOf(coupon));
    }
}

void ForeignService::startWorkers()
{
    if (m_settings.queueTick.count() > 0) {
        every(m_settings.queueTick, [this](Connection &c) { drainQueue(c); });
    }
    if (m_settings.flush.count() > 0) {
        every(m_settings.flush, [this](Connection &c) { flushStock(c); });
    }
    if (m_settings.cancelEvery > 0) {
        every(kCancelTick, [this](Connection &c) { cancelSome(c); });
    }
}

void ForeignService::every(std::chrono::milliseconds period, std::function<void(Connection &)> work)
{
    m_workers.emplace_back([this, period, work = std::move(work)](const std::stop_token &stop) {
        const auto connection = Connection::open(m_database);
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        while (connection.ok() && !stop.stop_requested()) {
            wake.wait_for(lock, stop, period, [] { return false; });
            if (!stop.stop_requested()) {
                work(*connection.value());
            }
        }
    });
}

QString ForeignService::url() const
{
    return QString::fromStdString(m_peer->url("/claims/{couponId}"));
}

int ForeignService::claims() const
{
    const auto connection = Connection::open(m_database);
    const auto found = connection.value()->value(
        QStringLiteral("SELECT COUNT(*) FROM promotion_claim WHERE ") + live());
    return found ? found.value().toInt() : -1;
}

ForeignTruth ForeignService::truth() const
{
    ForeignTruth truth;
    truth.oldRows = m_oldRows;
    const auto connection = Connection::open(m_database);
    QHash<QString, qint64> pieces;
    QHash<QString, qint64> written;
    QHash<QString, int> held;
    QSet<QString> wrong;
    QSet<qint64> seenOld;
    // Earlier rows first, so that it is the new ones that are above the limit.
    for (const bool old : {true, false}) {
        auto rows = connection.value()->query(
            QStringLiteral("SELECT claim_no, HEX(member), promo_code, %1, %2, %3 FROM "
                           "promotion_claim WHERE member IS NOT NULL%4 ORDER BY claim_no")
                .arg(live(),
                     m_settings.daily ? QStringLiteral("CAST(claim_day AS CHAR)")
                                      : QStringLiteral("''"),
                     m_settings.mostPieces > 1 ? QStringLiteral("pieces") : QStringLiteral("1"),
                     m_settings.keepsFailed ? QStringLiteral(" AND status <> 'FAILED'")
                                            : QString()));
        while (rows.ok() && rows.value().next()) {
            const QSqlQuery &row = rows.value();
            const qint64 id = row.value(0).toLongLong();
            const bool counts = row.value(3).toBool();
            const bool wasThere = m_oldRows.contains(id);
            if (wasThere != old) {
                continue;
            }
            const QString coupon = row.value(2).toString();
            const int now =
                counts ? ++held[keyOf(row.value(1).toString(), coupon) + row.value(4).toString()]
                       : 0;
            if (wasThere) {
                truth.oldGone += counts ? 0 : 1;
                if (!counts) {
                    wrong.insert(coupon);
                }
                seenOld.insert(id);
                continue;
            }
            if (!counts && !m_settings.rowPerSeat && id <= m_lastOldRow) {
                continue; // was dead before
            }
            ++truth.writtenRows;
            ++written[coupon];
            truth.newRows += counts ? 1 : 0;
            pieces[coupon] += counts ? row.value(5).toInt() : 0;
            if (counts && m_settings.limit > 0 && now > m_settings.limit) {
                truth.aboveLimit.insert(id);
                wrong.insert(coupon);
            }
        }
    }
    truth.oldGone += m_oldRows.size() - seenOld.size();
    const auto finish = [&truth, &wrong] {
        truth.wrongCoupons = QStringList(wrong.begin(), wrong.end());
        truth.wrongCoupons.sort();
        return truth;
    };
    {
        const std::lock_guard lock(m_yesMutex);
        for (auto it = m_saidYes.cbegin(); it != m_saidYes.cend(); ++it) {
            if (const qint64 lost = it.value() - written.value(it.key()); lost > 0) {
                truth.lost += lost;
                wrong.insert(it.key());
            }
        }
    }
    if (m_settings.stock == ForeignSettings::Stock::Unlimited) {
        return finish();
    }
    for (const QString &coupon : m_settings.couponNames()) {
        const qint64 tooMany = pieces.value(coupon) - m_stockBefore.value(coupon);
        truth.oversold += std::max<qint64>(0, tooMany);
        const auto left =
            connection.value()->value(QStringLiteral("SELECT %1 FROM promotion WHERE code = ?")
                                          .arg(m_settings.stock == ForeignSettings::Stock::Counter
                                                   ? QStringLiteral("seats_total - claimed")
                                                   : QStringLiteral("seats_left")),
                                      {coupon});
        const qint64 drift = m_stockBefore.value(coupon) - (left ? left.value().toLongLong() : 0) -
                             pieces.value(coupon);
        truth.drift += drift;
        if (tooMany > 0 || drift != 0) {
            wrong.insert(coupon);
        }
    }
    return finish();
}

bool ForeignService::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return m_inside == 0 && m_queue.empty() && m_toCancel.empty() &&
           std::all_of(m_pending.begin(), m_pending.end(), [](int n) { return n == 0; });
}

void ForeignService::serve(PeerLine &line)
{
    const auto connection = Connection::open(m_database);
    while (const auto request = line.request()) {
        ++m_inside;
        const QString text = QString::fromStdString(*request);
        const auto between = [&text](const char *from, QLatin1Char until) {
            return text.section(QLatin1String(from), 1).section(until, 0, 0);
        };
        const int number = ++m_asked;
        const Ask ask{between("\"member\":\"", QLatin1Char('"')),
                      text.section(QLatin1Char(' '), 1, 1).section(QLatin1Char('/'), -1),
                      std::max(1, between("\"pieces\":\"", QLatin1Char('"')).toInt()),
                      between("X-Request-Id: ", QLatin1Char('\r')),
                      number > kOnTime && number <= kOnTime + m_settings.late,
                      m_settings.fault == Fault::RefusesOne && number == kRefused};
        const Decision decision =
            connection.ok() ? claim(*connection.value(), ask, line) : Decision::Failed;
        if (m_settings.fault == Fault::AnswersLate) {
            const auto until = Clock::now() + kLate;
            line.await([until] { return Clock::now() >= until; });
        }
        line.say(said(decision));
        --m_inside;
    }
}

void ForeignService::beLate(const PeerLine &line) const
{
    ++m_lateNow;
    const auto until = Clock::now() + m_settings.lateBy;
    const bool isTimed = m_settings.lateBy.count() > 0;
    line.await([this, until, isTimed] { return m_released || (isTimed && Clock::now() >= until); });
    --m_lateNow;
}

ForeignService::Decision ForeignService::claim(Connection &connection, const Ask &ask,
                                               const PeerLine &line)
{
    if (ask.isLate && m_settings.lateHow == ForeignSettings::Late::OnItsWay) {
        beLate(line);
    }
    if (ask.isRefused) {
        return Decision::Gone;
    }
    const Decision decision = m_settings.decidesInMemory() ? claimInMemory(connection, ask)
                                                           : claimByRows(connection, ask, line);
    if (decision == Decision::Yes) {
        const std::lock_guard lock(m_yesMutex);
        ++m_saidYes[ask.coupon];
        note(QStringLiteral("claimed by %1").arg(ask.member));
    }
    return decision;
}

bool ForeignService::may(int held) const
{
    const int more = m_settings.fault == Fault::OneTooMany ? 1 : 0;
    return m_settings.limit == 0 || held < m_settings.limit + more;
}

ForeignService::Decision ForeignService::decide(int held, const std::optional<qint64> &left,
                                                int pieces) const
{
    if (!may(held)) {
        return Decision::Have;
    }
    return left && *left < pieces ? Decision::Gone : Decision::Yes;
}

ForeignService::Decision ForeignService::claimByRows(Connection &connection, const Ask &ask,
                                                     const PeerLine &line)
{
    const bool locks = m_settings.fault != Fault::NoLock || !m_settings.hasFault(ask.coupon);
    const bool isUnlimited = m_settings.stock == ForeignSettings::Stock::Unlimited;
    const bool counts = m_settings.stock == ForeignSettings::Stock::Counter;
    auto transaction = Transaction::begin(connection);
    const auto left = connection.value(
        QStringLiteral("SELECT %1 FROM promotion WHERE code = ?%2")
            .arg(counts ? QStringLiteral("seats_total - claimed") : QStringLiteral("seats_left"),
                 locks ? QStringLiteral(" FOR UPDATE") : QString()),
        {ask.coupon});
    const auto held = connection.value(
        QStringLiteral("SELECT COUNT(*) FROM promotion_claim WHERE member = %1 AND "
                       "promo_code = ? AND %2%3")
            .arg(memberValue(), live(),
                 m_settings.daily ? QStringLiteral(" AND claim_day = CURDATE()") : QString()),
        {ask.member, ask.coupon});
    if (!transaction || !left || !held) {
        return Decision::Failed;
    }
    const Decision decision = decide(
        held.value().toInt(),
        isUnlimited ? std::nullopt : std::optional<qint64>(left.value().toLongLong()), ask.pieces);
    if (decision != Decision::Yes) {
        refuse(connection, ask);
        if (decision == Decision::Gone && m_settings.fault != Fault::ForgetsToLog) {
            note(QStringLiteral("refused %1: nothing left").arg(ask.member));
        }
        return !m_settings.keepsFailed || transaction.value().commit() ? decision
                                                                       : Decision::Failed;
    }
    if (!locks) {
        const auto until = Clock::now() + kRace;
        line.await([until] { return Clock::now() >= until; });
    }
    bool done = m_settings.rowPerSeat ? takeSeat(connection, ask) : writeRow(connection, ask);
    const auto row = connection.value(QStringLiteral("SELECT LAST_INSERT_ID()"));
    if (locks || m_settings.rowPerSeat) { // two take one seat, and each counts it
        done = done && count(connection, ask.coupon, ask.pieces);
    } else if (!isUnlimited) {
        const qint64 after = left.value().toLongLong() - ask.pieces;
        done = done && connection
                           .execute(QStringLiteral("UPDATE promotion SET %1%2 WHERE code = '%3'")
                                        .arg(counts ? QStringLiteral("claimed = seats_total - ")
                                                    : QStringLiteral("seats_left = "))
                                        .arg(after)
                                        .arg(ask.coupon))
                           .ok();
    }
    if (m_settings.fault == Fault::TakesOldRows && !m_oldTaken.exchange(true)) {
        done = done && connection
                           .execute(QStringLiteral("DELETE FROM promotion_claim WHERE claim_no = "
                                                   "%1")
                                        .arg(*std::max_element(m_oldRows.begin(), m_oldRows.end())))
                           .ok();
    }
    if (ask.isLate && m_settings.lateHow == ForeignSettings::Late::HoldsTheLock) {
        beLate(line);
    }
    if (!done || !row || !transaction.value().commit()) {
        return Decision::Failed;
    }
    if (m_settings.cancelEvery > 0) {
        const std::lock_guard lock(m_mutex);
        if (++m_written % m_settings.cancelEvery == 0) {
            m_toCancel.push_back({row.value().toLongLong(), ask});
        }
    }
    return decision;
}

ForeignService::Decision ForeignService::claimInMemory(Connection &connection, const Ask &ask)
{
    const std::lock_guard lock(m_mutex);
    const bool isUnlimited = m_settings.stock == ForeignSettings::Stock::Unlimited;
    int &held = m_held[keyOf(ask.member, ask.coupon)];
    qint64 &left = m_left[ask.coupon];
    const Decision decision =
        decide(held, isUnlimited ? std::nullopt : std::optional<qint64>(left), ask.pieces);
    if (decision != Decision::Yes) {
        refuse(connection, ask);
        return decision;
    }
    ++held;
    left -= ask.pieces;
    if (m_settings.queueTick.count() > 0) {
        m_queue.push_back(ask);
        return decision;
    }
    if (!writeRow(connection, ask)) {
        return Decision::Failed;
    }
    m_pending[ask.coupon] += ask.pieces;
    const auto row = connection.value(QStringLiteral("SELECT LAST_INSERT_ID()"));
    if (m_settings.cancelEvery > 0 && ++m_written % m_settings.cancelEvery == 0 && row) {
        m_toCancel.push_back({row.value().toLongLong(), ask});
    }
    return decision;
}

bool ForeignService::writeRow(Connection &connection, const Ask &ask)
{
    QString columns = QStringLiteral("member, promo_code, request_id");
    QString values = memberValue() + QStringLiteral(", ?, ?");
    if (m_settings.mostPieces > 1) {
        columns += QStringLiteral(", pieces");
        values += QStringLiteral(", %1").arg(ask.pieces);
    }
    if (m_settings.daily) {
        columns += QStringLiteral(", claim_day");
        values += QStringLiteral(", CURDATE()");
    }
    return connection
        .query(QStringLiteral("INSERT INTO promotion_claim (%1) VALUES (%2)").arg(columns, values),
               {ask.member, ask.coupon, ask.requestId})
        .ok();
}

bool ForeignService::takeSeat(Connection &connection, const Ask &ask)
{
    const auto seat = connection.value(
        QStringLiteral("SELECT claim_no FROM promotion_claim WHERE promo_code = ? AND "
                       "member IS NULL ORDER BY claim_no LIMIT 1"),
        {ask.coupon});
    return seat &&
           connection
               .query(QStringLiteral("UPDATE promotion_claim SET member = %1, request_id = ?, "
                                     "claimed_at = NOW(6) WHERE claim_no = %2")
                          .arg(memberValue())
                          .arg(seat.value().toLongLong()),
                      {ask.member, ask.requestId})
               .ok();
}

/// Takes pieces from the stock; negative: gives them back.
bool ForeignService::count(Connection &connection, const QString &coupon, int pieces) const
{
    if ((m_settings.fault == Fault::ForgetsToCount && m_settings.hasFault(coupon)) ||
        m_settings.stock == ForeignSettings::Stock::Unlimited) {
        return true;
    }
    return connection
        .query(QStringLiteral("UPDATE promotion SET %1 WHERE code = ?")
                   .arg(m_settings.stock == ForeignSettings::Stock::Counter
                            ? QStringLiteral("claimed = claimed + ?")
                            : QStringLiteral("seats_left = seats_left - ?")),
               {pieces, coupon})
        .ok();
}

void ForeignService::refuse(Connection &connection, const Ask &ask) const
{
    if (m_settings.keepsFailed) {
        static_cast<void>(connection.query(
            QStringLiteral("INSERT INTO promotion_claim (member, promo_code, request_id, status) "
                           "VALUES (%1, ?, ?, 'FAILED')")
                .arg(memberValue()),
            {ask.member, ask.coupon, ask.requestId}));
    }
}

void ForeignService::drainQueue(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    for (int i = 0; i < m_settings.queueAtATick && !m_queue.empty(); ++i) {
        const Ask ask = m_queue.front();
        m_queue.pop_front();
        if (m_settings.fault == Fault::LosesEvents && ++m_events % kLostEvent == 0) {
            continue;
        }
        auto transaction = Transaction::begin(connection);
        bool done = transaction.ok() && writeRow(connection, ask);
        const auto row = connection.value(QStringLiteral("SELECT LAST_INSERT_ID()"));
        if (m_settings.flush.count() > 0) {
            m_pending[ask.coupon] += ask.pieces;
        } else {
            done = done && count(connection, ask.coupon, ask.pieces);
        }
        if (!done || !row || !transaction.value().commit()) {
            qWarning("the queue of a test's service lost an event by accident");
        } else if (m_settings.cancelEvery > 0 && ++m_written % m_settings.cancelEvery == 0) {
            m_toCancel.push_back({row.value().toLongLong(), ask});
        }
    }
}

void ForeignService::flushStock(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    for (auto pending = m_pending.begin(); pending != m_pending.end(); ++pending) {
        if (*pending != 0 && count(connection, pending.key(), *pending)) {
            *pending = 0;
        }
    }
}

void ForeignService::cancelSome(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    while (!m_toCancel.empty()) {
        const Row row = m_toCancel.front();
        m_toCancel.pop_front();
        const bool inMemory = m_settings.decidesInMemory();
        const bool behind = inMemory && m_settings.flush.count() > 0;
        auto transaction = Transaction::begin(connection);
        // The hot row first, as everybody does.
        bool done =
            transaction.ok() && (behind || count(connection, row.ask.coupon, -row.ask.pieces));
        done =
            done && connection
                        .execute(QStringLiteral("UPDATE promotion_claim SET %1 WHERE claim_no = %2")
                                     .arg(m_settings.softDelete == ForeignSettings::SoftDelete::Mark
                                              ? QStringLiteral("deleted_at = NOW(6)")
                                              : QStringLiteral("status = 'CANCELED'"))
                                     .arg(row.id))
                        .ok();
        if (!done || !transaction.value().commit()) {
            qWarning("a cancellation of a test's service failed");
        } else if (inMemory) {
            --m_held[keyOf(row.ask.member, row.ask.coupon)];
            m_left[row.ask.coupon] += row.ask.pieces;
            m_pending[row.ask.coupon] -= behind ? row.ask.pieces : 0;
        }
    }
}

std::string ForeignService::said(Decision decision) const
{
    const bool always = m_settings.fault == Fault::SaysYesAlways;
    switch (decision) {
    case Decision::Yes:
        return answer(m_settings.queueTick.count() > 0 ? 202 : 201, R"({"ok":true})");
    case Decision::Have:
    case Decision::Gone:
        if (always) {
            return answer(201, R"({"ok":true})");
        }
        if (m_settings.oneRefusal) {
            return answer(409, R"({"error":"NO"})");
        }
        return answer(409,
                      decision == Decision::Have ? R"({"error":"HAVE"})" : R"({"error":"GONE"})");
    case Decision::Failed:
        return answer(500);
    }
    return {};
}

/// Rows that count, in SQL.
QString ForeignService::live() const
{
    QString sql = QStringLiteral("(member IS NOT NULL");
    if (m_settings.softDelete == ForeignSettings::SoftDelete::Status || m_settings.keepsFailed) {
        sql += QStringLiteral(" AND status = 'DONE'");
    }
    if (m_settings.softDelete == ForeignSettings::SoftDelete::Mark) {
        sql += QStringLiteral(" AND deleted_at IS NULL");
    }
    return sql + QLatin1Char(')');
}

/// A placeholder for a person.
QString ForeignService::memberValue() const
{
    return m_settings.people == ForeignSettings::People::Binary
               ? QStringLiteral("UNHEX(REPLACE(?, '-', ''))")
               : m_settings.members.value;
}

void ForeignService::note(const QString &line) const
{
    const std::lock_guard lock(m_logMutex);
    if (m_log.isOpen()) {
        m_log.write(line.toUtf8() + '\n');
        m_log.flush();
    }
}

} // namespace stampede::test
