// SPDX-License-Identifier: MIT
#include "audit/other_writers.h"

#include "audit/run_start.h"
#include "audit/withdrawn_rows.h"
#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

/// Whether a row says that a request of the run made it.
bool saysOurs(const IssuedRow &row)
{
    return row.request != IssuedRow::kNotSaid && row.request != IssuedRow::kOthers;
}

/// The places of the new rows of people who were asked for that no answer explains: of each person
/// as many, the latest ones, as they have beyond the answers and ids that may stand for one.
std::vector<std::size_t> unexplainedRows(const AuditFacts &facts)
{
    const auto &rows = facts.snapshot.rows();
    QHash<std::int64_t, std::int64_t> explained;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!facts.isBefore[i] && saysOurs(rows[i])) {
            --explained[rows[i].user];
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (facts.isBefore[i] || rows[i].request != IssuedRow::kNotSaid) {
            continue;
        }
        const auto person = facts.people.constFind(rows[i].user);
        if (person == facts.people.constEnd() || person->asked == 0) {
            continue;
        }
        if (++explained[rows[i].user] > std::int64_t{person->issued} + person->maybe) {
            found.push_back(i);
        }
    }
    return found;
}

/// Pieces that went without a row, beyond as many requests of the run as may have taken one: those
/// that were promised a row, and those that did not end with a clear answer.
std::int64_t piecesUnexplained(const AuditFacts &facts)
{
    if (facts.drift.value_or(0) <= 0 || facts.snapshot.remaining().value_or(-1) < 0) {
        return 0;
    }
    std::int64_t mayHave = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Contention) +
                                                     facts.outcomes.of(Outcome::Interrupted));
    for (const PersonFacts &person : facts.people) {
        const std::int64_t told = std::int64_t{person.issued} + person.maybe;
        mayHave += std::max<std::int64_t>(0, told - person.newRows());
    }
    const bool countsPieces = !facts.snapshot.layout().quantity.isEmpty();
    return countsPieces && mayHave > 0 ? 0 : std::max<std::int64_t>(0, *facts.drift - mayHave);
}

void lowerStock(AuditInput &input, std::int64_t pieces)
{
    input.initialStock -= pieces;
    if (input.start) {
        StartOfRows start = *input.start;
        if (start.issuedCounter) {
            *start.issuedCounter += pieces;
        }
        input.start = std::make_shared<const StartOfRows>(std::move(start));
    } else if (input.counterAhead) {
        *input.counterAhead += pieces;
    }
}

