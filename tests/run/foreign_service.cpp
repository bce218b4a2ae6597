#include "foreign_service.h"

#include <chrono>
#include <thread>
#include <utility>

namespace stampede::test {

namespace {

constexpr std::chrono::milliseconds kLate{20};

} // namespace

ForeignService::ForeignService(const ConnectionSettings &database, int seats, Fault fault,
                               const QString &log, ForeignMembers members)
    : m_database(database)
    , m_fault(fault)
    , m_members(std::move(members))
    , m_log(log)
    , m_peer([this](PeerLine &line) { serve(line); })
{
    const auto connection = Connection::open(m_database);
    m_ready = connection.ok() && (log.isEmpty() || m_log.open(QIODevice::Append));
    const QString count = QString::number(seats);
    for (const QString &sql :
         {QStringLiteral("CREATE TABLE promotion (code VARCHAR(20) PRIMARY KEY, seats_left INT, "
                         "seats_total INT) ENGINE=InnoDB"),
          QStringLiteral("CREATE TABLE promotion_claim (claim_no INT AUTO_INCREMENT PRIMARY KEY, "
                         "member %1, promo_code VARCHAR(20), request_id VARCHAR(40), "
                         "claimed_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6), "
                         "UNIQUE KEY (member, promo_code)) ENGINE=InnoDB")
              .arg(m_members.type),
          QStringLiteral("INSERT INTO promotion VALUES ('SPRING', %1, %1)").arg(count),
          QStringLiteral("INSERT INTO promotion VALUES ('OTHER', 5, 5)")}) {
        m_ready = m_ready && connection.value()->execute(sql).ok();
    }
}

QString ForeignService::url() const
{
    return QString::fromStdString(m_peer.url("/claims/{couponId}"));
}

int ForeignService::claims() const
{
    const auto connection = Connection::open(m_database);
    const auto found =
        connection.value()->value(QStringLiteral("SELECT COUNT(*) FROM promotion_claim"));
    return found ? found.value().toInt() : -1;
}

void ForeignService::serve(PeerLine &line) const
{
    const auto connection = Connection::open(m_database);
    while (const auto request = line.request()) {
        const QString text = QString::fromStdString(*request);
        const auto between = [&text](const char *from, QLatin1Char until) {
            return text.section(QLatin1String(from), 1).section(until, 0, 0);
        };
        const std::string said =
            connection.ok() ? claim(*connection.value(), between("\"member\":\"", QLatin1Char('"')),
                                    between("X-Request-Id: ", QLatin1Char('\r')))
                            : answer(500);
        if (m_fault == Fault::AnswersLate) {
            std::this_thread::sleep_for(kLate);
        }
        line.say(said);
    }
}

std::string ForeignService::claim(Connection &connection, const QString &member,
                                  const QString &requestId) const
{
    auto transaction = Transaction::begin(connection);
    const auto left = connection.value(
        QStringLiteral("SELECT seats_left FROM promotion WHERE code = 'SPRING' FOR UPDATE"));
    if (!transaction || !left) {
        return answer(500);
    }
    const std::string yes = answer(201, R"({"ok":true})");
    const auto held = connection.query(
        QStringLiteral("SELECT 1 FROM promotion_claim WHERE member = %1 AND promo_code = 'SPRING'")
            .arg(m_members.value),
        {member});
    if (held && held.value().size() > 0) {
        return m_fault == Fault::SaysYesAlways ? yes : answer(409, R"({"error":"HAVE"})");
    }
    if (left.value().toInt() <= 0) {
        if (m_fault != Fault::ForgetsToLog) {
            note(QStringLiteral("refused %1: nothing left").arg(member));
        }
        return m_fault == Fault::SaysYesAlways ? yes : answer(409, R"({"error":"GONE"})");
    }
    const auto inserted = connection.query(
        QStringLiteral("INSERT INTO promotion_claim (member, promo_code, request_id) "
                       "VALUES (%1, 'SPRING', ?)")
            .arg(m_members.value),
        {member, requestId});
    const bool counted =
        m_fault == Fault::ForgetsToCount ||
        connection
            .execute(QStringLiteral(
                "UPDATE promotion SET seats_left = seats_left - 1 WHERE code = 'SPRING'"))
            .ok();
    if (!inserted || !counted || !transaction.value().commit()) {
        return answer(500);
    }
    note(QStringLiteral("claimed by %1").arg(member));
    return yes;
}

void ForeignService::note(const QString &line) const
{
    const std::lock_guard lock(m_mutex);
    if (m_log.isOpen()) {
        m_log.write(line.toUtf8() + '\n');
        m_log.flush();
    }
}

} // namespace stampede::test
