// SPDX-License-Identifier: MIT
#include "ui/audit/check_texts.h"

#include "formats/check_columns.h"
#include "formats/json_values.h"
#include "record/check_text.h"
#include "ui/look/outcome_look.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace stampede {

namespace {

struct CheckText
{
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

struct Meaning
{
    const char *id;
    const char *question;
    const char *proves;
};

constexpr std::array kMeanings = {
    Meaning{"stock-not-exceeded",
            QT_TRANSLATE_NOOP("CheckText", "Were more coupons written than there were to give?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Counts rows, so it holds for everybody who wrote. It does not say "
                              "who should have been refused: row ids are given when a row is "
                              "written, not when it is committed.")},
    Meaning{"stock-not-negative",
            QT_TRANSLATE_NOOP("CheckText", "Does the stock column go below zero?"),
            QT_TRANSLATE_NOOP("CheckText", "Looks at the column as it is after the run. A value "
                                           "that was negative in between is not seen.")},
    Meaning{"stock-adds-up",
            QT_TRANSLATE_NOOP("CheckText",
                              "Does stock at start equal coupons written plus stock left?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Finds every lost or doubled decrement that remains at the end. Two "
                              "mistakes that cancel each other exactly are not seen.")},
    Meaning{"counter-agrees",
            QT_TRANSLATE_NOOP("CheckText", "Does the coupon's own counter equal the rows?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Compares two figures of the same database; both may be wrong in "
                              "the same way.")},
    Meaning{"one-per-user", QT_TRANSLATE_NOOP("CheckText", "Does anyone hold more than one?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Looks at every row of the coupon. It proves nothing of people who "
                              "asked only once: nobody tried them.")},
    Meaning{"earlier-holders-kept",
            QT_TRANSLATE_NOOP("CheckText", "Are coupons from before the run still there?"),
            QT_TRANSLATE_NOOP("CheckText", "Compares people, not the contents of their rows.")},
    Meaning{
        "rows-belong",
        QT_TRANSLATE_NOOP("CheckText", "Does every row point to a person and a coupon that exist?"),
        QT_TRANSLATE_NOOP("CheckText", "Says nothing of whether it is the right person.")},
    Meaning{"rows-in-window",
            QT_TRANSLATE_NOOP("CheckText",
                              "Was every coupon issued between start and end of the sale?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Uses the moment that the row itself carries, by the clock of "
                              "whoever wrote it.")},
    Meaning{"issued-is-stored",
            QT_TRANSLATE_NOOP("CheckText", "Has everyone who was told \"issued\" a row?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Every promise of this run was looked up. It does not prove that a "
                              "row survives a crash later on.")},
    Meaning{"stored-was-announced",
            QT_TRANSLATE_NOOP("CheckText",
                              "Was everyone who got a row told so, or left without a definite "
                              "answer?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "People without a definite answer may have a row: nobody told them "
                              "otherwise.")},
    Meaning{"announced-once",
            QT_TRANSLATE_NOOP("CheckText", "Did anyone get \"issued\" more than once?"),
            QT_TRANSLATE_NOOP("CheckText", "Looks at the answers of this run only.")},
    Meaning{"already-issued-true",
            QT_TRANSLATE_NOOP("CheckText",
                              "Does everyone who was told \"already issued\" hold a coupon?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Looks at the end of the run. Whether it was true at the moment it "
                              "was said is asked by \"Every refusal was right when given\".")},
    Meaning{"sold-out-true",
            QT_TRANSLATE_NOOP("CheckText", "When someone was told \"out of stock\", had all "
                                           "coupons gone by the end?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Looks at the end of the run. An answer that came a moment too "
                              "early is found by \"Every refusal was right when given\".")},
    Meaning{"refusals-justified",
            QT_TRANSLATE_NOOP("CheckText", "Could each refusal have been right at the moment it "
                                           "was given?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Every refusal found here is certainly wrong. Requests that were "
                              "under way together may have been served in either order, and get "
                              "the benefit of the doubt.")},
    Meaning{"answers-fit-one-order",
            QT_TRANSLATE_NOOP("CheckText",
                              "Replayed one by one in an order that respects the clock, does the "
                              "service's rule give the same answers?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "One such order is enough. It need not be the order in which the "
                              "database really worked.")},
    Meaning{
        "nobody-else-wrote",
        QT_TRANSLATE_NOOP("CheckText", "Do all new rows belong to people this run asked for?"),
        QT_TRANSLATE_NOOP("CheckText", "Somebody else who wrote for the same people is not seen.")},
    Meaning{
        "came-to-rest",
        QT_TRANSLATE_NOOP("CheckText", "Nothing in flight, no open transaction, two equal reads?"),
        QT_TRANSLATE_NOOP("CheckText", "A job that writes minutes later is not waited for.")},
    Meaning{"no-answer-settled", QT_TRANSLATE_NOOP("CheckText", "What became of them?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "Where a person asked several times, the rows tell how many of the "
                              "requests took effect, not which.")},
    Meaning{"as-predicted",
            QT_TRANSLATE_NOOP("CheckText", "Do the figures lie within the prediction?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "A prediction is a range. To lie within it is no proof of anything "
                              "else.")},
    Meaning{
        "no-server-errors",
        QT_TRANSLATE_NOOP("CheckText", "Did the service fail by its own account?"),
        QT_TRANSLATE_NOOP("CheckText", "An error that the service keeps to itself is not seen.")},
    Meaning{
        "unique-key-there",
        QT_TRANSLATE_NOOP("CheckText",
                          "Is there a unique key over person and coupon, without NULLs?"),
        QT_TRANSLATE_NOOP("CheckText", "Says what the database would stop, not what happened.")},
    Meaning{"lock-seen",
            QT_TRANSLATE_NOOP("CheckText", "Did the server count locking reads on the coupon?"),
            QT_TRANSLATE_NOOP("CheckText",
                              "The count is the server's, over all its clients. It does not say "
                              "that each request locked.")},
    Meaning{"log-agrees",
            QT_TRANSLATE_NOOP("CheckText", "Do its log lines count the same as the answers?"),
            QT_TRANSLATE_NOOP("CheckText", "Compares sums, not line by line.")},
};

bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front());
}

