// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/database_tls.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// Where the database is.
struct DatabaseUrl
{
    enum class Kind
    {
        Managed,
        Mysql
    };
    Kind kind = Kind::Managed;
    QString folder; ///< managed:DIR only; empty for the default folder
    QString user;   ///< Mysql only, as all below
    QString host;   ///< empty with a socket
    int port = 3306;
    QString socket;
    QString database;
    QString passwordFile;
    DatabaseTls tls{};   ///< off with a socket and for Managed
    QStringList dropped; ///< of a jdbc: address what has no meaning here, by name

    /// The URL without any secret, for messages and records.
    [[nodiscard]] QString display() const;
    /// Whether it names this machine: a socket, a loopback address, or an address of one of its
    /// network interfaces. Never asks a name server for anything but "localhost".
    [[nodiscard]] bool isLocal() const;
};

/// Reads `managed:`, `managed:DIR`, `mysql://USER@HOST:PORT/DB`, `mysql://USER@/DB?socket=PATH`,
/// each mysql with an optional `password-file=PATH`, and with a host
/// `tls=off|prefer|require|verify` (prefer where it is left out), `tls-ca=FILE`, `tls-cert=FILE`
/// and `tls-key=FILE`. An address as Java writes it, `jdbc:mysql://HOST:PORT/DB?user=USER&…` or
/// `jdbc:mariadb://…`, is read as far as its settings mean the same. A URL with a password in it is
/// refused without repeating it. The error is a sentence.
Result<DatabaseUrl, QString> parseDatabaseUrl(const QString &text);

/// Keeps a password for that place in this process only, for readPassword(); an empty one forgets
/// it. Any thread.
void keepPassword(const DatabaseUrl &url, const QString &password);

/// The password that was kept for that place, else from the URL's password file or
/// STAMPEDE_DB_PASSWORD; empty where neither is given.
Result<QString, QString> readPassword(const DatabaseUrl &url);

} // namespace stampede
