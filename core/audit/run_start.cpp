// SPDX-License-Identifier: MIT
#include "audit/run_start.h"

#include "base/clock.h"
#include "text/number_text.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace stampede {

namespace {

using text::count;

constexpr std::int64_t kUsPerSecond = 1'000'000;
constexpr std::int64_t kUsPerMinute = 60 * kUsPerSecond;
/// The zones of the earth lie within 26 hours.
constexpr std::int64_t kZonesUs = 26 * (60 * kUsPerMinute);
constexpr std::int64_t kZoneStepUs = 15 * kUsPerMinute;
/// What two clocks that somebody sets may be apart.
constexpr std::int64_t kClocksApartUs = kUsPerMinute;
/// Fewer people than that prove nothing of a clock.
constexpr std::int64_t kFewestAgreeing = 3;

/// A closed interval in µs.
struct SpanUs
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    [[nodiscard]] bool contains(std::int64_t us) const { return from <= us && us <= to; }
};

struct AskedOf
{
    std::int64_t issued = 0;
    std::int64_t maybe = 0;
    SpanUs last; ///< of the request that was told "issued", epoch
};

using AskedByPerson = std::unordered_map<std::int64_t, AskedOf>;

AskedByPerson askedIn(std::span<const Operation> history, std::int64_t startedUs)
{
    AskedByPerson asked;
    for (const Operation &operation : history) {
        AskedOf &one = asked[operation.user];
        if (operation.outcome == Outcome::Issued) {
            ++one.issued;
            one.last = {startedUs + operation.invokedNs / kNsPerUs,
                        startedUs + operation.returnedNs / kNsPerUs + 1};
        }
        one.maybe += mayHaveTakenEffect(operation.outcome) ? 1 : 0;
    }
    return asked;
}