QString csvCell(const QVariant &value)
{
    QString cell = plainCellText(value);
    bool isNumber = false;
    value.toDouble(&isNumber);
    if (looksLikeFormula(cell) && !isNumber) {
        cell.prepend(QLatin1Char('\''));
    }
    const bool quoted = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) {
        return c == QLatin1Char('"') || c == QLatin1Char(',') || c == QLatin1Char('\n') ||
               c == QLatin1Char('\r');
    });
    if (quoted) {
        cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        return QLatin1Char('"') + cell + QLatin1Char('"');
    }
    return cell;
}

} // namespace

QString className(CheckClass cls)
{
    switch (cls) {
    case CheckClass::Damage:
        return CheckText::tr("Damage");
    case CheckClass::Answers:
        return CheckText::tr("Answers");
    case CheckClass::Warning:
        return CheckText::tr("Warning");
    case CheckClass::Ground:
        return CheckText::tr("Ground");
    }
    return {};
}

QString verdictWord(const CheckResult &check)
{
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return CheckText::tr("Held");
    case CheckVerdict::Fail:
        return check.cls == CheckClass::Warning ? CheckText::tr("Warning")
                                                : CheckText::tr("Broken");
    case CheckVerdict::Inconclusive:
        return CheckText::tr("Cannot tell");
    case CheckVerdict::Skipped:
        return CheckText::tr("Not applicable");
    }
    return {};
}

QString cellWords(const QString &key, const QVariant &cell)
{
    const std::optional<Outcome> answer = answerIn(key, cell);
    return answer ? outcomeName(*answer) : cellText(cell);
}

CheckMeaning meaningOf(const CheckResult &check)
{
    for (const Meaning &meaning : kMeanings) {
        if (check.id == QLatin1String(meaning.id)) {
            return {CheckText::tr(meaning.question), CheckText::tr(meaning.proves)};
        }
    }
    return {{},
            CheckText::tr("No row may come back. What the statement does not look at is not "
                          "judged.")};
}

QString rowsAsCsv(const CheckResult &check)
{
    QString text;
    QStringList cells;
    for (const QString &column : check.columns) {
        cells << csvCell(column);
    }
    text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const QVariantList &row : check.rows) {
        cells.clear();
        for (const QVariant &cell : row) {
            cells << csvCell(cell);
        }
        text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

QString rowsAsText(const CheckResult &check)
{
    QStringList cells;
    for (const QString &column : check.columns) {
        cells << columnTitle(column);
    }
    QString text = cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const QVariantList &row : check.rows) {
        cells.clear();
        for (qsizetype i = 0; i < row.size(); ++i) {
            const auto answer = answerIn(check.columns.value(i), row[i]);
            cells << (answer ? outcomeName(*answer) : plainCellText(row[i]));
        }
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace stampede
