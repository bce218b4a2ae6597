// SPDX-License-Identifier: MIT
#include "database/account_rights.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <initializer_list>

namespace stampede {

namespace {

/// Rights with which nothing in a database can be changed. EXECUTE is among them: in a read-only
/// transaction a routine cannot write either.
bool onlyReads(const QString &right)
{
    static const QSet<QString> reading = {QStringLiteral("USAGE"),
                                          QStringLiteral("SELECT"),
                                          QStringLiteral("SHOW VIEW"),
                                          QStringLiteral("SHOW DATABASES"),
                                          QStringLiteral("PROCESS"),
                                          QStringLiteral("REPLICATION CLIENT"),
                                          QStringLiteral("REFERENCES"),
                                          QStringLiteral("BINLOG MONITOR"),
                                          QStringLiteral("SLAVE MONITOR"),
                                          QStringLiteral("REPLICA MONITOR"),
                                          QStringLiteral("EXECUTE"),
                                          QStringLiteral("REPLICATION SLAVE"),
                                          QStringLiteral("LOCK TABLES"),
                                          QStringLiteral("SHOW_ROUTINE"),
                                          QStringLiteral("SHOW CREATE ROUTINE")};
    return reading.contains(right);
}

/// A name as SHOW GRANTS writes it, without its quotes.
QString unquoted(QString name)
{
    if (name.size() >= 2 && (name.front() == u'`' || name.front() == u'"')) {
        const QString doubled(2, name.front());
        const QChar quote = name.front();
        name = name.mid(1, name.size() - 2).replace(doubled, quote);
    }
    return name;
}

/// Whether the database of a grant, in which % and _ stand for others, means that one.
bool means(const QString &pattern, const QString &database)
{
    if (pattern == QLatin1String("*")) {
        return true;
    }
    QString expression;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'\\' && i + 1 < pattern.size()) {
            expression += QRegularExpression::escape(pattern[++i]);
        } else if (pattern[i] == u'%') {
            expression += QStringLiteral(".*");
        } else if (pattern[i] == u'_') {
            expression += QLatin1Char('.');
        } else {
            expression += QRegularExpression::escape(pattern[i]);
        }
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::CaseInsensitiveOption)
        .match(database)
        .hasMatch();
}

/// One line of SHOW GRANTS, where it gives rights on something.
struct Grant
{
    QStringList rights;    ///< in capitals, those for single columns included
    QStringList whole;     ///< without these
    QString database;      ///< a pattern, or *
    bool onTables = false; ///< on all of a database or more, not on one table or routine of it
};

Grant readGrant(const QString &line)
{
    // GRANT SELECT, INSERT (`a`, `b`) ON `shop`.* TO `reader`@`%`
    static const QRegularExpression form(QStringLiteral(
        "^GRANT (.+?) ON (?:TABLE )?(\\*|`(?:[^`]|``)+`|\"[^\"]+\"|\\w+)\\.(\\S+) TO "));
    static const QRegularExpression columns(QStringLiteral("\\([^)]*\\)"));
    static const QRegularExpression ofColumns(QStringLiteral("[A-Z ]+\\([^)]*\\)"));
    const auto match = form.match(line);
    if (!match.hasMatch()) {
        return {};
    }
    const auto words = [](const QString &list) {
        QStringList rights;
        const QStringList parts = list.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty()) {
                rights << part.trimmed();
            }
        }
        return rights;
    };
    const QString rights = match.captured(1).toUpper();
    return {words(QString(rights).remove(columns)), words(QString(rights).remove(ofColumns)),
            unquoted(match.captured(2)), match.captured(3) == QLatin1String("*")};
}

/// How much of a grant's pattern is meant literally; the more, the sooner the server takes it.
qsizetype literalLength(const QString &pattern)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'\\') {
            ++i;
        } else if (pattern[i] == u'%' || pattern[i] == u'_') {
            return i;
        }
    }
    return pattern.size() + 1;
}

/// What is granted on all of a database.
struct DatabaseGrants
{
    QStringList everywhere;
    QStringList here; ///< by the pattern that counts
    QString pattern;  ///< of these; empty where there are none
};

