// SPDX-License-Identifier: MIT
#include "database/sql_error.h"

#include <QSqlError>

namespace stampede {

namespace {

constexpr qsizetype kLongestMessage = 500;

SqlErrorKind kindOf(int code)
{
    switch (code) {
    case 1062: // ER_DUP_ENTRY
        return SqlErrorKind::DuplicateKey;
    case 1213: // ER_LOCK_DEADLOCK
        return SqlErrorKind::Deadlock;
    case 1205: // ER_LOCK_WAIT_TIMEOUT
        return SqlErrorKind::LockWaitTimeout;
    case 1020: // ER_CHECKREAD
        return SqlErrorKind::ChangedRow;
    case 1969: // MariaDB: ER_STATEMENT_TIMEOUT
    case 3024: // MySQL: ER_QUERY_TIMEOUT
        return SqlErrorKind::StatementTimeout;
    case 1317: // ER_QUERY_INTERRUPTED
        return SqlErrorKind::Interrupted;
    case 1053: // ER_SERVER_SHUTDOWN
    case 1152: // ER_ABORTING_CONNECTION
    case 1158: // ER_NET_READ_ERROR
    case 1159: // ER_NET_READ_INTERRUPTED
    case 1160: // ER_NET_ERROR_ON_WRITE
    case 1161: // ER_NET_WRITE_INTERRUPTED
    case 1184: // ER_NEW_ABORTING_CONNECTION
    case 1927: // MariaDB: ER_CONNECTION_KILLED
    case 2006: // CR_SERVER_GONE_ERROR
    case 2013: // CR_SERVER_LOST
    case 2055: // CR_SERVER_LOST_EXTENDED
    case 3169: // MySQL: ER_SESSION_WAS_KILLED
    case 4031: // MySQL: ER_CLIENT_INTERACTION_TIMEOUT
        return SqlErrorKind::ConnectionLost;
    case 1040: // ER_CON_COUNT_ERROR
    case 1044: // ER_DBACCESS_DENIED_ERROR
    case 1045: // ER_ACCESS_DENIED_ERROR
    case 1049: // ER_BAD_DB_ERROR
    case 1129: // ER_HOST_IS_BLOCKED
    case 1130: // ER_HOST_NOT_PRIVILEGED
    case 1142: // ER_TABLEACCESS_DENIED_ERROR
    case 1203: // ER_TOO_MANY_USER_CONNECTIONS
    case 1226: // ER_USER_LIMIT_REACHED
    case 1227: // ER_SPECIFIC_ACCESS_DENIED_ERROR
    case 1251: // ER_NOT_SUPPORTED_AUTH_MODE
    case 1698: // ER_ACCESS_DENIED_NO_PASSWORD_ERROR
    case 1820: // ER_MUST_CHANGE_PASSWORD
    case 1862: // ER_MUST_CHANGE_PASSWORD_LOGIN
    case 2002: // CR_CONNECTION_ERROR
    case 2003: // CR_CONN_HOST_ERROR
    case 2005: // CR_UNKNOWN_HOST
    case 2026: // CR_SSL_CONNECTION_ERROR
    case 2059: // CR_AUTH_PLUGIN_CANNOT_LOAD
    case 3118: // MySQL: ER_ACCOUNT_HAS_BEEN_LOCKED
    case 4151: // MariaDB: ER_ACCOUNT_HAS_BEEN_LOCKED
        return SqlErrorKind::Refused;
    default:
        return SqlErrorKind::Other;
    }
}

/// The server's text, fit for one line: it may quote values that somebody else chose.
QString cleaned(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar character : text) {
        const bool control = character.category() == QChar::Other_Control;
        line.append(control ? QLatin1Char(' ') : character);
    }
    return line.simplified().left(kLongestMessage);
}

} // namespace

SqlError sqlErrorFrom(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {.kind = kindOf(code), .code = code, .message = cleaned(text)};
}

} // namespace stampede
