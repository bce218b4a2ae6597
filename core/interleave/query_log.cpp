// SPDX-License-Identifier: MIT
#include "interleave/query_log.h"

#include "interleave/interleave_words.h"

#include "text/printable_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace stampede {

namespace {

constexpr auto kInsensitive = QRegularExpression::CaseInsensitiveOption;
const QString kLiteral = QStringLiteral("'(?:[^'\\\\]|''|\\\\.)*'|-?\\d+(?:\\.\\d+)?");

struct LoggedStatement
{
    QString connection;
    QString sql;
};

bool startsWith(const QString &sql, const char *word)
{
    return sql.startsWith(QLatin1String(word), Qt::CaseInsensitive);
}

/// Without the blanks and line feeds that do not stand in quotes.
QString onOneLine(const QString &sql)
{
    QString line;
    QChar quote;
    for (const QChar letter : sql.trimmed()) {
        if (quote.isNull() && letter.isSpace()) {
            line += line.endsWith(QLatin1Char(' ')) ? QString() : QStringLiteral(" ");
            continue;
        }
        line += letter;
        if (letter == quote) {
            quote = QChar();
        } else if (quote.isNull() && QStringLiteral("'\"`").contains(letter)) {
            quote = letter;
        }
    }
    return line;
}

/// What is executed, of both kinds of log, in its order.
QList<LoggedStatement> statementsOf(const QString &log)
{
    static const QRegularExpression general(QStringLiteral(
        "^(?:\\d{6}\\s+\\d{1,2}:\\d{2}:\\d{2}|\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(?:Z|[+-][\\d:]+))?\\s*"
        "(\\d+)\\s(Query|Execute|Prepare|Connect|Quit|Close stmt|Init DB|Reset stmt|Field List|"
        "Statistics|Ping|Change user|Long Data|Fetch|Set option)\\b\\s?(.*)$"));
    static const QRegularExpression thread(QStringLiteral("^# Thread_id: (\\d+)"));
    QList<LoggedStatement> found;
    bool takes = false;
    bool isSlow = false;
    QString connection;
    for (const QString &line : log.split(QLatin1Char('\n'))) {
        if (const auto of = thread.match(line); of.hasMatch()) {
            isSlow = true;
            connection = of.captured(1);
        }
        if (line.startsWith(QLatin1Char('#'))) {
            takes = isSlow;
            if (isSlow) {
                found << LoggedStatement{connection, {}};
            }
            continue;
        }
        if (const auto entry = general.match(line); entry.hasMatch()) {
            takes = entry.captured(2) == QLatin1String("Query") ||
                    entry.captured(2) == QLatin1String("Execute");
            if (takes) {
                found << LoggedStatement{entry.captured(1), entry.captured(3)};
            }
        } else if (takes && !found.isEmpty()) {
            found.last().sql += QLatin1Char('\n') + line;
        }
    }
    QList<LoggedStatement> statements;
    static const QRegularExpression remarks(
        QStringLiteral("^\\s*(?:use [^;]*;|SET timestamp=\\d+;)\\s*"), kInsensitive);
    for (LoggedStatement &statement : found) {
        while (remarks.match(statement.sql).hasMatch()) {
            statement.sql.remove(remarks);
        }
        statement.sql = onOneLine(statement.sql);
        while (statement.sql.endsWith(QLatin1Char(';'))) {
            statement.sql.chop(1);
        }
        if (!statement.sql.isEmpty()) {
            statements << statement;
        }
    }
    return statements;
}

/// What a session says of itself, and no part of a transaction.
bool isTalk(const QString &sql)
{
    return startsWith(sql, "SET ") || startsWith(sql, "SHOW ") || startsWith(sql, "SELECT @@") ||
           startsWith(sql, "USE ") ||
           sql.compare(QLatin1String("SELECT 1"), Qt::CaseInsensitive) == 0;
}

bool isBegin(const QString &sql)
{
    return startsWith(sql, "BEGIN") || startsWith(sql, "START TRANSACTION");
}

/// The first transaction that is committed, its begin and its end included; empty where there is
/// none.
QStringList firstTransaction(const QList<LoggedStatement> &statements)
{
    QMap<QString, QStringList> open;
    for (const LoggedStatement &statement : statements) {
        QStringList &so = open[statement.connection];
        if (isBegin(statement.sql) || startsWith(statement.sql, "SET autocommit")) {
            so.clear();
        }
        if (!isTalk(statement.sql)) {
            so << statement.sql;
        }
        const bool commits = startsWith(statement.sql, "COMMIT");
        if (commits && so.size() > 1 && !(so.size() == 2 && isBegin(so.constFirst()))) {
            return so;
        }
        if (commits || startsWith(statement.sql, "ROLLBACK")) {
            so.clear();
        }
    }
    return {};
}

struct DraftStep
{
    QString sql;
    QMap<QString, QString> extract; ///< a name to a column
};

/// The columns that a SELECT gives, by their own names: what they are called in its rows.
QMap<QString, QString> columnsRead(const QString &sql)
{
    static const QRegularExpression list(QStringLiteral("^SELECT\\s+(.*?)\\s+FROM\\s"),
                                         kInsensitive);
    static const QRegularExpression column(
        QStringLiteral("^(?:`?\\w+`?\\.)*`?(\\w+)`?(?:\\s+(?:AS\\s+)?`?(\\w+)`?)?$"), kInsensitive);
    QMap<QString, QString> columns;
    const auto found = list.match(sql);
    for (const QString &part : found.captured(1).split(QLatin1Char(','))) {
        const auto named = column.match(part.trimmed());
        if (named.hasMatch()) {
            columns.insert(named.captured(1),
                           named.captured(2).isEmpty() ? named.captured(1) : named.captured(2));
        }
    }
    return columns;
}

class Drafting
{
public:
    explicit Drafting(const QStringList &statements)
    {
        for (const QString &sql : statements) {
            take(sql);
        }
    }

