// SPDX-License-Identifier: MIT
#include "audit/answers_audit.h"

#include "audit/against_prediction.h"
#include "audit/named_cells.h"
#include "record/audit_words.h"
#include "record/check_text.h"
#include "record/history_caller.h"
#include "scenario/asked_quantity.h"
#include "scenario/user_file.h"
#include "text/number_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

/// What the answers say of everybody.
struct ToldPeople
{
    std::int64_t issued = 0;  ///< answers
    std::int64_t soldOut = 0; ///< answers
    /// Pieces that these answers stand for; nothing where nobody knows those of each.
    std::optional<std::int64_t> pieces = 0;
    QHash<std::int64_t, std::int64_t> issuedTo;
    std::int64_t errors = 0;
    std::int64_t inDoubt = 0;                     ///< answers and silences that may have been one
    QHash<std::int64_t, std::int64_t> unreadBy{}; ///< answers that no rule matched, by the person

    ToldPeople(std::span<const Operation> history, const Scenario &scenario)
    {
        const bool byRow = scenario.users.loaded.file != nullptr;
        const std::size_t rows = byRow ? scenario.users.loaded.file->rows() : 1;
        for (const Operation &operation : history) {
            if (operation.outcome == Outcome::Issued) {
                ++issued;
                ++issuedTo[operation.user];
                count(scenario.target.quantity ? quantityOf(scenario, operation.request % rows)
                                               : std::optional<std::int64_t>(1));
            }
            soldOut += operation.outcome == Outcome::OutOfStock ? 1 : 0;
            inDoubt += mayHaveTakenEffect(operation.outcome) ? 1 : 0;
            if (operation.outcome == Outcome::Unknown &&
                operation.reason == UnknownReason::Unclassified) {
                ++unreadBy[operation.user];
            }
            errors += operation.outcome == Outcome::Contention ||
                              operation.outcome == Outcome::ServerError ||
                              operation.outcome == Outcome::NotSent
                          ? 1
                          : 0;
        }
    }

private:
    void count(std::optional<std::int64_t> more)
    {
        pieces = pieces && more ? std::optional(*pieces + *more) : std::nullopt;
    }
};

QString needsRows()
{
    return AuditText::tr("Needs the rows of the service, which nobody can see here; target.audit "
                         "would say where they are.");
}

/// The sentence about people and coupons, or pieces where an answer stands for several.
QString stockSentence(const ToldPeople &told, std::int64_t stock)
{
    const std::int64_t gone = told.pieces.value_or(told.issued);
    const bool byPieces = told.pieces && *told.pieces != told.issued;
    const QString who = text::plural(told.issued, AuditText::tr("%1 was told \"issued\""),
                                     AuditText::tr("%1 were told \"issued\""))
                            .arg(count(told.issued));
    if (gone <= stock) {
        return byPieces ? AuditText::tr("%1 for %2 pieces, %3 existed.")
                              .arg(who, count(gone), count(stock))
                        : AuditText::tr("%1, %2 existed.").arg(who, text::coupons(stock));
    }
    return byPieces ? AuditText::tr("%1 for %2 pieces, only %3 existed: %4 too many.")
                          .arg(who, count(gone), count(stock), count(gone - stock))
                    : AuditText::tr("%1, only %2 existed: %3 too many.")
                          .arg(who, text::coupons(stock), count(gone - stock));
}

void judgeStock(CheckResult &check, const ToldPeople &told, std::optional<std::int64_t> stock)
{
    if (!stock) {
        skipNotAvailable(check,
                         AuditText::tr("Nobody said how many coupons there are; coupon.stock "
                                       "would."));
        return;
    }
    // A coupon is at least one piece.
    if (!told.pieces && told.issued <= *stock) {
        check.verdict = CheckVerdict::Inconclusive;
        check.explanation = AuditText::tr(
            "How many pieces each request asked for stands in the people's file, which "
            "is not at hand.");
        return;
    }
    const std::int64_t gone = told.pieces.value_or(told.issued);
    check.expected = AuditText::tr("at most %1").arg(count(*stock));
    if (gone <= *stock && gone + told.inDoubt > *stock) {
        cannotTell(check, stockSentence(told, *stock) + QLatin1Char(' ') +
                              text::plural(told.inDoubt,
                                           AuditText::tr("What became of %1 other request, its "
                                                         "answer does not tell."),
                                           AuditText::tr("What became of %1 other requests, their "
                                                         "answers do not tell."))
                                  .arg(count(told.inDoubt)));
        return;
    }
    check.actual = count(gone);
    check.verdict = gone <= *stock ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation = stockSentence(told, *stock);
}

QString oftenerSentence(std::int64_t people, std::int64_t limit)
{
    if (limit == 1) {
        return text::plural(people, AuditText::tr("%1 person was told \"issued\" more than once."),
                            AuditText::tr("%1 people were told \"issued\" more than once."))
            .arg(count(people));
    }
    return text::plural(people, AuditText::tr("%1 person was told \"issued\" more than %2 times."),
                        AuditText::tr("%1 people were told \"issued\" more than %2 times."))
        .arg(count(people), count(limit));
}

