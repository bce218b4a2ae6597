// SPDX-License-Identifier: MIT
#include "prediction/prediction_notes.h"

#include "scenario/one_caller.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "text/number_text.h"

#include <optional>

namespace stampede {

namespace {

using text::count;
using text::plural;

/// A distance in time as people say it: the largest unit that it holds at least twice.
QString distanceText(std::int64_t ms)
{
    constexpr std::int64_t kSecond = 1000;
    constexpr std::int64_t kMinute = 60 * kSecond;
    constexpr std::int64_t kHour = 60 * kMinute;
    if (ms >= 2 * kMsPerDay) {
        return ScenarioText::tr("%1 days").arg(count(ms / kMsPerDay));
    }
    if (ms >= 2 * kHour) {
        return ScenarioText::tr("%1 hours").arg(count(ms / kHour));
    }
    if (ms >= 2 * kMinute) {
        return ScenarioText::tr("%1 minutes").arg(count(ms / kMinute));
    }
    return ScenarioText::tr("%1 s").arg(count(ms / kSecond));
}

bool isDrawnByChance(Pick pick)
{
    return pick == Pick::Random || pick == Pick::Zipf;
}

/// Collects the notes of one prediction.
class Notes
{
public:
    explicit Notes(const NoteContext &context)
        : m_context(context)
        , m_figures(context.prediction)
        , m_rules(context.rules)
        , m_people(context.prediction.distinctUsers)
        , m_stock(context.rules.stock)
    {}

    QList<PredictionNote> make()
    {
        addCaller();
        switch (m_context.sale) {
        case SaleTime::Open:
            break;
        case SaleTime::Changing:
            add("sale-edge",
                isWallClock()
                    ? ScenarioText::tr("The zone of the sale's clock is not known: it "
                                       "may be closed while requests are made, so "
                                       "these are bounds.")
                    : ScenarioText::tr("The sale starts or ends while requests may still be "
                                       "made, so these are bounds."));
            break;
        case SaleTime::Before:
        case SaleTime::After:
        case SaleTime::Never:
            addOutsideSale();
            return m_notes;
        }
        if (!isPlain()) {
            addService();
        } else if (m_stock == 0) {
            add("empty-stock", ScenarioText::tr("There is nothing to give: every request must be "
                                                "answered \"out of stock\"."));
        } else {
            addPeople();
        }
        addPrecision();
        if (m_stock > 0 && isPlain()) {
            addDamage();
            addWhyNoDamage();
        }
        addAnswersOnly();
        return m_notes;
    }

private:
    void add(const char *code, const QString &text)
    {
        m_notes.append({QString::fromLatin1(code), text});
    }

    [[nodiscard]] bool isWallClock() const
    {
        return m_figures.service.sale && m_figures.service.sale->isWallClock;
    }
    [[nodiscard]] bool open() const { return !m_figures.requests.max.has_value(); }
    [[nodiscard]] std::int64_t requests() const { return m_figures.requests.min; }
    [[nodiscard]] bool asksTwice() const { return open() || requests() > m_people; }
    [[nodiscard]] bool oneVirtualUser() const { return m_context.scenario.mostVus() == 1; }

    /// Whether the service gives one coupon of a known stock to everybody, as ours does.
    [[nodiscard]] bool isPlain() const
    {
        const bool onePiece = m_rules.fewestPieces == 1 && m_rules.mostPieces == 1;
        PredictedService plain;
        plain.sale = m_figures.service.sale;
        return m_figures.service == plain && m_figures.rowsBefore == 0 && onePiece &&
               !m_figures.notIssued;
    }

    [[nodiscard]] bool allExact() const
    {
        return m_figures.issued.exact() && m_figures.alreadyIssued.exact() &&
               m_figures.outOfStock.exact() && m_figures.notIssued.value_or(Range{0, 0}).exact() &&
               (m_figures.remaining.exact() ||
                m_rules.stockIs == PredictedService::Stock::Unlimited);
    }