    QByteArray json(const QString &name) const
    {
        const auto quoted = [](const QString &text) {
            const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
            return QString::fromUtf8(list.mid(1, list.size() - 2));
        };
        QStringList values;
        for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
            const bool isText = value.value().startsWith(QLatin1Char('\''));
            const QString text =
                isText ? value.value().mid(1, value.value().size() - 2) : value.value();
            values << quoted(value.key()) + QStringLiteral(": ") + (isText ? quoted(text) : text);
        }
        QStringList steps;
        for (const DraftStep &step : m_steps) {
            QStringList extracts;
            for (auto kept = step.extract.cbegin(); kept != step.extract.cend(); ++kept) {
                extracts << quoted(kept.key()) + QStringLiteral(": ") + quoted(kept.value());
            }
            steps << QStringLiteral("      { \"sql\": %1%2 }")
                         .arg(quoted(step.sql),
                              extracts.isEmpty() ? QString()
                                                 : QStringLiteral(", \"extract\": { %1 }")
                                                       .arg(extracts.join(QStringLiteral(", "))));
        }
        steps << m_last;
        const QString person = QStringLiteral("{ \"values\": { %1 }, \"steps\": \"request\" }")
                                   .arg(values.join(QStringLiteral(", ")));
        return QStringLiteral("{\n  \"schema\": \"stampede.transactions/1\",\n  \"name\": %1,\n"
                              "  \"isolation\": \"default\",\n  \"setup\": [],\n  \"reset\": [],\n"
                              "  \"transactions\": {\n    \"A\": %2,\n    \"B\": %2\n  },\n"
                              "  \"steps\": {\n    \"request\": [\n%3\n    ]\n  },\n"
                              "  \"must\": []\n}\n")
            .arg(quoted(name), person, steps.join(QStringLiteral(",\n")))
            .toUtf8();
    }

