// SPDX-License-Identifier: MIT
#include "audit/sale_answers.h"

#include "base/clock.h"
#include "record/check_text.h"
#include "text/number_text.h"

#include <limits>

namespace stampede {

namespace {

using text::count;

constexpr std::int64_t kUsPerMinute = 60'000'000;
constexpr std::int64_t kFarthestZoneUs = 14 * 60 * kUsPerMinute;

/// A bound of the sale, as far as it is known: it lies within [from, to].
struct Bound
{
    bool known = false;
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// `none`: the value that stands for a sale without that bound.
Bound boundOf(const QString &column, TimeKind kind, std::int64_t atUs, std::int64_t none)
{
    if (column.isEmpty()) {
        return {};
    }
    const std::int64_t apart =
        kUsPerMinute + (kind == TimeKind::WallClock ? kFarthestZoneUs : std::int64_t{0});
    constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 2;
    const bool isFar = atUs == none || atUs < -kFar || atUs > kFar;
    return isFar ? Bound{true, atUs, atUs} : Bound{true, atUs - apart, atUs + apart};
}

/// Whether the tables still say what they said before the run.
bool windowStayed(const AuditInput &input, const Snapshot &snapshot)
{
    const std::int64_t reach = input.layout.endReachesUs;
    const auto end = snapshot.endsAtUs();
    return snapshot.startsAtUs().value_or(AuditInput::kNoStart) == input.startsAtUs &&
           (end ? *end + reach : AuditInput::kNoEnd) == input.endsAtUs;
}

CheckResult brokenSale(const AuditFacts &facts, const QString &id, const QString &said)
{
    CheckResult check = newCheck(id);
    check.verdict = CheckVerdict::Fail;
    check.expected = AuditText::tr("nobody sent away while the sale is open");
    check.actual = count(static_cast<std::int64_t>(facts.sale->wrong.size()));
    check.columns =
        QStringList{QStringLiteral("user"), QStringLiteral("request"), QStringLiteral("asked_at_s"),
                    QStringLiteral("answered_at_s"), QStringLiteral("answer")};
    for (const std::int64_t each : facts.sale->wrong) {
        const Operation &one = facts.input.history[static_cast<std::size_t>(each)];
        addRow(check,
               {numberCell(one.user), numberCell(one.request), secondsCell(one.invokedNs),
                secondsCell(one.returnedNs), QString::fromLatin1(outcomeKey(one.outcome).data())});
    }
    check.explanation = said;
    return check;
}

/// Whether anybody was refused for what they hold or what is left.
bool refusedOtherwise(const AuditFacts &facts)
{
    return facts.outcomes.of(Outcome::AlreadyIssued) + facts.outcomes.of(Outcome::OutOfStock) +
               facts.outcomes.of(Outcome::NotIssued) >
           0;
}

} // namespace

std::optional<SaleAnswers> saleAnswers(const AuditInput &input, const Snapshot &snapshot)
{
    if (!input.saleIsOfRun) {
        return std::nullopt;
    }
    const TableLayout &layout = input.layout;
    const bool stayed = windowStayed(input, snapshot);
    const Bound start =
        boundOf(layout.startsAt, layout.startsAtKind, input.startsAtUs, AuditInput::kNoStart);
    const Bound end = boundOf(layout.endsAt, layout.endsAtKind, input.endsAtUs, AuditInput::kNoEnd);
    SaleAnswers found;
    for (std::size_t i = 0; i < input.history.size(); ++i) {
        const Operation &operation = input.history[i];
        const bool early = operation.outcome == Outcome::NotStarted;
        if (!early && operation.outcome != Outcome::Expired) {
            continue;
        }
        const std::int64_t asked = input.startedUs + operation.invokedNs / kNsPerUs;
        const std::int64_t told = input.startedUs + operation.returnedNs / kNsPerUs;
        const Bound &bound = early ? start : end;
        const bool knows = stayed && bound.known && operation.returnedNs != Operation::kNoAnswer;
        if (knows && (early ? told < bound.from : asked >= bound.to)) {
            ++found.right;
        } else if (knows && (early ? asked >= bound.to : told < bound.from)) {
            found.wrong.push_back(static_cast<std::int64_t>(i));
        } else {
            ++found.open;
        }
    }
    return found;
}

void judgeSaleAnswers(CheckResult &check, const AuditFacts &facts)
{
    if (!facts.sale) {
        return;
    }
    const auto add = [&check](const QString &said) {
        check.explanation += (check.explanation.isEmpty() ? QString() : QStringLiteral(" ")) + said;
    };
    const bool alone = check.verdict == CheckVerdict::Skipped && !refusedOtherwise(facts);
    if (const auto wrong = static_cast<std::int64_t>(facts.sale->wrong.size()); wrong > 0) {
        const QString said =
            text::plural(wrong,
                         AuditText::tr("%1 answer said that the sale was not open, and it was."),
                         AuditText::tr("%1 answers said that the sale was not open, and it was."))
                .arg(count(wrong));
        if (check.verdict == CheckVerdict::Fail) {
            add(said);
        } else {
            check = brokenSale(facts, check.id, said);
        }
    }
    if (facts.sale->open > 0) {
        const QString said =
            text::plural(facts.sale->open,
                         AuditText::tr("%1 answer said that the sale was not open; whether it was, "
                                       "nobody knows."),
                         AuditText::tr("%1 answers said that the sale was not open; whether it "
                                       "was, nobody knows."))
                .arg(count(facts.sale->open));
        if (alone && facts.sale->wrong.empty()) {
            skipNotAvailable(check, said);
        } else {
            add(said);
        }
    } else if (alone && facts.sale->wrong.empty() && facts.sale->right > 0) {
        check = newCheck(check.id);
        check.verdict = CheckVerdict::Pass;
        check.explanation =
            text::plural(facts.sale->right,
                         AuditText::tr("%1 answer said that the sale was not open; it was not."),
                         AuditText::tr("%1 answers said that the sale was not open; it was not."))
                .arg(count(facts.sale->right));
    }
}

} // namespace stampede
