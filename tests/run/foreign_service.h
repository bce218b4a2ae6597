#pragma once

#include "peer.h"

#include "database/connection.h"

#include <QFile>
#include <QString>

#include <mutex>

namespace stampede::test {

/// How a service keeps its members.
struct ForeignMembers
{
    QString type = QStringLiteral("VARCHAR(20)"); ///< of the column
    QString value = QStringLiteral("?");          ///< what is written for the one who asks
};

/// A service of somebody else: its own tables, its own answers (201 and 409 with a word), one
/// connection to the database for each client.
class ForeignService
{
public:
    enum class Fault
    {
        None,
        ForgetsToCount, ///< the stock is not written
        SaysYesAlways,  ///< 201 also to those who get nothing
        ForgetsToLog,   ///< nothing is written to its log once all are gone
        AnswersLate,    ///< 20 ms after its work is done
    };
    /// Makes the tables promotion and promotion_claim in an empty database, with so many left.
    /// `log`: where it writes a line a decision, if anywhere.
    ForeignService(const ConnectionSettings &database, int seats, Fault fault = Fault::None,
                   const QString &log = {}, ForeignMembers members = {});

    [[nodiscard]] QString url() const;
    /// Its claims, read from the database.
    [[nodiscard]] int claims() const;
    [[nodiscard]] bool isReady() const { return m_ready; }

private:
    void serve(PeerLine &line) const;
    std::string claim(Connection &connection, const QString &member,
                      const QString &requestId) const;

    void note(const QString &line) const;

    ConnectionSettings m_database;
    Fault m_fault;
    ForeignMembers m_members;
    mutable std::mutex m_mutex; ///< guards m_log
    mutable QFile m_log;
    bool m_ready = false;
    Peer m_peer; ///< last: it ends before the rest goes
};

} // namespace stampede::test
