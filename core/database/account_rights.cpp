#include "database/account_rights.h"

#include <QRegularExpression>
#include <QSet>

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

} // namespace

QStringList writingRights(const QStringList &grants, const QString &database)
{
    // GRANT SELECT, INSERT (`a`, `b`) ON `shop`.* TO `reader`@`%`
    static const QRegularExpression line(QStringLiteral(
        "^GRANT (.+?) ON (?:TABLE )?(\\*|`(?:[^`]|``)+`|\"[^\"]+\"|\\w+)\\.\\S+ TO "));
    static const QRegularExpression columns(QStringLiteral("\\([^)]*\\)"));
    QStringList found;
    for (const QString &grant : grants) {
        const auto match = line.match(grant);
        if (!match.hasMatch() || !means(unquoted(match.captured(2)), database)) {
            continue;
        }
        QString rights = match.captured(1).toUpper();
        rights.remove(columns);
        const QStringList words = rights.split(QLatin1Char(','));
        for (const QString &word : words) {
            const QString right = word.trimmed();
            if (!onlyReads(right) && !found.contains(right)) {
                found << right;
            }
        }
    }
    return found;
}

Result<QStringList, SqlError> writingRights(Connection &connection, const QString &database)
{
    auto answered = connection.query(QStringLiteral("SHOW GRANTS"));
    if (!answered) {
        return Failure{answered.error()};
    }
    QStringList grants;
    while (answered.value().next()) {
        grants << answered.value().value(0).toString();
    }
    return writingRights(grants, database);
}

} // namespace stampede