DatabaseGrants grantedOn(const QStringList &grants, const QString &database)
{
    DatabaseGrants granted;
    for (const QString &line : grants) {
        const Grant grant = readGrant(line);
        if (!grant.onTables || !means(grant.database, database)) {
            continue;
        }
        if (grant.database == QLatin1String("*")) {
            granted.everywhere += grant.whole;
            continue;
        }
        const qsizetype longer = literalLength(grant.database) - literalLength(granted.pattern);
        if (granted.pattern.isEmpty() || longer > 0) {
            granted.here.clear();
            granted.pattern = grant.database;
        }
        if (grant.database == granted.pattern) {
            granted.here += grant.whole;
        }
    }
    return granted;
}

Result<QStringList, SqlError> grantsOf(Connection &connection)
{
    QString statement = QStringLiteral("SHOW GRANTS");
    if (!connection.isMariaDb()) { // MySQL shows what comes by a role only where it is named
        const auto roles = connection.value(QStringLiteral("SELECT CURRENT_ROLE()"));
        if (roles && roles.value().toString() != QLatin1String("NONE")) {
            statement += QStringLiteral(" FOR CURRENT_USER() USING ") + roles.value().toString();
        }
    }
    auto answered = connection.query(statement);
    if (!answered) {
        return Failure{answered.error()};
    }
    QStringList grants;
    while (answered.value().next()) {
        grants << answered.value().value(0).toString();
    }
    return grants;
}

} // namespace

QStringList writingRights(const QStringList &grants, const QString &database)
{
    QStringList found;
    for (const QString &line : grants) {
        const Grant grant = readGrant(line);
        if (!means(grant.database, database)) {
            continue;
        }
        for (const QString &right : grant.rights) {
            if (!onlyReads(right) && !found.contains(right)) {
                found << right;
            }
        }
    }
    return found;
}

Result<QStringList, SqlError> writingRights(Connection &connection, const QString &database)
{
    const auto grants = grantsOf(connection);
    return grants ? Result<QStringList, SqlError>(writingRights(grants.value(), database))
                  : Failure{grants.error()};
}

QStringList missingForSight(const QStringList &grants, const QString &database)
{
    const DatabaseGrants all = grantedOn(grants, database);
    const QStringList granted = all.everywhere + all.here;
    const auto has = [&granted](std::initializer_list<const char *> rights) {
        return std::any_of(rights.begin(), rights.end(), [&granted](const char *right) {
            return granted.contains(QLatin1String(right));
        });
    };
    QStringList missing;
    if (has({"ALL PRIVILEGES", "ALL"})) {
        return missing;
    }
    if (!has({"SELECT"})) {
        missing << QStringLiteral("SELECT");
    }
    if (!has({"EXECUTE", "CREATE ROUTINE", "ALTER ROUTINE"})) {
        missing << QStringLiteral("EXECUTE");
    }
    for (const char *right : {"EVENT", "TRIGGER"}) {
        if (!has({right})) {
            missing << QLatin1String(right);
        }
    }
    return missing;
}

Result<QString, SqlError> grantForSight(Connection &connection, const QString &database)
{
    const auto grants = grantsOf(connection);
    if (!grants) {
        return Failure{grants.error()};
    }
    const QStringList missing = missingForSight(grants.value(), database);
    if (missing.isEmpty()) {
        return QString();
    }
    const auto account = connection.value(QStringLiteral("SELECT CURRENT_USER()"));
    if (!account) {
        return Failure{account.error()};
    }
    const QString name = account.value().toString();
    const qsizetype at = name.lastIndexOf(QLatin1Char('@'));
    // In the place of a database _ and % stand for others. What is granted for a narrower pattern
    // hides what is granted for a wider one, so that it has to be said again.
    const DatabaseGrants granted = grantedOn(grants.value(), database);
    QString pattern = database;
    pattern.replace(QLatin1Char('_'), QStringLiteral("\\_"))
        .replace(QLatin1Char('%'), QStringLiteral("\\%"));
    const bool hasOwn = !granted.pattern.isEmpty() && !granted.pattern.contains(QLatin1Char('%'));
    const QStringList rights = hasOwn ? missing : granted.here + missing;
    return QStringLiteral("GRANT %1 ON %2.* TO %3@%4")
        .arg(rights.join(QStringLiteral(", ")),
             quotedIdentifier(hasOwn ? granted.pattern : pattern), quotedIdentifier(name.left(at)),
             quotedIdentifier(name.mid(at + 1)));
}

} // namespace stampede
