#include "judge/verdict_text.h"

#include "base/clock.h"

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

std::string user(std::int64_t id)
{
    return "User " + number(id);
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

std::string_view answerWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return "issued";
    case Outcome::AlreadyIssued:
        return "already issued";
    case Outcome::OutOfStock:
        return "out of stock";
    case Outcome::NotStarted:
        return "not started";
    case Outcome::Expired:
        return "expired";
    case Outcome::NotFound:
        return "not found";
    case Outcome::InvalidRequest:
        return "invalid request";
    case Outcome::Contention:
        return "contention";
    case Outcome::NotSent:
        return "not sent";
    case Outcome::Interrupted:
        return "interrupted";
    case Outcome::ServerError:
        return "server error";
    case Outcome::Unknown:
        return "no answer";
    case Outcome::NotIssued:
        return "not issued";
    }
    return "";
}

/// `User 7 was told "out of stock" at 0.5 s`
std::string told(const Witness &witness)
{
    return user(witness.user) + " was told \"" + std::string(answerWords(witness.answer)) +
           "\" at " + seconds(witness.toldNs);
}

std::string brokenUser(const Witness &witness)
{
    const std::string who = user(witness.user);
    if (witness.rows > 1) {
        return who + " has " + number(witness.rows) + " rows.";
    }
    if (witness.heldBefore && witness.rows == 0) {
        return who + " held the coupon before the first request; that row is gone.";
    }
    if (witness.heldBefore) {
        return who + " held the coupon before the first request and was told \"issued\" again.";
    }
    return who + " was told \"issued\" " + number(witness.issued) + " times.";
}

std::string unannounced(const Witness &witness)
{
    if (witness.kind == Unannounced::HiddenRetry) {
        return told(witness) + ", and no other request of theirs can have written their row. " +
               "Something between here and the service sent it twice.";
    }
    return told(witness) + " and has a row.";
}

std::string soldOutTooEarly(const Witness &witness)
{
    return user(witness.lateUser) + " asked at " + seconds(witness.lateNs) + ", after user " +
           number(witness.user) + " had been told \"out of stock\" at " + seconds(witness.toldNs) +
           ", and still got a coupon. Either user " + number(witness.user) +
           " was refused too early or user " + number(witness.lateUser) + " got one too many.";
}