QString question(const OtherWriters &others, const AuditFacts &facts)
{
    QStringList parts;
    if (others.rows > 0) {
        const QVariant id = facts.snapshot.rowName(others.firstRow);
        const QString who = facts.snapshot.people().nameOf(others.firstUser);
        parts << text::plural(others.rows,
                              AuditText::tr("No answer of this run tells of %1 new row (%2). "
                                            "Whether the service wrote it for this run or for "
                                            "somebody else, nobody can know."),
                              AuditText::tr("No answer of this run tells of %1 new rows (first: "
                                            "%2). Whether the service wrote them for this run or "
                                            "for somebody else, nobody can know."))
                     .arg(count(others.rows),
                          id.isNull() ? AuditText::tr("one of user %1").arg(who)
                                      : AuditText::tr("row %1 of user %2").arg(id.toString(), who));
        if (facts.snapshot.layout().issuedRequestId.isEmpty()) {
            parts << AuditText::tr("issued.requestId in the profile would say it.");
        }
    }
    if (others.pieces > 0) {
        parts << text::plural(others.pieces,
                              AuditText::tr("%1 piece is gone from the stock, and neither a row "
                                            "nor an answer of this run stands for it. Whether the "
                                            "service took it or somebody else, nobody can know."),
                              AuditText::tr("%1 pieces are gone from the stock, and neither rows "
                                            "nor answers of this run stand for them. Whether the "
                                            "service took them or somebody else, nobody can "
                                            "know."))
                     .arg(count(others.pieces));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

bool leansOnBroken(const CheckResult &check)
{
    return check.verdict == CheckVerdict::Skipped &&
           (check.id == QLatin1String("answers-fit-one-order") ||
            (check.id == QLatin1String("refusals-justified") && !check.expected.isEmpty()));
}

std::int64_t rowsUnexplained(const AuditFacts &facts)
{
    return static_cast<std::int64_t>(unexplainedRows(facts).size());
}

std::optional<OtherWriters> possibleWriters(const AuditFacts &facts)
{
    const AuditInput &input = facts.input;
    if (!input.hasRun || input.history.empty() || facts.snapshot.layout().source.isEmpty() ||
        input.startKnown != StartKnowledge::Known || input.rules.givesBack) {
        return std::nullopt;
    }
    const auto &rows = facts.snapshot.rows();
    OtherWriters others;
    others.pieces = piecesUnexplained(facts);
    std::vector<Operation> theirs;
    const std::vector<std::size_t> unexplained = unexplainedRows(facts);
    const std::vector<bool> within =
        unexplained.empty() ? std::vector<bool>()
                            : writtenWithinRequests(facts.snapshot, input.history, input.startedUs);
    for (const std::size_t i : unexplained) {
        // A holder is told so whoever got them the coupon. Whoever was told anything else while
        // their row was written was told so by the request that wrote it.
        if (within[i] && facts.people.value(rows[i].user).alreadyIssued == 0) {
            continue;
        }
        Operation operation;
        operation.user = rows[i].user;
        operation.reason = UnknownReason::InDoubt;
        operation.request = static_cast<std::uint32_t>(input.history.size() + theirs.size());
        operation.invokedNs = input.history.front().invokedNs;
        if (theirs.empty()) {
            others.firstRow = rows[i].id;
            others.firstUser = rows[i].user;
        }
        theirs.push_back(operation);
    }
    others.rows = static_cast<std::int64_t>(theirs.size());
    if (others.rows == 0 && others.pieces == 0) {
        return std::nullopt;
    }
    others.input = input;
    others.history = std::move(theirs);
    others.history.insert(others.history.end(), input.history.begin(), input.history.end());
    others.input.history = others.history;
    if (!input.quantities.empty()) {
        others.input.quantities.insert(others.input.quantities.begin(),
                                       static_cast<std::size_t>(others.rows), 1);
    }
    lowerStock(others.input, others.pieces);
    return others;
}

void leaveToOthers(QList<CheckResult> &checks, const QList<CheckResult> &assumed,
                   const OtherWriters &others, const AuditFacts &facts)
{
    const QString why = question(others, facts);
    bool anyBroken = false;
    CheckResult *oneOrder = nullptr;
    for (CheckResult &check : checks) {
        const auto same = std::find_if(assumed.begin(), assumed.end(),
                                       [&check](const auto &each) { return each.id == check.id; });
        if (same == assumed.end() || !judgesData(check) ||
            !(check.verdict == CheckVerdict::Fail || leansOnBroken(check))) {
            continue;
        }
        if (same->verdict == CheckVerdict::Fail) {
            anyBroken = true;
            continue;
        }
        if (check.id == QLatin1String("answers-fit-one-order")) {
            oneOrder = &check;
            continue;
        }
        untell(check, why);
    }
    if (oneOrder != nullptr && !anyBroken) { // else the findings rule it out all the same
        cannotTell(*oneOrder, why);
    }
    const auto named = [&checks](const char *id) {
        return std::find_if(checks.begin(), checks.end(),
                            [id](const auto &check) { return check.id == QLatin1String(id); });
    };
    // That refusals fit times which nobody knows proves none of them right.
    const auto refusals = named("refusals-justified");
    if (others.rows > 0 && !anyBroken && refusals != checks.end() &&
        refusals->verdict == CheckVerdict::Pass) {
        cannotTell(*refusals, why);
    }
    const auto alone = named("nobody-else-wrote");
    if (alone != checks.end() && alone->verdict != CheckVerdict::Fail) {
        cannotTell(*alone, why);
    }
}

} // namespace stampede