    void addOutsideSale()
    {
        const bool knows = m_context.saleDistanceMs != kNoDistance;
        const QString distance = knows ? distanceText(m_context.saleDistanceMs) : QString();
        if (m_context.sale == SaleTime::Before && !knows) {
            add("outside-sale", ScenarioText::tr("The sale starts later, whatever the zone of its "
                                                 "clock: every request must be refused."));
        } else if (m_context.sale == SaleTime::After && !knows) {
            add("outside-sale", ScenarioText::tr("The sale has ended, whatever the zone of its "
                                                 "clock: every request must be refused."));
        } else if (m_context.sale == SaleTime::Before) {
            add("outside-sale",
                ScenarioText::tr("The sale starts in %1: every request must be refused.")
                    .arg(distance));
        } else if (m_context.sale == SaleTime::After) {
            add("outside-sale",
                ScenarioText::tr("The sale ended %1 ago: every request must be refused.")
                    .arg(distance));
        } else {
            add("outside-sale", ScenarioText::tr("The sale ends before it starts: every request "
                                                 "must be refused."));
        }
    }

    /// What follows from how many people ask how often.
    void addPeople()
    {
        const bool sure = m_rules.meeting == Meeting::InTurn || m_rules.meeting == Meeting::Racing;
        if (!m_rules.onePerPerson() || !sure) {
            return;
        }
        if (m_people < m_stock && m_people > 0) {
            add("cannot-sell-out",
                plural(m_figures.remaining.min,
                       ScenarioText::tr("%1 can hold at most %2 of %3 coupons: it can never sell "
                                        "out. At least %4 stays."),
                       ScenarioText::tr("%1 can hold at most %2 of %3 coupons: it can never sell "
                                        "out. At least %4 stay."))
                    .arg(text::people(m_people), count(m_people), count(m_stock),
                         count(m_figures.remaining.min)));
        }
        if (open() || requests() <= m_people || m_context.undecided > 0) {
            return;
        }
        const std::int64_t rest = requests() - m_figures.issued.max.value_or(0);
        if (m_people == 1 && m_figures.alreadyIssued == Range{rest, rest}) {
            add("one-user",
                plural(rest,
                       ScenarioText::tr("All %1 requests come from one person: 1 is issued, the "
                                        "other %2 is answered \"already issued\". That is not an "
                                        "error."),
                       ScenarioText::tr("All %1 requests come from one person: 1 is issued, the "
                                        "other %2 are answered \"already issued\". That is not an "
                                        "error."))
                    .arg(count(requests()), count(rest)));
            return;
        }
        addCertainRefusals(rest);
    }

    /// That all ask as one person comes before everything that is said of people.
    void addCaller()
    {
        const Scenario &scenario = m_context.scenario;
        if (const QString why = oneCallerOf(scenario, m_people); !why.isEmpty()) {
            add("one-caller",
                ScenarioText::tr("%1 The figures here are of that many people.").arg(why));
        } else if (const QStringList shared = sharedIdentityHeaders(scenario, m_people);
                   !shared.isEmpty()) {
            add("one-token",
                ScenarioText::tr("Every request carries the same %1. Where the service takes the "
                                 "person from it, all of them are one person.")
                    .arg(printable(shared.join(QStringLiteral(", ")))));
        }
    }

    /// What a service over HTTP allows that ours does not.
    void addService()
    {
        addStock();
        addLimit();
        addHolders();
        addPieces();
        if (m_figures.service.givesBack) {
            add("gives-back",
                ScenarioText::tr(
                    "Pieces come back while the run goes on: these are the bounds that "
                    "hold in spite of that."));
        }
        if (m_figures.sumOf > 0) {
            add("several-coupons",
                ScenarioText::tr("Requests ask for %1 coupons, each with a stock of its own: these "
                                 "are the sums of what must come out of each.")
                    .arg(count(m_figures.sumOf)));
        } else if (m_figures.service.severalCoupons) {
            add("several-coupons",
                ScenarioText::tr("Requests ask for several coupons, each with a stock of its own, "
                                 "which is not known yet: these are the bounds of any stock."));
        }
        if (m_figures.notIssued) {
            add("one-refusal",
                ScenarioText::tr("One answer means \"already issued\" or \"out of stock\": it is "
                                 "counted as \"not issued\"."));
        }
        addRefusals();
    }