/// To what the column is exact.
std::int64_t stepOf(const std::vector<IssuedRow> &rows)
{
    for (const std::int64_t step : {kUsPerSecond, std::int64_t{1'000}}) {
        if (std::all_of(rows.begin(), rows.end(),
                        [step](const auto &row) { return row.issuedAtUs % step == 0; })) {
            return step;
        }
    }
    return 1;
}

/// How far the rows' clock is ahead, by most of the people that can tell; nothing where they do not
/// agree.
std::optional<SpanUs> clockAhead(const std::vector<IssuedRow> &rows, const AskedByPerson &asked,
                                 std::int64_t stepUs)
{
    std::unordered_map<std::int64_t, std::int64_t> rowsOf;
    for (const IssuedRow &row : rows) {
        ++rowsOf[row.user];
    }
    struct Edge
    {
        std::int64_t us = 0;
        int step = 0; ///< 1 where an interval begins, −1 behind its end
        bool operator<(const Edge &other) const
        {
            return us != other.us ? us < other.us : step > other.step;
        }
    };
    std::vector<Edge> edges;
    std::int64_t pairs = 0;
    for (const IssuedRow &row : rows) {
        const auto told = asked.find(row.user);
        if (told == asked.end() || told->second.issued != 1 || rowsOf[row.user] != 1) {
            continue;
        }
        ++pairs;
        edges.push_back({row.issuedAtUs - told->second.last.to - stepUs, 1});
        edges.push_back({row.issuedAtUs - told->second.last.from + stepUs, -1});
    }
    std::sort(edges.begin(), edges.end());
    std::int64_t open = 0;
    std::int64_t most = 0;
    SpanUs best;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        open += edges[i].step;
        if (edges[i].step > 0 && open > most) {
            most = open;
            best = {edges[i].us, edges[i].us};
            for (std::size_t next = i + 1; next < edges.size(); ++next) {
                if (edges[next].step < 0) {
                    best.to = edges[next].us;
                    break;
                }
            }
        }
    }
    return most >= kFewestAgreeing && most * 2 > pairs ? std::optional(best) : std::nullopt;
}

/// Whether two clocks that are set, one of them perhaps by a zone, can be so far apart.
bool isPlausible(const SpanUs &ahead, TimeKind kind)
{
    std::int64_t us = ahead.from + (ahead.to - ahead.from) / 2;
    if (kind == TimeKind::WallClock) {
        if (us < -kZonesUs || us > kZonesUs) {
            return false;
        }
        us %= kZoneStepUs;
        us = us < 0 ? us + kZoneStepUs : us;
        us = std::min(us, kZoneStepUs - us);
    }
    return us >= -kClocksApartUs && us <= kClocksApartUs;
}

/// Whether rows are of before the run.
class RowAges
{
public:
    enum class Age
    {
        Older,
        New,
        Unclear
    };

    RowAges(const Snapshot &snapshot, const AskedByPerson &asked, std::int64_t startedUs)
        : m_asked(asked)
        , m_startedUs(startedUs)
        , m_stepUs(stepOf(snapshot.rows()))
    {
        const TimeKind kind = snapshot.layout().issuedAtKind;
        if (const auto ahead = clockAhead(snapshot.rows(), asked, m_stepUs)) {
            m_ahead = *ahead;
            m_isPlausible = isPlausible(*ahead, kind);
        } else {
            const std::int64_t apart = kind == TimeKind::WallClock ? kZonesUs : kClocksApartUs;
            m_ahead = {-apart, apart};
        }
    }

    [[nodiscard]] bool isUsable() const { return m_isPlausible; }
    [[nodiscard]] const SpanUs &ahead() const { return m_ahead; }

    [[nodiscard]] Age ageOf(const IssuedRow &row) const
    {
        if (!m_isPlausible || row.issuedAtUs == IssuedRow::kNoTime ||
            row.issuedAtUs == IssuedRow::kZeroTime) {
            return Age::Unclear;
        }
        if (row.issuedAtUs < m_startedUs + m_ahead.from - m_stepUs) {
            return Age::Older;
        }
        if (row.issuedAtUs >= m_startedUs + m_ahead.to || isOfItsRequest(row)) {
            return Age::New;
        }
        return Age::Unclear;
    }

private:
    /// Of rows within the moments by which the clocks may still be apart.
    [[nodiscard]] bool isOfItsRequest(const IssuedRow &row) const
    {
        const auto told = m_asked.find(row.user);
        constexpr std::int64_t kWithinUs = kUsPerSecond; // by zones it would be anything
        return m_ahead.to - m_ahead.from < kWithinUs && told != m_asked.end() &&
               told->second.issued > 0 &&
               SpanUs{told->second.last.from + m_ahead.from - m_stepUs,
                      told->second.last.to + m_ahead.to + m_stepUs}
                   .contains(row.issuedAtUs);
    }

    const AskedByPerson &m_asked;
    std::int64_t m_startedUs;
    std::int64_t m_stepUs;
    SpanUs m_ahead;
    bool m_isPlausible = true;
};

void takeStock(RunStartFound &found, const Snapshot &snapshot, std::optional<std::int64_t> stock)
{
    if (stock) {
        found.known = StartKnowledge::Known;
        found.stock = *stock;
    } else if (snapshot.total()) {
        found.known = StartKnowledge::StockAtMost;
        found.stock = std::max<std::int64_t>(0, *snapshot.total() - found.start.piecesInAll());
    } else {
        found.known = StartKnowledge::StockUnknown;
    }
}

QString nextTime()
{
    return AuditText::tr("`stampede-cli audit --snapshot before.json …` before the next run, and "
                         "--before before.json after it, tells.");
}

QString unknownStartSentence()
{
    return AuditText::tr("What the tables held before the run is not known, so which rows are new "
                         "is not either.") +
           QLatin1Char(' ') + nextTime();
}

QString openStockSentence(const AuditFacts &facts)
{
    return facts.input.startKnown == StartKnowledge::StockAtMost
               ? AuditText::tr("The stock before the run is not known: by the total and the older "
                               "rows it was %1 at most, and fewer would explain this.")
                         .arg(count(facts.input.initialStock)) +
                     QLatin1Char(' ') + nextTime()
               : AuditText::tr("Needs the stock before the run; --stock N says it.");
}

bool isOneOf(const CheckResult &check, std::initializer_list<const char *> ids)
{
    return std::any_of(ids.begin(), ids.end(),
                       [&check](const char *id) { return check.id == QLatin1String(id); });
}

void withdrawOfUnknownRows(CheckResult &check)
{
    const bool failed = check.verdict == CheckVerdict::Fail;
    const bool said = check.verdict != CheckVerdict::Skipped;
    if (isOneOf(check, {"nobody-else-wrote", "earlier-holders-kept"})) {
        check.columns.clear();
        check.rows.clear();
        check.rowCount = 0;
        skipNotAvailable(check, unknownStartSentence());
    } else if (isOneOf(check, {"stock-not-exceeded", "stock-adds-up", "stored-was-announced",
                               "answers-fit-one-order"}) ||
               (said && isOneOf(check, {"sold-out-true", "refusals-justified"})) ||
               (failed && isOneOf(check, {"one-per-user", "stock-not-negative", "counter-agrees",
                                          "rows-in-window", "rows-belong"})) ||
               (said && !failed && isOneOf(check, {"issued-is-stored"}))) {
        untell(check, unknownStartSentence());
    }
}

void withdrawOfOpenStock(CheckResult &check, const AuditFacts &facts)
{
    const bool said = check.verdict != CheckVerdict::Skipped;
    const bool lacksRows = facts.drift.value_or(0) > 0;
    const bool soldOut =
        facts.outcomes.of(Outcome::OutOfStock) > 0 || facts.outcomes.of(Outcome::NotIssued) > 0;
    const bool open = (said && isOneOf(check, {"sold-out-true"})) ||
                      (said && check.verdict != CheckVerdict::Fail && soldOut &&
                       isOneOf(check, {"refusals-justified"})) ||
                      (said && lacksRows && isOneOf(check, {"stock-adds-up"})) ||
                      isOneOf(check, {"answers-fit-one-order"});
    if (!open) {
        return;
    }
    if (facts.input.startKnown == StartKnowledge::StockAtMost) {
        if (said || lacksRows) {
            untell(check, openStockSentence(facts));
        }
        return;
    }
    CheckResult skipped = newCheck(check.id);
    skipNotAvailable(skipped, openStockSentence(facts));
    check = skipped;
}

} // namespace