std::string lateHolderAnswer(const LateHolderAnswer &late)
{
    std::string rule = "This service looks at the stock first: once it is gone nobody is "
                       "told \"already issued\". ";
    switch (late.bound) {
    case LateHolderAnswer::Bound::NoStock:
        return rule + "There was none from the start, yet somebody was told so.";
    case LateHolderAnswer::Bound::ToldOutOfStock:
        return rule + "It was gone by " + seconds(late.goneNs) +
               ", when \"out of stock\" was told, but a request sent at " + seconds(late.askedNs) +
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

std::string counterDrift(const Judgement &judgement, const HistoryFacts &facts)
{
    const Wide sum = Wide{judgement.newRows} + facts.remaining;
    const Wide magnitude = judgement.drift < 0 ? -Wide{judgement.drift} : Wide{judgement.drift};
    const auto shown = [](Wide value) {
        return number(static_cast<std::int64_t>(
            std::clamp<Wide>(value, std::numeric_limits<std::int64_t>::min(),
                             std::numeric_limits<std::int64_t>::max())));
    };
    return number(facts.stock) + " at start, but " + number(judgement.newRows) + " written and " +
           number(facts.remaining) + " left make " + shown(sum) + ": " + shown(magnitude) +
           (judgement.drift < 0 ? " handed out without the stock noticing."
                                : " gone from the stock and nobody got a coupon for it.");
}

std::string proof(const Violation &violation, const Judgement &judgement, const HistoryFacts &facts)
{
    static const Witness none;
    const Witness &first = violation.witnesses.empty() ? none : violation.witnesses.front();
    switch (violation.condition) {
    case Condition::R1:
        return brokenUser(first);
    case Condition::R2:
        return told(first) + "; there is no such row now.";
    case Condition::R3:
        return unannounced(first);
    case Condition::R4:
        return told(first) + " and holds no coupon, neither before nor after.";
    case Condition::R5a:
        return number(judgement.newRows) + " coupons were written and only " + number(facts.stock) +
               " were there.";
    case Condition::R5b:
        return counterDrift(judgement, facts);
    case Condition::R6:
        return told(first) + ", when " + number(first.gone) + " of " + number(facts.stock) +
               " coupons had been asked for, and " + number(facts.stock - judgement.newRows) +
               " of them never went.";
    case Condition::C3:
        return told(first) + ", but the request that got the coupon was sent only at " +
               seconds(first.lateNs) + '.';
    case Condition::C4:
        return soldOutTooEarly(first);
    case Condition::C5:
        return told(first) + " and holds a coupon; this service looks at holders first.";
    case Condition::C6:
        return lateHolderAnswer(judgement.lateHolderAnswer);
    }
    return {};
}

std::string escaped(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20U) {
            std::array<char, 8> code{};
            static_cast<void>(std::snprintf(code.data(), code.size(), "\\u%04x",
                                            static_cast<unsigned>(static_cast<unsigned char>(c))));
            out += code.data();
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string listed(const Violation &violation, const std::string &text)
{
    std::string out =
        R"({"condition":")" + std::string(conditionKey(violation.condition)) + R"(","users":[)";
    std::string_view separator;
    for (const std::int64_t id : violation.users) {
        out += separator;
        out += number(id);
        separator = ",";
    }
    return out + R"(],"text":)" + escaped(text) + '}';
}

/// R3 as check-history tells it, with the strangers.
std::string listedWithStrangers(const Violation *violation, const Judgement &judgement,
                                const HistoryFacts &facts)
{
    Violation all{Condition::R3, {}, {}};
    std::string text;
    if (violation != nullptr) {
        all = *violation;
        text = violationText(*violation, judgement, facts) + ' ';
    }
    std::vector<std::int64_t> users;
    std::set_union(all.users.begin(), all.users.end(), judgement.strangers.begin(),
                   judgement.strangers.end(), std::back_inserter(users));
    all.users = std::move(users);
    text += user(judgement.strangers.front()) + " has a row and never asked.";
    if (judgement.strangers.size() > 1) {
        text += ' ' + std::to_string(judgement.strangers.size()) + " such people in all.";
    }
    return listed(all, text);
}

/// C4 where coupons were left for good: everybody who was told "out of stock" was told so too
/// early.
std::string listedBesideR6(const Violation &leftForGood, const Violation *tooEarly,
                           const Judgement &judgement, const HistoryFacts &facts)
{
    Violation all{Condition::C4, leftForGood.users, {}};
    return listed(all, tooEarly != nullptr ? violationText(*tooEarly, judgement, facts)
                                           : violationText(leftForGood, judgement, facts));
}

} // namespace

std::string violationText(const Violation &violation, const Judgement &judgement,
                          const HistoryFacts &facts)
{
    std::string text = proof(violation, judgement, facts);
    if (violation.users.size() > 1) {
        text += ' ' + std::to_string(violation.users.size()) + " such people in all.";
    }
    return text;
}

std::string verdictLine(const HistoryFacts &facts, const Judgement &judgement)
{
    std::string out = judgement.linearizable ? R"({"linearizable":true,"violations":[)"
                                             : R"({"linearizable":false,"violations":[)";
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
            add(listedBesideR6(*leftForGood, violation, judgement, facts));
        } else if (condition == Condition::R3 && !judgement.strangers.empty()) {
            add(listedWithStrangers(violation, judgement, facts));
        } else if (violation != nullptr) {
            add(listed(*violation, violationText(*violation, judgement, facts)));
        }
    }
    return out + R"(],"operations":)" + number(judgement.operations) + "}\n";
}

std::string unusableLine(const RecordedHistory &history)
{
    return R"({"linearizable":null,"violations":[],"operations":)" +
           number(history.operationLines) + R"(,"error":)" + escaped(history.error) + "}\n";
}

} // namespace stampede