    QStringList notes() const
    {
        QStringList notes = m_notes;
        if (!m_values.isEmpty()) {
            notes << InterleaveText::tr(
                         "A and B have the same values (%1): one person twice. For two "
                         "people change those of B.")
                         .arg(QStringList(m_values.keys()).join(QStringLiteral(", ")));
        }
        return notes << InterleaveText::tr(
                            "\"setup\" and \"reset\" are empty: what makes and fills the "
                            "tables %1 (SHOW CREATE TABLE tells the first)?")
                            .arg(QStringList(m_tables.values()).join(QStringLiteral(", ")))
                     << InterleaveText::tr("\"must\" is empty: which statement gives a row where "
                                           "something is wrong?")
                     << InterleaveText::tr(
                            "Where the service looks at what it read before it goes on, "
                            "a step \"stopUnless\" is missing: a log does not show it.");
    }

private:
    void take(const QString &sql)
    {
        static const QRegularExpression table(
            QStringLiteral("\\b(?:FROM|JOIN|UPDATE|INTO)\\s+`?(\\w+)`?"), kInsensitive);
        for (auto tables = table.globalMatch(sql); tables.hasNext();) {
            const QString name = tables.next().captured(1);
            m_tables.insert(name);
        }
        if (isBegin(sql)) {
            if (sql.contains(QLatin1String("SNAPSHOT"), Qt::CaseInsensitive)) {
                m_steps << DraftStep{sql, {}};
                m_notes << InterleaveText::tr("step %1 begins the transaction: make it \"begin\" "
                                              "instead of \"sql\"")
                               .arg(m_steps.size());
            }
            return;
        }
        if (startsWith(sql, "COMMIT")) {
            m_last = QStringLiteral("      { \"commit\": \"done\" }");
            return;
        }
        DraftStep step{sql, {}};
        if (startsWith(sql, "UPDATE")) {
            bindUpdate(step.sql);
        } else if (startsWith(sql, "INSERT")) {
            bindInsert(step.sql);
        }
        bindKnown(step.sql);
        m_steps << step;
    }

    /// The last step that read the column, with the name that its rows have for it.
    std::optional<qsizetype> stepThatRead(const QString &column) const
    {
        for (qsizetype at = m_steps.size() - 1; at >= 0; --at) {
            if (startsWith(m_steps[at].sql, "SELECT") &&
                columnsRead(m_steps[at].sql).contains(column)) {
                return at;
            }
        }
        return std::nullopt;
    }

    void extract(qsizetype step, const QString &column)
    {
        m_steps[step].extract.insert(column, columnsRead(m_steps[step].sql).value(column));
    }

    /// Numbers written into a column that was read, and those that it is compared with.
    void bindUpdate(QString &sql)
    {
        static const QRegularExpression parts(
            QStringLiteral("^(UPDATE\\s.*?\\sSET\\s)(.*?)(\\sWHERE\\s.*)?$"), kInsensitive);
        static const QRegularExpression assigned(
            QStringLiteral("((?:`?\\w+`?\\.)?`?(\\w+)`?\\s*=\\s*)(-?\\d+)(?=\\s*(?:,|$))"));
        const auto whole = parts.match(sql);
        if (!whole.hasMatch()) {
            return;
        }
        QString set = whole.captured(2);
        QString where = whole.captured(3);
        QString made;
        qsizetype from = 0;
        for (auto found = assigned.globalMatch(set); found.hasNext();) {
            const auto one = found.next();
            const QString column = one.captured(2);
            const auto reader = stepThatRead(column);
            if (!reader) {
                continue;
            }
            extract(*reader, column);
            const QRegularExpression compared(
                QStringLiteral("(\\b`?%1`?\\s*=\\s*)(-?\\d+)\\b").arg(column));
            const auto same = compared.match(where);
            const qint64 difference =
                same.hasMatch() ? one.captured(3).toLongLong() - same.captured(2).toLongLong() : -1;
            if (same.hasMatch()) {
                where.replace(same.capturedStart(), same.capturedLength(),
                              same.captured(1) + QLatin1Char(':') + column);
            }
            made += set.mid(from, one.capturedStart() - from) + one.captured(1) +
                    QStringLiteral(":%1 %2 %3")
                        .arg(column, difference < 0 ? QStringLiteral("-") : QStringLiteral("+"))
                        .arg(qAbs(difference));
            from = one.capturedEnd();
            m_notes
                << (same.hasMatch()
                        ? InterleaveText::tr("step %1 writes %2 = %3: taken for what step %4 read, "
                                             "%5.")
                              .arg(m_steps.size() + 1)
                              .arg(column, one.captured(3))
                              .arg(*reader + 1)
                              .arg((difference < 0 ? QString() : QStringLiteral("+")) +
                                   QString::number(difference))
                        : InterleaveText::tr("step %1 writes %2 = %3: taken for what step %4 read, "
                                             "less one. Check it: a log holds no rows.")
                              .arg(m_steps.size() + 1)
                              .arg(column, one.captured(3))
                              .arg(*reader + 1));
        }
        sql = whole.captured(1) + made + set.mid(from) + where;
    }