void judgeOnce(CheckResult &check, const ToldPeople &told, std::span<const Operation> history,
               const PersonLimit &perPerson)
{
    if (told.issued == 0) {
        skipNothing(check, AuditText::tr("Nobody was told \"issued\", so there was nothing to look "
                                         "at."));
        return;
    }
    if (!perPerson.limit) {
        skipNotAvailable(check, AuditText::tr("A person may have any number of coupons "
                                              "(users.perPerson.limit is null)."));
        return;
    }
    if (!perPerson.within.isEmpty()) {
        skipNotAvailable(check,
                         AuditText::tr("How many a person may have depends on columns of the "
                                       "rows (users.perPerson.within), which nobody can see "
                                       "here."));
        return;
    }
    const std::int64_t limit = *perPerson.limit;
    const std::int64_t oftener =
        std::count_if(told.issuedTo.begin(), told.issuedTo.end(),
                      [limit](std::int64_t times) { return times > limit; });
    check.expected = limit == 1 ? AuditText::tr("nobody more than once")
                                : AuditText::tr("nobody more than %1 times").arg(count(limit));
    check.actual = count(oftener);
    const std::int64_t perhaps =
        std::count_if(told.unreadBy.keyBegin(), told.unreadBy.keyEnd(), [&](std::int64_t user) {
            return told.issuedTo.value(user) + told.unreadBy.value(user) > limit;
        });
    if (oftener == 0 && perhaps > 0) {
        cannotTell(check, text::plural(perhaps,
                                       AuditText::tr("%1 person got answers that were not "
                                                     "recognised: whether they were told "
                                                     "\"issued\" too often, nobody knows."),
                                       AuditText::tr("%1 people got answers that were not "
                                                     "recognised: whether they were told "
                                                     "\"issued\" too often, nobody knows."))
                              .arg(count(perhaps)));
        return;
    }
    if (oftener == 0) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("%1 \"issued\" to %2 people.")
                                .arg(count(told.issued), count(told.issuedTo.size()));
        return;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = oftenerSentence(oftener, limit);
    check.columns = QStringList{QStringLiteral("user"), QStringLiteral("request"),
                                QStringLiteral("asked_at_s"), QStringLiteral("answered_at_s")};
    for (const Operation &operation : history) {
        if (operation.outcome == Outcome::Issued && told.issuedTo.value(operation.user) > limit) {
            addRow(check, {numberCell(operation.user), numberCell(operation.request),
                           secondsCell(operation.invokedNs), secondsCell(operation.returnedNs)});
        }
    }
}

/// Needs rows to be found right; that it does not fit what was said of the stock, answers show.
void judgeSoldOut(CheckResult &check, const ToldPeople &told, std::optional<std::int64_t> stock,
                  bool onePieceEach)
{
    if (told.soldOut == 0 || !stock || !onePieceEach || told.issued + told.inDoubt >= *stock) {
        skipNotAvailable(check, needsRows());
        return;
    }
    cannotTell(check,
               text::plural(told.soldOut,
                            AuditText::tr("%1 request was told \"out of stock\" although only %2 "
                                          "of %3 coupons can have gone by the answers. Whether it "
                                          "came too early, or others had got the rest, nobody can "
                                          "see here."),
                            AuditText::tr("%1 requests were told \"out of stock\" although only "
                                          "%2 of %3 coupons can have gone by the answers. Whether "
                                          "they came too early, or others had got the rest, nobody "
                                          "can see here."))
                   .arg(count(told.soldOut), count(told.issued + told.inDoubt), count(*stock)));
}

