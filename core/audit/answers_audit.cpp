#include "audit/answers_audit.h"

#include "audit/audit_words.h"
#include "audit/check_text.h"
#include "audit/named_cells.h"
#include "text/number_text.h"

#include <QHash>

namespace stampede {

namespace {

using text::count;

/// What the answers say of everybody.
struct ToldPeople
{
    std::int64_t issued = 0; ///< answers
    QHash<std::int64_t, std::int64_t> issuedTo;
    std::int64_t errors = 0;

    explicit ToldPeople(std::span<const Operation> history)
    {
        for (const Operation &operation : history) {
            if (operation.outcome == Outcome::Issued) {
                ++issued;
                ++issuedTo[operation.user];
            }
            errors += operation.outcome == Outcome::Contention ||
                              operation.outcome == Outcome::ServerError ||
                              operation.outcome == Outcome::NotSent
                          ? 1
                          : 0;
        }
    }
};

void judgeStock(CheckResult &check, const ToldPeople &told, std::optional<std::int64_t> stock)
{
    if (!stock) {
        skipNotAvailable(check,
                         AuditText::tr("Nobody said how many coupons there are; coupon.stock "
                                       "would."));
        return;
    }
    check.expected = AuditText::tr("at most %1").arg(count(*stock));
    check.actual = count(told.issued);
    check.verdict = told.issued <= *stock ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation =
        told.issued <= *stock
            ? AuditText::tr("%1 were told \"issued\", %2 coupons existed.")
                  .arg(count(told.issued), count(*stock))
            : AuditText::tr("%1 were told \"issued\", only %2 coupons existed: %3 too many.")
                  .arg(count(told.issued), count(*stock), count(told.issued - *stock));
}

void judgeOnce(CheckResult &check, const ToldPeople &told, std::span<const Operation> history)
{
    if (told.issued == 0) {
        skipNothing(check, AuditText::tr("Nobody was told \"issued\", so there was nothing to look "
                                         "at."));
        return;
    }
    const std::int64_t twice = std::count_if(told.issuedTo.begin(), told.issuedTo.end(),
                                             [](auto times) { return times > 1; });
    check.expected = AuditText::tr("once each");
    check.actual = count(twice);
    if (twice == 0) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("%1 \"issued\" to %2 people.")
                                .arg(count(told.issued), count(told.issuedTo.size()));
        return;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        text::plural(twice, AuditText::tr("%1 person was told \"issued\" more than once."),
                     AuditText::tr("%1 people were told \"issued\" more than once."))
            .arg(count(twice));
    check.columns = QStringList{QStringLiteral("user"), QStringLiteral("request"),
                                QStringLiteral("asked_at_s"), QStringLiteral("answered_at_s")};
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::Issued && told.issuedTo.value(operation.user) > 1) {
            addRow(check, {numberCell(operation.user), numberCell(operation.request),
                           secondsCell(operation.invokedNs), secondsCell(operation.returnedNs)});
        }
    }
}

void judgeErrors(CheckResult &check, const ToldPeople &told, std::size_t requests)
{
    if (requests == 0) {
        skipNothing(check, AuditText::tr("Nobody asked, so there was nothing to look at."));
        return;
    }
    check.expected = count(0);
    check.actual = count(told.errors);
    check.rowCount = told.errors;
    check.verdict = told.errors == 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    const auto all = static_cast<std::int64_t>(requests);
    check.explanation = AuditText::tr("%1 in %2 answers.").arg(count(told.errors), count(all));
}

QList<CheckResult> checksOf(const ToldPeople &told, std::span<const Operation> history,
                            std::optional<std::int64_t> stock)
{
    QList<CheckResult> checks;
    for (const QString &id : checkIds()) {
        CheckResult check = newCheck(id);
        if (id == QLatin1String("stock-not-exceeded")) {
            judgeStock(check, told, stock);
        } else if (id == QLatin1String("announced-once")) {
            judgeOnce(check, told, history);
        } else if (id == QLatin1String("no-server-errors")) {
            judgeErrors(check, told, history.size());
        } else {
            skipNotAvailable(check, AuditText::tr("Needs the rows of the service, which nobody can "
                                                  "see here; target.audit would say where they "
                                                  "are."));
        }
        checks << check;
    }
    return checks;
}

} // namespace

AuditReport auditAnswers(std::span<const Operation> history, std::optional<std::int64_t> stock,
                         const PersonDirectory &people)
{
    const ToldPeople told(history);
    AuditReport report;
    report.state.rowsKnown = false;
    report.state.initialStockKnown = stock.has_value();
    report.state.initialStock = stock.value_or(0);
    report.checks = checksOf(told, history, stock);
    nameCells(report.checks, people);
    if (history.size() <= kMostSaidTwice) {
        keepOtherLanguages(report, [&] { return checksOf(told, history, stock); });
    }
    report.verdict = report.findings().isEmpty() ? AuditVerdict::Held : AuditVerdict::Broken;
    return report;
}

} // namespace stampede
