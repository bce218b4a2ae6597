#pragma once

#include "peer.h"

#include "database/connection.h"

#include <QString>

namespace stampede::test {

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
    };
    /// Makes the tables promotion and promotion_claim in an empty database, with so many left.
    ForeignService(const ConnectionSettings &database, int seats, Fault fault = Fault::None);

    [[nodiscard]] QString url() const;
    /// Its claims, read from the database.
    [[nodiscard]] int claims() const;
    [[nodiscard]] bool isReady() const { return m_ready; }

private:
    void serve(PeerLine &line) const;
    std::string claim(Connection &connection, const QString &member,
                      const QString &requestId) const;

    ConnectionSettings m_database;
    Fault m_fault;
    bool m_ready = false;
    Peer m_peer; ///< last: it ends before the rest goes
};

} // namespace stampede::test