    /// What is inserted becomes values, by the columns.
    void bindInsert(QString &sql)
    {
        static const QRegularExpression insert(
            QStringLiteral("^(INSERT\\s.*?\\()([^()]*)(\\)\\s*VALUES\\s*\\()(.*)(\\)[^()]*)$"),
            kInsensitive);
        const auto parts = insert.match(sql);
        if (!parts.hasMatch()) {
            return;
        }
        const QStringList columns = parts.captured(2).split(QLatin1Char(','));
        static const QRegularExpression value(
            QStringLiteral("\\s*(%1|[^,()]+(?:\\([^()]*\\))?)\\s*(?:,|$)").arg(kLiteral));
        static const QRegularExpression literal(QStringLiteral("^(?:%1)$").arg(kLiteral));
        static const QRegularExpression name(QStringLiteral("^[A-Za-z_]\\w*$")); // :name
        QStringList bound;
        qsizetype at = 0;
        for (auto values = value.globalMatch(parts.captured(4)); values.hasNext(); ++at) {
            const QString written = values.next().captured(1).trimmed();
            const QString column =
                columns.value(at).trimmed().remove(QLatin1Char('`')).section(QLatin1Char('.'), -1);
            if (!name.match(column).hasMatch() || !literal.match(written).hasMatch()) {
                bound << written;
                continue;
            }
            m_values.insert(column, written);
            bound << QLatin1Char(':') + column;
        }
        if (at == columns.size()) {
            sql = parts.captured(1) + parts.captured(2) + parts.captured(3) +
                  bound.join(QStringLiteral(", ")) + parts.captured(5);
        }
    }

    /// Comparisons with what is inserted, here and in the steps before.
    void bindKnown(QString &sql)
    {
        const auto bind = [this](QString &text) {
            for (auto known = m_values.cbegin(); known != m_values.cend(); ++known) {
                const QRegularExpression compared(
                    QStringLiteral("(\\b%1`?\\s*=\\s*)%2(?![\\w'.])")
                        .arg(known.key(), QRegularExpression::escape(known.value())));
                text.replace(compared, QStringLiteral("\\1:") + known.key());
            }
        };
        bind(sql);
        for (DraftStep &step : m_steps) {
            bind(step.sql);
        }
    }

    QList<DraftStep> m_steps;
    QString m_last = QStringLiteral("      { \"commit\": \"done\" }");
    QMap<QString, QString> m_values; ///< as they are written in SQL
    QSet<QString> m_tables;
    QStringList m_notes;
};

} // namespace

Result<TransactionsDraft, QString> transactionsFromLog(const QByteArray &log, const QString &source)
{
    const QList<LoggedStatement> statements = statementsOf(QString::fromUtf8(log));
    if (statements.isEmpty()) {
        return Failure{InterleaveText::tr("%1: holds no statement of a general query log or a slow "
                                          "query log")
                           .arg(printable(source))};
    }
    const QStringList first = firstTransaction(statements);
    if (first.isEmpty()) {
        return Failure{InterleaveText::tr("%1: no connection commits a transaction there")
                           .arg(printable(source))};
    }
    const Drafting drafting(first);
    return TransactionsDraft{drafting.json(QFileInfo(source).completeBaseName()), drafting.notes()};
}

} // namespace stampede
