// SPDX-License-Identifier: MIT
#include "audit/row_checks.h"

#include "record/check_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace stampede {

namespace {

struct KeyColumn
{
    QString name;
    bool mayBeNull = false;
    QString expression; ///< of a generated column; else empty
};

struct UniqueKey
{
    QString name;
    QList<KeyColumn> columns;

    [[nodiscard]] bool has(const QString &column) const
    {
        return std::any_of(columns.begin(), columns.end(), [&column](const KeyColumn &each) {
            return each.name.compare(column, Qt::CaseInsensitive) == 0;
        });
    }
    /// "uk_one (user_id, coupon_id)"
    [[nodiscard]] QString text() const
    {
        QStringList names;
        for (const KeyColumn &column : columns) {
            names << (column.name.isEmpty() ? QStringLiteral("…") : column.name);
        }
        return QStringLiteral("%1 (%2)").arg(name, names.join(QStringLiteral(", ")));
    }
};

/// What a key does about a second row of a person that counts.
enum class Guard
{
    None,
    Hole,    ///< a column may be NULL in such rows, and NULLs are never equal
    Unknown, ///< a column may differ, or not
    Stops
};

struct Found
{
    Guard guard = Guard::None;
    UniqueKey key;
    QString column; ///< with Hole and Unknown
};

QString schemaOf(const TableLayout &layout)
{
    return layout.issuedDatabase.isEmpty() ? QStringLiteral("DATABASE()")
                                           : quotedText(layout.issuedDatabase);
}

/// The unique keys that the person is a part of.
QString keysSql(const TableLayout &layout)
{
    return QStringLiteral("SELECT index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index "
                          "SEPARATOR ', ') AS key_columns FROM information_schema.statistics "
                          "WHERE table_schema = %1 AND table_name = %2 AND non_unique = 0 "
                          "GROUP BY index_name HAVING SUM(column_name = %3) = 1")
        .arg(schemaOf(layout), quotedText(layout.issuedTable), quotedText(layout.issuedUser));
}

Result<QList<UniqueKey>, SqlError> keysOf(Snapshot &snapshot)
{
    const TableLayout &layout = snapshot.layout();
    const auto found = snapshot.find(
        QStringLiteral("SELECT s.index_name, s.column_name, s.nullable = 'YES', "
                       "COALESCE(c.generation_expression, '') FROM information_schema.statistics s "
                       "LEFT JOIN information_schema.columns c ON c.table_schema = s.table_schema "
                       "AND c.table_name = s.table_name AND c.column_name = s.column_name "
                       "WHERE s.table_schema = %1 AND s.table_name = %2 AND s.non_unique = 0 "
                       "ORDER BY s.index_name, s.seq_in_index")
            .arg(schemaOf(layout), quotedText(layout.issuedTable)));
    if (!found) {
        return Failure{found.error()};
    }
    QList<UniqueKey> keys;
    for (const QVariantList &row : found.value().first) {
        if (keys.isEmpty() || keys.constLast().name != row.value(0).toString()) {
            keys.append({row.value(0).toString(), {}});
        }
        keys.last().columns.append(
            {row.value(1).toString(), row.value(2).toInt() != 0, row.value(3).toString()});
    }
    keys.removeIf([&layout](const UniqueKey &key) {
        const bool isRowId = !layout.issuedId.isEmpty() && key.has(layout.issuedId);
        return isRowId || !key.has(layout.issuedUser);
    });
    return keys;
}

/// The literals that a column can have in rows that count; nothing where any may stand there.
QStringList valuesOf(const TableLayout &layout, const QString &column)
{
    const auto found = std::find_if(
        layout.countedValues.begin(), layout.countedValues.end(), [&column](const auto &each) {
            return each.column.compare(column, Qt::CaseInsensitive) == 0;
        });
    return found == layout.countedValues.end() ? QStringList() : found->literals;
}

/// What a generated column is in rows that count, where `where` fixes all that it is made of.
Guard guardOfGenerated(const QString &expression, Snapshot &snapshot)
{
    static const QRegularExpression names(QStringLiteral("`([^`]+)`"));
    QStringList tables;
    QStringList seen;
    auto name = names.globalMatch(expression);
    while (name.hasNext()) {
        const QString column = name.next().captured(1);
        const QStringList values = valuesOf(snapshot.layout(), column);
        if (values.isEmpty()) {
            return Guard::Unknown;
        }
        if (seen.contains(column, Qt::CaseInsensitive)) {
            continue;
        }
        seen << column;
        QStringList rows;
        for (const QString &value : values) {
            rows << QStringLiteral("SELECT %1 AS %2").arg(value, quotedIdentifier(column));
        }
        tables << QStringLiteral("(%1) AS %2")
                      .arg(rows.join(QStringLiteral(" UNION ALL ")),
                           quotedIdentifier(QStringLiteral("of_%1").arg(seen.size())));
    }
    if (tables.isEmpty()) {
        return Guard::Unknown;
    }
    const auto found = snapshot.find(
        QStringLiteral("SELECT COUNT(DISTINCT made), COALESCE(SUM(made IS NULL), 0) FROM "
                       "(SELECT (%1) AS made FROM %2) AS counted")
            .arg(expression, tables.join(QStringLiteral(" CROSS JOIN "))));
    if (!found || found.value().first.isEmpty()) {
        return Guard::Unknown;
    }
    const QVariantList &made = found.value().first.constFirst();
    if (made.value(1).toLongLong() > 0) {
        return Guard::Hole;
    }
    return made.value(0).toLongLong() == 1 ? Guard::Stops : Guard::Unknown;
}

/// What a column of a key leaves of its guard.
Guard guardOf(const KeyColumn &column, Snapshot &snapshot)
{
    const TableLayout &layout = snapshot.layout();
    const auto is = [&column](const QString &name) {
        return column.name.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (is(layout.issuedUser)) { // a row without a person is nobody's
        return column.mayBeNull && !layout.userMayBeNull ? Guard::Hole : Guard::Stops;
    }
    if (is(layout.issuedCoupon)) { // the rows of this coupon have one
        return Guard::Stops;
    }
    if (layout.within.contains(column.name, Qt::CaseInsensitive)) {
        return column.mayBeNull ? Guard::Hole : Guard::Stops;
    }
    const QStringList values = valuesOf(layout, column.name);
    if (!values.isEmpty()) {
        const bool isNull = values.contains(QStringLiteral("NULL"));
        return isNull ? Guard::Hole : values.size() == 1 ? Guard::Stops : Guard::Unknown;
    }
    if (!column.expression.isEmpty()) {
        return guardOfGenerated(column.expression, snapshot);
    }
    return column.mayBeNull ? Guard::Hole : Guard::Unknown;
}

/// The key that guards best.
Found bestOf(const QList<UniqueKey> &keys, Snapshot &snapshot)
{
    Found best;
    for (const UniqueKey &key : keys) {
        Found found{Guard::Stops, key, {}};
        for (const KeyColumn &column : key.columns) {
            const Guard guard = guardOf(column, snapshot);
            if (guard < found.guard) {
                found.guard = guard;
                found.column = column.name;
            }
        }
        if (found.guard > best.guard) {
            best = found;
        }
    }
    return best;
}

QString missingSentence(const Found &found)
{
    switch (found.guard) {
    case Guard::Hole:
        return AuditText::tr("In the unique key %1 the column %2 may be NULL, and NULLs are never "
                             "equal.")
            .arg(found.key.text(), found.column);
    case Guard::Unknown:
        return AuditText::tr("There is the unique key %1, but %2 may differ.")
            .arg(found.key.text(), found.column);
    case Guard::None:
    case Guard::Stops:
        break;
    }
    return AuditText::tr("There is no unique key over person and coupon.");
}

} // namespace

CheckResult checkUniqueKey(const AuditFacts &facts, Snapshot &snapshot)
{
    CheckResult check = newCheck(QStringLiteral("unique-key-there"));
    const TableLayout &layout = snapshot.layout();
    check.sql = keysSql(layout);
    check.expected = layout.within.isEmpty()
                         ? AuditText::tr("a unique key over person and coupon")
                         : AuditText::tr("a unique key over person, coupon and %1")
                               .arg(layout.within.join(QStringLiteral(", ")));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    if (!facts.input.uniqueKeyExpected) {
        skipNothing(check, AuditText::tr("The scenario switched the unique key off."));
        return check;
    }
    const auto keys = keysOf(snapshot);
    if (!keys) {
        cannotTell(check, refusedQuerySentence(keys.error().message));
        return check;
    }
    const Found found = bestOf(keys.value(), snapshot);
    const bool someHaveTwo = !facts.overLimit.empty() || facts.overLimitBefore > 0;
    check.actual = found.guard == Guard::None ? AuditText::tr("none") : found.key.text();
    if (found.guard == Guard::Stops) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = check.actual + QLatin1Char('.');
        return check;
    }
    if (found.guard == Guard::Unknown && !someHaveTwo) {
        cannotTell(check, AuditText::tr("There is the unique key %1. Whether it stops a second "
                                        "coupon depends on %2, of which nobody said what it "
                                        "holds.")
                              .arg(found.key.text(), found.column));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        missingSentence(found) + QLatin1Char(' ') +
        (someHaveTwo ? AuditText::tr("The database does not stop a second coupon.")
                     : AuditText::tr("Nobody has two now, but the database would not stop it."));
    return check;
}

} // namespace stampede