/// Which figures lie outside, the answers show; not what is to blame for it.
void judgePrediction(CheckResult &check, std::span<const Operation> history,
                     const Prediction *predicted)
{
    if (predicted == nullptr) {
        skipNotAvailable(check, AuditText::tr("What must come of the requests that were made was "
                                              "not predicted."));
        return;
    }
    const OutcomeCounts outcomes = countOutcomes(history);
    holdToPrediction(check, {.predicted = *predicted, .outcomes = outcomes, .knowsHours = false});
    if (check.verdict == CheckVerdict::Fail) {
        cannotTell(check, check.explanation + QLatin1Char(' ') +
                              AuditText::tr("Whether the service did wrong, or the stock, the "
                                            "limit, the hours or earlier holders are others than "
                                            "was said, nobody can see here."));
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
    check.explanation =
        text::plural(all, AuditText::tr("%1 in %2 request."), AuditText::tr("%1 in %2 requests."))
            .arg(count(told.errors), count(all));
}

/// Whether a column of the people's file stands in the address where the coupon would stand, and
/// makes several of it.
bool asksForSeveral(const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    const QStringList used = placeholdersOf(target.url);
    const auto &file = scenario.users.loaded.file;
    if (target.kind != TargetKind::Http || !file || used.contains(QStringLiteral("couponId"))) {
        return false;
    }
    const QString person = file->columns().value(file->personColumn());
    const QStringList others = placeholderNames({});
    return std::any_of(used.begin(), used.end(), [&](const QString &name) {
        if (others.contains(name) || name == person ||
            (target.quantity && target.quantity->column == name)) {
            return false;
        }
        QSet<QByteArray> values;
        for (std::size_t row = 0; file->columns().contains(name) && row < file->rows(); ++row) {
            values.insert(file->value(row, name).toByteArray());
        }
        // What is different on every line tells people apart, not coupons.
        return values.size() > 1 && values.size() < static_cast<qsizetype>(file->rows());
    });
}

/// Why the answers of such a run cannot be held against a stock and a limit; empty where they can.
QString notJudgedOf(const Scenario &scenario)
{
    if (scenario.target.kind == TargetKind::Http &&
        scenario.target.audit.rows == TargetRows::Profile) {
        return AuditText::tr("What a person may have, and whether the stock has a limit, stands in "
                             "the profile and its tables, which were not looked at.");
    }
    return asksForSeveral(scenario)
               ? AuditText::tr("The requests may ask for several coupons: a column of the people's "
                               "file stands in the address and {couponId} does not. How many there "
                               "are of each nobody said.")
               : QString();
}

/// What each request asked for, where the scenario says that it is pieces.
void takePieces(AuditReport &report, std::span<const Operation> history, const Scenario &scenario)
{
    if (!scenario.target.quantity) {
        return;
    }
    report.rules.countsPieces = true;
    const auto &file = scenario.users.loaded.file;
    const std::size_t rows = file ? file->rows() : 1;
    for (const Operation &operation : history) {
        const auto asked = quantityOf(scenario, operation.request % rows);
        if (!asked) {
            report.rules.quantityKnown = false;
            report.piecesAsked.clear();
            return;
        }
        report.piecesAsked.push_back(*asked);
    }
}

QList<CheckResult> checksOf(const ToldPeople &told, std::span<const Operation> history,
                            std::optional<std::int64_t> stock, const Scenario &scenario,
                            const Prediction *predicted, const QString &notJudged)
{
    const QString oneCaller = oneCallerOf(scenario, history);
    const PersonLimit &perPerson = scenario.users.perPerson;
    QList<CheckResult> checks;
    for (const QString &id : checkIds()) {
        CheckResult check = newCheck(id);
        const bool judges =
            id == QLatin1String("stock-not-exceeded") || id == QLatin1String("announced-once");
        if (judges && !notJudged.isEmpty()) {
            cannotTell(check, notJudged);
        } else if (id == QLatin1String("stock-not-exceeded")) {
            judgeStock(check, told, stock);
        } else if (id == QLatin1String("announced-once") && told.issued > 0 &&
                   !oneCaller.isEmpty()) {
            cannotTell(check, oneCaller);
        } else if (id == QLatin1String("announced-once")) {
            judgeOnce(check, told, history, perPerson);
        } else if (id == QLatin1String("sold-out-true") && notJudged.isEmpty()) {
            judgeSoldOut(check, told, stock, !scenario.target.quantity);
        } else if (id == QLatin1String("as-predicted")) {
            judgePrediction(check, history, notJudged.isEmpty() ? predicted : nullptr);
        } else if (id == QLatin1String("no-server-errors")) {
            judgeErrors(check, told, history.size());
        } else {
            skipNotAvailable(check, needsRows());
        }
        checks << check;
    }
    return checks;
}

} // namespace

AuditReport auditAnswers(std::span<const Operation> history, std::optional<std::int64_t> stock,
                         const Scenario &scenario, const PersonDirectory &people,
                         const Prediction *predicted)
{
    const ToldPeople told(history, scenario);
    const PersonLimit &perPerson = scenario.users.perPerson;
    const QString notJudged = notJudgedOf(scenario);
    stock = notJudged.isEmpty() ? stock : std::nullopt;
    AuditReport report;
    report.historyForm = 1;
    report.state.rowsKnown = false;
    report.state.initialStockKnown = stock.has_value();
    report.state.initialStock = stock.value_or(0);
    if (notJudged.isEmpty()) {
        report.rules.limitPerPerson = perPerson.limit;
        report.rules.limitWithin = !perPerson.within.isEmpty();
    } else {
        report.rules.limitPerPerson.reset();
    }
    takePieces(report, history, scenario);
    report.checks = checksOf(told, history, stock, scenario, predicted, notJudged);
    nameCells(report.checks, people);
    if (history.size() <= kMostSaidTwice) {
        keepOtherLanguages(report, [&] {
            return checksOf(told, history, stock, scenario, predicted, notJudgedOf(scenario));
        });
    }
    const auto open =
        std::find_if(report.checks.begin(), report.checks.end(),
                     [](const auto &check) { return check.verdict == CheckVerdict::Inconclusive; });
    if (!report.findings().isEmpty()) {
        report.verdict = AuditVerdict::Broken;
    } else if (open != report.checks.end()) {
        report.undecidedReason = open->explanation;
    } else {
        report.verdict = AuditVerdict::Held;
    }
    return report;
}

} // namespace stampede