RunStartFound findRunStart(const Snapshot &snapshot, std::span<const Operation> history,
                           std::int64_t startedUs, std::optional<std::int64_t> stock)
{
    RunStartFound found;
    found.start.figuresKnown = false;
    if (snapshot.rows().empty() && snapshot.hiddenRows().empty()) {
        found.by = RunStartFound::By::NoRows;
        takeStock(found, snapshot, stock);
        return found;
    }
    if (snapshot.layout().issuedAt.isEmpty()) {
        return found;
    }
    const AskedByPerson asked = askedIn(history, startedUs);
    const RowAges ages(snapshot, asked, startedUs);
    std::vector<IssuedRow> older;
    std::vector<IssuedRow> olderHidden;
    const auto sortOut = [&ages](const std::vector<IssuedRow> &rows, std::vector<IssuedRow> &to) {
        return std::all_of(rows.begin(), rows.end(), [&](const IssuedRow &row) {
            const RowAges::Age age = ages.ageOf(row);
            if (age == RowAges::Age::Older) {
                to.push_back(row);
            }
            return age != RowAges::Age::Unclear;
        });
    };
    if (!sortOut(snapshot.rows(), older) || !sortOut(snapshot.hiddenRows(), olderHidden)) {
        found.by = RunStartFound::By::Unclear;
        return found;
    }
    found.by = RunStartFound::By::Times;
    found.olderRows = static_cast<std::int64_t>(older.size());
    found.clockAheadUs = ages.ahead().from + (ages.ahead().to - ages.ahead().from) / 2;
    found.start.rows = RowsBefore(older, olderHidden, !snapshot.layout().issuedId.isEmpty());
    takeHolders(found.start, older);
    takeStock(found, snapshot, stock);
    return found;
}