    void addStock()
    {
        if (m_figures.service.severalCoupons) {
            return;
        }
        switch (m_rules.stockIs) {
        case PredictedService::Stock::Known:
            if (m_stock < m_rules.fewestPieces) {
                add("empty-stock", ScenarioText::tr("There is too little to give: nobody can be "
                                                    "issued a coupon."));
            }
            return;
        case PredictedService::Stock::Unknown:
            add("stock-unknown",
                m_context.scenario.target.audit.rows == TargetRows::Profile
                    ? ScenarioText::tr(
                          "How many coupons there are is read from the tables when the "
                          "run starts. Until then no stock bounds these figures.")
                    : ScenarioText::tr(
                          "Nobody said how many coupons there are (coupon.stock would), "
                          "so no stock bounds these figures."));
            return;
        case PredictedService::Stock::Unlimited:
            add("stock-unlimited", ScenarioText::tr("The stock has no limit: nobody may be told "
                                                    "\"out of stock\"."));
            return;
        }
    }

    void addLimit()
    {
        const PersonLimit &limit = m_figures.service.perPerson;
        if (!m_figures.service.knowsLimit) {
            add("limit-unknown",
                ScenarioText::tr("How many coupons a person may have stands in the "
                                 "profile, which was not read."));
        } else if (!limit.limit) {
            add("no-limit",
                ScenarioText::tr("A person may have any number of coupons: nobody may be "
                                 "told \"already issued\"."));
        } else if (!limit.within.isEmpty()) {
            add("limit-within",
                plural(
                    *limit.limit,
                    ScenarioText::tr("A person may have %1 coupon within equal values of %2, which "
                                     "nobody knows before: these are bounds."),
                    ScenarioText::tr("A person may have %1 coupons within equal values of %2, "
                                     "which nobody knows before: these are bounds."))
                    .arg(count(*limit.limit), limit.within.join(QStringLiteral(", "))));
        } else if (*limit.limit > 1) {
            add("limit-per-person",
                ScenarioText::tr("A person may have %1 coupons.").arg(count(*limit.limit)));
        }
    }

    void addHolders()
    {
        if (!m_figures.service.knowsHolders) {
            add("holders-unknown",
                ScenarioText::tr("Who holds the coupon before is read from the tables when the run "
                                 "starts. Until then anybody may be refused."));
        } else if (m_figures.rowsBefore > 0) {
            add("holders-before",
                plural(
                    m_figures.rowsBefore,
                    ScenarioText::tr("%1 coupon was handed out before the run: it counts for the "
                                     "person who has it."),
                    ScenarioText::tr("%1 coupons were handed out before the run: they count for "
                                     "the people who have them."))
                    .arg(count(m_figures.rowsBefore)));
        }
    }

    void addPieces()
    {
        if (!m_rules.mostPieces) {
            if (m_figures.service.knowsLimit) { // else the profile was not read, which was said
                add("pieces-unknown",
                    ScenarioText::tr("How many pieces of the stock a coupon takes is not known: it "
                                     "needs issued.quantity of a profile as well as "
                                     "target.quantity."));
            }
        } else if (*m_rules.mostPieces != m_rules.fewestPieces) {
            add("pieces", ScenarioText::tr("A request asks for %1 to %2 pieces of the stock.")
                              .arg(count(m_rules.fewestPieces), count(*m_rules.mostPieces)));
        } else if (m_rules.fewestPieces > 1) {
            add("pieces", ScenarioText::tr("Each request asks for %1 pieces of the stock.")
                              .arg(count(m_rules.fewestPieces)));
        }
    }

    void addRefusals()
    {
        if (open() || m_context.undecided > 0 || !m_figures.issued.max) {
            return;
        }
        if (const std::int64_t rest = requests() - *m_figures.issued.max; rest > 0) {
            addCertainRefusals(rest);
        }
    }

    void addCertainRefusals(std::int64_t rest)
    {
        add("fewer-users-than-requests",
            plural(rest,
                   ScenarioText::tr("%1 requests from %2: %3 refusal is certain before the run "
                                    "begins."),
                   ScenarioText::tr("%1 requests from %2: %3 refusals are certain before the run "
                                    "begins."))
                .arg(count(requests()), text::people(m_people), count(rest)));
    }

