// SPDX-License-Identifier: MIT
#include "checker/verdict_text.h"

#include "base/clock.h"
#include "base/json_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>

namespace stampede {

namespace {

__extension__ using Wide = __int128;

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

/// Exact seconds without trailing zeros: 1200 ns is "0.0000012 s".
std::string seconds(std::int64_t ns)
{
    if (ns == kNeverNs) {
        return "an unknown time";
    }
    const std::int64_t whole = ns / kNsPerSecond;
    const std::int64_t rest = ns % kNsPerSecond;
    std::array<char, 16> digits{};
    static_cast<void>(std::snprintf(digits.data(), digits.size(), "%09lld",
                                    static_cast<long long>(rest < 0 ? -rest : rest)));
    std::string fraction = digits.data();
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return (ns < 0 && whole == 0 ? "-" : "") + number(whole) +
           (fraction.empty() ? "" : '.' + fraction) + " s";
}

/// Its key in words: "already issued".
std::string answerWords(Outcome outcome)
{
    std::string words(outcome == Outcome::Unknown ? "no_answer" : outcomeKey(outcome));
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string escaped(std::string_view text)
{
    std::string out;
    appendJsonText(out, text);
    return out;
}

/// Says in words what a judgement found.
class Wording
{
public:
    Wording(const Judgement &judgement, const HistoryFacts &facts, PeopleNames names)
        : m_judgement(judgement)
        , m_facts(facts)
        , m_names(names)
    {}

    /// The first witness, and how many there are.
    [[nodiscard]] std::string text(const Violation &violation) const
    {
        return proof(violation) + inAll(violation.users.size());
    }
    [[nodiscard]] std::string listed(const Violation &violation, const std::string &text) const;
    [[nodiscard]] std::string listedWithStrangers(const Violation *violation) const;
    [[nodiscard]] std::string listedBesideR6(const Violation &leftForGood,
                                             const Violation *tooEarly) const;

private:
    [[nodiscard]] std::string proof(const Violation &violation) const;
    [[nodiscard]] std::string name(std::int64_t id) const
    {
        if (!m_names.names.empty()) {
            return shownPerson(m_names.names[static_cast<std::size_t>(id)], m_names.format,
                               [this](std::string_view each) {
                                   return std::find(m_names.names.begin(), m_names.names.end(),
                                                    each) != m_names.names.end();
                               });
        }
        const std::size_t at = m_names.format.find(kPersonInFormat);
        if (at == std::string_view::npos) {
            return number(id);
        }
        return std::string(m_names.format).replace(at, kPersonInFormat.size(), number(id));
    }
    [[nodiscard]] std::string user(std::int64_t id) const { return "User " + name(id); }
    [[nodiscard]] std::string told(const Witness &witness) const;
    [[nodiscard]] std::string brokenUser(const Witness &witness) const;
    [[nodiscard]] std::string lost(const Witness &witness) const;
    [[nodiscard]] std::string unannounced(const Witness &witness) const;
    [[nodiscard]] std::string neverFull(const Witness &witness) const;
    [[nodiscard]] std::string soldOutTooEarly(const Witness &witness) const;
    [[nodiscard]] std::string falselyNotIssued(const Witness &witness) const;
    [[nodiscard]] std::string lateHolderAnswer() const;
    [[nodiscard]] std::string counterDrift() const;
    [[nodiscard]] std::string pieces() const
    {
        return m_facts.rules.countsPieces ? " pieces" : " coupons";
    }
    [[nodiscard]] bool oneEach() const { return m_facts.rules.limitPerPerson == 1; }
    static std::string inAll(std::size_t people)
    {
        return people > 1 ? ' ' + std::to_string(people) + " such people in all." : "";
    }

    const Judgement &m_judgement;
    const HistoryFacts &m_facts;
    PeopleNames m_names;
};

std::string rows(std::int64_t count)
{
    return number(count) + (count == 1 ? " row" : " rows");
}

/// `User 7 was told "out of stock" at 0.5 s`
std::string Wording::told(const Witness &witness) const
{
    return user(witness.user) + " was told \"" + answerWords(witness.answer) + "\" at " +
           seconds(witness.toldNs);
}

std::string Wording::brokenUser(const Witness &witness) const
{
    const std::string who = user(witness.user);
    const IssueRules &rules = m_facts.rules;
    const bool limited = rules.limitPerPerson && !rules.limitWithin;
    if (limited && witness.rows > *rules.limitPerPerson && witness.rows > witness.rowsBefore) {
        return who + " has " + rows(witness.rows) +
               (oneEach() ? "." : " and may have " + number(*rules.limitPerPerson) + '.');
    }
    if (witness.rows < witness.rowsBefore) {
        return witness.rowsBefore == 1
                   ? who + " held the coupon before the first request; that row is gone."
                   : who + " had " + rows(witness.rowsBefore) +
                         " before the first request and has " + number(witness.rows) + " now.";
    }
    if (witness.rowsBefore > 0 && witness.issued > 0 && oneEach()) {
        return who + " held the coupon before the first request and was told \"issued\" again.";
    }
    if (witness.issued > 1 && oneEach()) {
        return who + " was told \"issued\" " + number(witness.issued) + " times.";
    }
    return who + " had a row before the first request that stands for other pieces now.";
}

std::string Wording::lost(const Witness &witness) const
{
    if (oneEach() || witness.rows <= witness.rowsBefore) {
        return told(witness) + "; there is no such row now.";
    }
    return told(witness) + "; they were told so " + number(witness.issued) + " times and have " +
           rows(witness.rows) + ", " + number(std::int64_t{witness.rows} - witness.rowsBefore) +
           " new.";
}

std::string Wording::unannounced(const Witness &witness) const
{
    switch (witness.kind) {
    case Unannounced::HiddenRetry:
        return told(witness) + ", and no other request of theirs can have written their row. " +
               "Either something on the way sent it twice, or another was made in their name.";
    case Unannounced::MoreRows:
        return user(witness.user) + " has more new rows than requests that can have written one.";
    case Unannounced::FalseFailure:
    case Unannounced::ToldOutOfStock:
    case Unannounced::ToldNotIssued:
        return told(witness) + " and has a row.";
    }
    return {};
}

std::string Wording::neverFull(const Witness &witness) const
{
    if (oneEach()) {
        return told(witness) + " and holds no coupon, neither before nor after.";
    }
    if (!m_facts.rules.limitPerPerson) {
        return told(witness) + "; a person may have any number.";
    }
    return told(witness) + " and has " + rows(witness.rows) + " of the " +
           number(*m_facts.rules.limitPerPerson) + " that a person may have.";
}

std::string Wording::soldOutTooEarly(const Witness &witness) const
{
    return user(witness.lateUser) + " asked at " + seconds(witness.lateNs) + ", after user " +
           name(witness.user) + " had been told \"out of stock\" at " + seconds(witness.toldNs) +
           ", and still got a coupon. Either user " + name(witness.user) +
           " was refused too early or user " + name(witness.lateUser) + " got one too many.";
}

std::string Wording::falselyNotIssued(const Witness &witness) const
{
    std::string held = "held none";
    if (witness.lateNs != kNeverNs) {
        held = "asked for the coupon only at " + seconds(witness.lateNs);
    } else if (witness.rows > 0 && m_facts.rules.limitPerPerson) {
        held = "have " + rows(witness.rows) + " of the " + number(*m_facts.rules.limitPerPerson) +
               " that a person may have";
    } else if (witness.rows > 0) {
        held = "may have any number";
    }
    return told(witness) + ", when " + number(witness.gone) + " of " + number(m_facts.stock) +
           pieces() + " had been asked for, and they " + held + '.';
}

std::string Wording::lateHolderAnswer() const
{
    const LateHolderAnswer &late = m_judgement.lateHolderAnswer;
    std::string rule = "This service looks at the stock first: once it is gone nobody is "
                       "told \"already issued\". ";
    switch (late.bound) {
    case LateHolderAnswer::Bound::NoStock:
        return rule + "There was none from the start, yet somebody was told so.";
    case LateHolderAnswer::Bound::ToldOutOfStock:
    case LateHolderAnswer::Bound::ToldNotIssued:
        return rule + "It was gone by " + seconds(late.goneNs) + ", when \"" +
               (late.bound == LateHolderAnswer::Bound::ToldOutOfStock ? "out of stock"
                                                                      : "not issued") +
               "\" was told, but a request sent at " + seconds(late.askedNs) +
               " was still answered as if it were there.";
    case LateHolderAnswer::Bound::LastCoupon:
        return rule + "The last coupon had gone by " + seconds(late.goneNs) +
               ", but a request sent at " + seconds(late.askedNs) +
               " was still answered as if it had not.";
    case LateHolderAnswer::Bound::NoLastCoupon:
        return rule + "Everybody who got a coupon was told so afterwards, whoever got the last.";
    }
    return rule;
}

std::string Wording::counterDrift() const
{
    const Wide sum = Wide{m_judgement.taken} + m_facts.remaining;
    const Wide magnitude = m_judgement.drift < 0 ? -Wide{m_judgement.drift} : m_judgement.drift;
    const auto shown = [](Wide value) {
        return number(static_cast<std::int64_t>(
            std::clamp<Wide>(value, std::numeric_limits<std::int64_t>::min(),
                             std::numeric_limits<std::int64_t>::max())));
    };
    return number(m_facts.stock) + " at start, but " + number(m_judgement.taken) + " written and " +
           number(m_facts.remaining) + " left make " + shown(sum) + ": " + shown(magnitude) +
           (m_judgement.drift < 0 ? " handed out without the stock noticing."
                                  : " gone from the stock and no row stands for it.");
}

std::string Wording::proof(const Violation &violation) const
{
    static const Witness none;
    const Witness &first = violation.witnesses.empty() ? none : violation.witnesses.front();
    switch (violation.condition) {
    case Condition::R1:
        return brokenUser(first);
    case Condition::R2:
        return lost(first);
    case Condition::R3:
        return unannounced(first);
    case Condition::R4:
        return neverFull(first);
    case Condition::R5a:
        return number(m_judgement.taken) + pieces() +
               (m_facts.rules.givesBack ? " are out" : " were written") + " and only " +
               number(m_facts.stock) + " were there.";
    case Condition::R5b:
        return counterDrift();
    case Condition::R6:
        return told(first) + ", when " + number(first.gone) + " of " + number(m_facts.stock) +
               pieces() + " had been asked for, and " + number(m_facts.stock - m_judgement.taken) +
               " of them never went.";
    case Condition::C3:
        return told(first) + ", but the request that got " +
               (oneEach() ? "the coupon" : "the last of their coupons") + " was sent only at " +
               seconds(first.lateNs) + '.';
    case Condition::C4:
        return soldOutTooEarly(first);
    case Condition::C5:
        return told(first) + " and holds a coupon; this service looks at holders first.";
    case Condition::C6:
        return lateHolderAnswer();
    case Condition::C7:
        return falselyNotIssued(first);
    }
    return {};
}

std::string Wording::listed(const Violation &violation, const std::string &text) const
{
    std::vector<std::string> people;
    people.reserve(violation.users.size());
    for (const std::int64_t id : violation.users) {
        people.push_back(m_names.names.empty() ? number(id) : escaped(name(id)));
    }
    if (!m_names.names.empty()) {
        std::sort(people.begin(), people.end());
    }
    std::string out =
        R"({"condition":")" + std::string(conditionKey(violation.condition)) + R"(","users":[)";
    std::string_view separator;
    for (const std::string &each : people) {
        out += separator;
        out += each;
        separator = ",";
    }
    return out + R"(],"text":)" + escaped(text) + '}';
}

/// R3 as check-history tells it, with the strangers.
std::string Wording::listedWithStrangers(const Violation *violation) const
{
    const std::vector<std::int64_t> &strangers = m_judgement.strangers;
    Violation all{Condition::R3, {}, {}};
    std::string said;
    if (violation != nullptr) {
        all = *violation;
        said = text(*violation) + ' ';
    }
    std::vector<std::int64_t> users;
    std::set_union(all.users.begin(), all.users.end(), strangers.begin(), strangers.end(),
                   std::back_inserter(users));
    all.users = std::move(users);
    said += user(strangers.front()) + " has a row and never asked." + inAll(strangers.size());
    return listed(all, said);
}

/// C4 where coupons were left for good: everybody who was told "out of stock" was told so too
/// early.
std::string Wording::listedBesideR6(const Violation &leftForGood, const Violation *tooEarly) const
{
    Violation all{Condition::C4, leftForGood.users, {}};
    if (tooEarly != nullptr && m_facts.rules.countsPieces) {
        // Who asked for more pieces than were left in the end may have been refused too early too.
        std::vector<std::int64_t> users;
        std::set_union(all.users.begin(), all.users.end(), tooEarly->users.begin(),
                       tooEarly->users.end(), std::back_inserter(users));
        all.users = std::move(users);
    }
    return listed(all, text(tooEarly != nullptr ? *tooEarly : leftForGood));
}

std::string notApplicableKeys(ConditionMask mask)
{
    std::string out;
    for (const Condition condition : kAllConditions) {
        if ((mask & maskOf(condition)) != 0) {
            out += (out.empty() ? R"(,"not_applicable":[")" : R"(,")") +
                   std::string(conditionKey(condition)) + '"';
        }
    }
    return out.empty() ? out : out + ']';
}

} // namespace

std::string violationText(const Violation &violation, const Judgement &judgement,
                          const HistoryFacts &facts, PeopleNames names)
{
    return Wording(judgement, facts, names).text(violation);
}

std::string verdictLine(const HistoryFacts &facts, const Judgement &judgement, PeopleNames names,
                        std::string_view coupon)
{
    const Wording wording(judgement, facts, names);
    std::string out = coupon.empty() ? "{" : R"({"coupon":)" + escaped(coupon) + ',';
    const bool areOthers = !judgement.strangers.empty();
    const bool isOpen = areOthers || isLeftOpen(facts, judgement);
    out += R"("linearizable":)";
    out += isOpen ? "null" : judgement.linearizable ? "true" : "false";
    out += R"(,"violations":[)";
    std::string_view separator;
    const auto add = [&out, &separator](const std::string &item) {
        out += separator;
        out += item;
        separator = ",";
    };
    for (const Condition condition : kAllConditions) {
        const Violation *violation = judgement.find(condition);
        const Violation *leftForGood = judgement.find(Condition::R6);
        if (condition == Condition::C4 && leftForGood != nullptr) {
            // R6 is the case of C4 that still holds at the end.
            add(wording.listedBesideR6(*leftForGood, violation));
        } else if (condition == Condition::R3 && !judgement.strangers.empty()) {
            add(wording.listedWithStrangers(violation));
        } else if (violation != nullptr) {
            add(wording.listed(*violation, wording.text(*violation)));
        }
    }
    const std::string why =
        isOpen
            ? R"(,"error":)" +
                  escaped(areOthers ? "somebody else was writing: rows and answers prove "
                                      "nothing"
                                    : "it depends on whether pieces came back while the run went "
                                      "on, which nobody said (\"gives_back\" is null)")
            : "";
    return out + ']' + notApplicableKeys(judgement.notApplicable) + R"(,"operations":)" +
           number(judgement.operations) + why + "}\n";
}

std::string unusableLine(const RecordedHistory &history)
{
    return R"({"linearizable":null,"violations":[],"operations":)" +
           number(history.operationLines) + R"(,"error":)" + escaped(history.error) + "}\n";
}

} // namespace stampede