std::vector<std::int64_t> favourableHolders(const Snapshot &snapshot,
                                            std::span<const Operation> history)
{
    AskedByPerson asked = askedIn(history, 0);
    std::vector<std::int64_t> holders;
    for (const IssuedRow &row : snapshot.rows()) {
        // So many of the rows of each as their requests may have made are new.
        const auto of = asked.find(row.user);
        if (of == asked.end() || of->second.issued + of->second.maybe == 0) {
            holders.push_back(row.user);
        } else {
            --(of->second.issued > 0 ? of->second.issued : of->second.maybe);
        }
    }
    std::sort(holders.begin(), holders.end());
    return holders;
}

std::vector<Operation> missingRequests(const Snapshot &snapshot, const AuditInput &input)
{
    AskedByPerson asked = askedIn(input.history, 0);
    const RowsBefore ofPeople(input.start ? std::span<const std::int64_t>() : input.holdersBefore);
    const RowsBefore &before = input.start ? input.start->rows : ofPeople;
    const std::vector<bool> isBefore = before.markIn(snapshot.rows());
    std::vector<Operation> missing;
    for (std::size_t i = 0; i < snapshot.rows().size(); ++i) {
        if (isBefore[i]) {
            continue;
        }
        AskedOf &of = asked[snapshot.rows()[i].user];
        if (of.issued + of.maybe > 0) {
            --(of.issued > 0 ? of.issued : of.maybe);
            continue;
        }
        Operation operation;
        operation.user = snapshot.rows()[i].user;
        operation.reason = UnknownReason::InDoubt;
        operation.request = static_cast<std::uint32_t>(input.history.size() + missing.size());
        operation.invokedNs = input.history.empty() ? 0 : input.history.front().invokedNs;
        missing.push_back(operation);
    }
    return missing;
}

std::vector<bool> writtenWithinRequests(const Snapshot &snapshot,
                                        std::span<const Operation> history, std::int64_t startedUs)
{
    constexpr std::int64_t kMostApartUs = 100'000; // else it says nothing of one request
    const std::vector<IssuedRow> &rows = snapshot.rows();
    std::vector<bool> within(rows.size(), false);
    if (startedUs == 0 || snapshot.layout().issuedAt.isEmpty()) {
        return within;
    }
    const AskedByPerson asked = askedIn(history, startedUs);
    const RowAges ages(snapshot, asked, startedUs);
    const SpanUs ahead = ages.ahead();
    const std::int64_t stepUs = stepOf(rows);
    if (!ages.isUsable() || ahead.to - ahead.from + stepUs > kMostApartUs) {
        return within;
    }
    std::unordered_map<std::int64_t, std::vector<SpanUs>> requests;
    for (const Operation &operation : history) {
        if (operation.returnedNs != Operation::kNoAnswer) {
            requests[operation.user].push_back(
                {startedUs + operation.invokedNs / kNsPerUs + ahead.from - stepUs,
                 startedUs + operation.returnedNs / kNsPerUs + ahead.to + stepUs});
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto own = requests.find(rows[i].user);
        within[i] = own != requests.end() &&
                    std::any_of(own->second.begin(), own->second.end(), [&](const SpanUs &each) {
                        return each.contains(rows[i].issuedAtUs);
                    });
    }
    return within;
}

void withdrawWhatStartDecides(QList<CheckResult> &checks, const AuditFacts &facts)
{
    const StartKnowledge known = facts.input.startKnown;
    for (CheckResult &check : checks) {
        if (known == StartKnowledge::Unknown) {
            withdrawOfUnknownRows(check);
        } else if (facts.stockOpen) {
            withdrawOfOpenStock(check, facts);
        }
        const bool inferred = facts.input.start && !facts.input.start->figuresKnown;
        if (inferred && known == StartKnowledge::StockAtMost &&
            check.verdict == CheckVerdict::Fail && isOneOf(check, {"stock-not-negative"})) {
            untell(check, openStockSentence(facts)); // it may have been so before
        }
        if (inferred && isOneOf(check, {"earlier-holders-kept"})) {
            skipNotAvailable(check, AuditText::tr("What was there before the run is told by the "
                                                  "rows that are there now."));
        }
    }
}

} // namespace stampede
