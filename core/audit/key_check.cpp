#include "audit/row_checks.h"

#include "audit/check_text.h"

namespace stampede {

CheckResult checkUniqueKey(const AuditFacts &facts, Snapshot &snapshot)
{
    CheckResult check = newCheck(QStringLiteral("unique-key-there"));
    const TableLayout &layout = snapshot.layout();
    // A unique key guards when it covers nothing but person and coupon, the person among them; a
    // column that may be NULL makes holes in it, as NULLs are never equal.
    const QString comma = QStringLiteral(", ");
    QStringList others = {quotedText(layout.issuedCoupon)};
    for (const QString &name : layout.within) {
        others << quotedText(name);
    }
    check.sql =
        QStringLiteral(
            "SELECT index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', ') AS "
            "key_columns, COALESCE(MAX(CASE WHEN nullable = 'YES' THEN column_name END), '') AS "
            "nullable_column FROM information_schema.statistics WHERE table_schema = %1 "
            "AND table_name = %2 AND non_unique = 0 GROUP BY index_name "
            "HAVING SUM(column_name = %3) = 1 AND SUM(column_name NOT IN (%3, %4)) = 0")
            .arg(layout.issuedDatabase.isEmpty() ? QStringLiteral("DATABASE()")
                                                 : quotedText(layout.issuedDatabase),
                 quotedText(layout.issuedTable), quotedText(layout.issuedUser), others.join(comma));
    check.expected = layout.within.isEmpty()
                         ? AuditText::tr("a unique key over person and coupon")
                         : AuditText::tr("a unique key over person, coupon and %1")
                               .arg(layout.within.join(comma));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    if (!facts.input.uniqueKeyExpected) {
        skipNothing(check, AuditText::tr("The scenario switched the unique key off."));
        return check;
    }
    const auto found = snapshot.find(check.sql);
    if (!found) {
        cannotTell(check, refusedQuerySentence(found.error()));
        return check;
    }
    QString hole;
    for (const QVariantList &row : found.value().first) {
        if (row.value(2).toString().isEmpty()) {
            check.verdict = CheckVerdict::Pass;
            check.actual =
                QStringLiteral("%1 (%2)").arg(row.value(0).toString(), row.value(1).toString());
            check.explanation = check.actual + QLatin1Char('.');
            return check;
        }
        hole = row.value(2).toString();
    }
    check.verdict = CheckVerdict::Fail;
    check.actual =
        hole.isEmpty() ? AuditText::tr("none") : AuditText::tr("may be NULL: %1").arg(hole);
    const QString missing =
        hole.isEmpty()
            ? AuditText::tr("There is none.")
            : AuditText::tr("Column %1 may be NULL, and NULLs are never equal.").arg(hole);
    check.explanation =
        missing + QLatin1Char(' ') +
        (facts.rows() == facts.distinctHolders
             ? AuditText::tr("Nobody has two now, but the database would not stop it.")
             : AuditText::tr("The database does not stop a second coupon."));
    return check;
}

} // namespace stampede