    /// What is taken for granted where nobody sees the rows.
    void addAnswersOnly()
    {
        const TargetSettings &target = m_context.scenario.target;
        if (target.kind == TargetKind::Http && target.audit.rows == TargetRows::None &&
            m_figures.service.perPerson.limit) {
            add("holders-assumed",
                m_figures.service.perPerson.isOne()
                    ? ScenarioText::tr("Nobody is taken to hold the coupon before the run, and "
                                       "everybody to be allowed one (users.perPerson): there are "
                                       "no rows that would say so.")
                    : ScenarioText::tr("Nobody is taken to hold the coupon before the run: there "
                                       "are no rows that would say so."));
        }
    }

    /// Whether the figures are exact, and why not.
    void addPrecision()
    {
        if (open()) {
            add("bounds-timed", ScenarioText::tr("How many requests fit into %1 depends on the "
                                                 "machine, so these are bounds.")
                                    .arg(durationText(m_context.scenario.loadLength())));
        } else if (allExact()) {
            add("exact", isDrawnByChance(m_context.scenario.users.pick)
                             ? ScenarioText::tr("The seed fixes who asks how often, so these are "
                                                "exact figures.")
                             : ScenarioText::tr("Who asks how often is fixed, so these are exact "
                                                "figures."));
            return;
        }
        if (m_context.faultsAhead) {
            addFaultsAhead();
        } else if (m_context.undecided > 0) {
            add("bounds-undecided",
                plural(m_context.undecided,
                       ScenarioText::tr("%1 request ended without a definite answer, which widens "
                                        "the bounds."),
                       ScenarioText::tr("%1 requests ended without a definite answer, which widens "
                                        "the bounds."))
                    .arg(count(m_context.undecided)));
        }
        if (m_rules.meeting == Meeting::Racing || m_rules.meeting == Meeting::Dirty) {
            addRaceBounds();
        } else if (!open() && m_context.undecided == 0 && m_rules.meeting == Meeting::InTurn &&
                   m_context.sale == SaleTime::Open && dependsOnOrder()) {
            add("bounds-order",
                ScenarioText::tr("Who is told \"already issued\" and who \"out of stock\" depends "
                                 "on who comes first, so these are bounds."));
        }
    }

    /// Whether nothing but the order of requests leaves these figures open.
    [[nodiscard]] bool dependsOnOrder() const
    {
        const PredictedService &service = m_figures.service;
        return m_rules.knowsStock() && m_rules.mostPieces && !service.givesBack &&
               service.knowsHolders && service.perPerson.within.isEmpty() && !m_figures.notIssued;
    }

    void addFaultsAhead()
    {
        const auto faults = static_cast<std::int64_t>(m_context.scenario.faults.size());
        add("bounds-faults",
            plural(faults,
                   ScenarioText::tr("%1 fault is planned: while it lasts, requests may end in "
                                    "errors or without an answer, so these are bounds. It may "
                                    "never make a row wrong."),
                   ScenarioText::tr("%1 faults are planned: while they last, requests may end in "
                                    "errors or without an answer, so these are bounds. They may "
                                    "never make a row wrong."))
                .arg(count(faults)));
    }

    void addRaceBounds()
    {
        const bool one = m_rules.duplicateCheck && m_rules.uniqueKey;
        add("bounds-race",
            one ? ScenarioText::tr(
                      "With this protection off the outcome depends on who meets whom. "
                      "These are the bounds; the audit will find the difference.")
                : ScenarioText::tr("With these protections off the outcome depends on who meets "
                                   "whom. These are the bounds; the audit will find the "
                                   "difference."));
    }

    void addDamage()
    {
        const PossibleDamage &possible = m_figures.possible;
        const std::optional<std::int64_t> most = m_figures.issued.max;
        if (possible.oversell) {
            add("will-oversell", most ? ScenarioText::tr("Up to %1 may be handed out for %2.")
                                            .arg(text::coupons(*most), count(m_stock))
                                      : ScenarioText::tr("More than %1 may be handed out.")
                                            .arg(text::coupons(m_stock)));
        }
        if (possible.drift) {
            addDrift();
        }
        if (possible.duplicates) {
            add("will-duplicate", ScenarioText::tr("People may end up with several coupons."));
        }
    }

    void addDrift()
    {
        if (m_figures.possible.oversell) {
            add("will-drift",
                ScenarioText::tr("The stock column will not notice all coupons that are handed "
                                 "out."));
            return;
        }
        const std::int64_t most = m_figures.issued.max.value_or(m_stock);
        const QString sentence =
            plural(
                most,
                ScenarioText::tr("No more than %1 coupon can be handed out of %2, so nothing is "
                                 "oversold; but the stock column may not show it."),
                ScenarioText::tr("No more than %1 coupons can be handed out of %2, so nothing is "
                                 "oversold; but the stock column will not notice all of them."))
                .arg(count(most), count(m_stock));
        const bool answersAlike = m_figures.issued.exact() && m_figures.alreadyIssued.exact() &&
                                  m_figures.outOfStock.exact();
        add("will-drift",
            answersAlike ? ScenarioText::tr("%1 No answer will show it.").arg(sentence) : sentence);
    }

    void addWhyNoDamage()
    {
        if (m_rules.meeting == Meeting::Colliding) {
            addCollisions();
        }
        if (m_rules.meeting == Meeting::Dirty) {
            add("dirty-reads", ScenarioText::tr("At this isolation level a request may see what is "
                                                "undone later: people may be refused although "
                                                "coupons are left."));
        }
        if (oneVirtualUser()) {
            add("no-overlap", ScenarioText::tr("One virtual user at a time: no two requests can "
                                               "meet, so this run cannot show a race."));
        } else if (!open() && requests() == 1) {
            add("no-overlap",
                ScenarioText::tr("There is only one request: no two can meet, so this "
                                 "run cannot show a race."));
        }
        if (!open() && requests() > 1 && requests() == m_people) {
            add("nobody-asks-twice", ScenarioText::tr("Each person asks once: this run cannot show "
                                                      "a second coupon for one person."));
        }
        if (!m_figures.possible.any()) {
            addWhatStillHolds();
        }
    }

    void addCollisions()
    {
        if (m_context.errorsForced) {
            add("errors-instead",
                ScenarioText::tr("This server refuses changed rows (snapshot isolation): expect "
                                 "errors 1020 instead of oversold coupons."));
            return;
        }
        if (m_context.scenario.service.strategy == StrategyKind::Optimistic) {
            add("compare-and-set-loses",
                ScenarioText::tr("Of requests that meet at the row only one finds its version "
                                 "unchanged. The others begin again (at most: %1) and then get "
                                 "contention: the more virtual users, the more of it.")
                    .arg(count(m_context.scenario.service.retries)));
            return;
        }
        add("contention-instead",
            ScenarioText::tr("At this isolation level requests that meet break each other off: "
                             "expect contention instead of oversold coupons."));
    }

    /// Why a protection that is off does no damage here.
    void addWhatStillHolds()
    {
        const Layers &layers = m_context.scenario.service.layers;
        const bool oneCoupon = m_figures.issued.max && *m_figures.issued.max == 1;
        if (m_rules.meeting == Meeting::Racing && oneCoupon) {
            add("one-writer", ScenarioText::tr("Only one request can get a coupon, so there is "
                                               "nothing to write over."));
            return;
        }
        if (!asksTwice() || !layers.rowLock || (layers.duplicateCheck && layers.uniqueKey)) {
            return;
        }
        if (layers.uniqueKey) {
            add("second-layer-holds",
                ScenarioText::tr("The unique key refuses every second coupon: no damage, only more "
                                 "work for the database."));
        } else if (layers.duplicateCheck) {
            add("second-layer-holds",
                ScenarioText::tr("While the row lock is on, the duplicate check refuses every "
                                 "second coupon; nothing at the database would stop it."));
        } else if (oneCoupon) {
            add("one-writer", ScenarioText::tr("Only one request can get a coupon, so nobody can "
                                               "get a second one."));
        }
    }

    const NoteContext &m_context;
    const Prediction &m_figures;
    IssueModel m_rules;
    std::int64_t m_people;
    std::int64_t m_stock;
    QList<PredictionNote> m_notes;
};

} // namespace

QList<PredictionNote> makeNotes(const NoteContext &context)
{
    return Notes(context).make();
}

} // namespace stampede
