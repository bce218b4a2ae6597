// SPDX-License-Identifier: MIT
#include "http/classifier.h"

#include "base/outcome.h"

#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stampede {

namespace {

QString decoded(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool matches(const QRegularExpression &expression, std::string_view text)
{
    return expression.match(decoded(text)).hasMatch();
}

/// Whether a plain text is what the test wants.
bool textHolds(const AnswerTest &test, std::string_view text)
{
    if (const auto *wanted = std::get_if<std::string>(&test)) {
        return *wanted == text;
    }
    if (const auto *expression = std::get_if<QRegularExpression>(&test)) {
        return matches(*expression, text);
    }
    return std::holds_alternative<std::monostate>(test);
}

bool elementHolds(const AnswerTest &test, const simdjson::dom::element &element)
{
    if (std::holds_alternative<std::monostate>(test)) {
        return !element.is_null();
    }
    if (std::holds_alternative<std::nullptr_t>(test)) {
        return element.is_null();
    }
    if (const auto *flag = std::get_if<bool>(&test)) {
        bool value = false;
        return element.get(value) == simdjson::SUCCESS && value == *flag;
    }
    if (const auto *number = std::get_if<double>(&test)) {
        double value = 0;
        return element.get(value) == simdjson::SUCCESS && !(value < *number) && !(value > *number);
    }
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) {
        return textHolds(test, text);
    }
    // A number is matched as it is written.
    const auto *expression = std::get_if<QRegularExpression>(&test);
    return expression != nullptr && matches(*expression, simdjson::minify(element));
}

AnswerRule rule(int least, int most, Outcome outcome)
{
    AnswerRule made;
    made.leastStatus = least;
    made.mostStatus = most;
    made.outcome = outcome;
    return made;
}

AnswerRule coded(int status, std::string_view code, Outcome outcome)
{
    AnswerRule made = rule(status, status, outcome);
    made.pointer = "/code";
    made.test = std::string(code);
    return made;
}

/// As the service of this program answers.
AnswerRule coded(Outcome outcome)
{
    return coded(answerStatus(outcome), answerCode(outcome), outcome);
}

} // namespace

/// The body of the answer at hand, read once however many rules look at it.
struct Classifier::Json
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    bool tried = false;
    bool good = false;
    bool wasUtf8 = true;

    /// Where it is no UTF-8, what else it says is read all the same: bytes that are no character
    /// are replaced, so that nothing matches them.
    bool parse(std::string_view body)
    {
        const auto error = parser.parse(body.data(), body.size()).get(root);
        wasUtf8 = error != simdjson::UTF8_ERROR;
        if (!wasUtf8) {
            const QByteArray mended = decoded(body).toUtf8();
            return parser.parse(mended.constData(), static_cast<std::size_t>(mended.size()))
                       .get(root) == simdjson::SUCCESS;
        }
        return error == simdjson::SUCCESS;
    }

    std::optional<simdjson::dom::element> find(const ServiceAnswer &answer,
                                               const std::string &pointer)
    {
        if (!std::exchange(tried, true)) {
            good = answer.bodyIsWhole && parse(answer.body);
        }
        simdjson::dom::element found;
        if (!good) {
            return std::nullopt;
        }
        if (pointer.empty()) {
            return root;
        }
        return root.at_pointer(pointer).get(found) == simdjson::SUCCESS ? std::optional(found)
                                                                        : std::nullopt;
    }
};

Classifier::Classifier(std::vector<AnswerRule> rules, std::string rowPointer,
                       std::optional<std::string> stockPointer)
    : m_rules(std::move(rules))
    , m_hits(m_rules.size(), 0)
    , m_nulls(m_rules.size(), 0)
    , m_rowPointer(std::move(rowPointer))
    , m_stockPointer(std::move(stockPointer))
    , m_json(std::make_unique<Json>())
{}

Classifier::~Classifier() = default;

std::optional<Outcome> Classifier::classify(const ServiceAnswer &answer)
{
    m_json->tried = false;
    m_json->wasUtf8 = true;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (holds(m_rules[i], answer)) {
            ++m_hits[i];
            return m_rules[i].outcome;
        }
    }
    return std::nullopt;
}

bool Classifier::holds(const AnswerRule &rule, const ServiceAnswer &answer)
{
    if (answer.status < rule.leastStatus || answer.status > rule.mostStatus) {
        return false;
    }
    if (!rule.header.empty()) {
        const AnswerHeader *header = headerOf(answer, rule.header);
        if (header == nullptr || !textHolds(rule.headerTest, header->value)) {
            return false;
        }
    }
    if (!rule.check.empty() &&
        std::find(answer.checks.begin(), answer.checks.end(), rule.check) == answer.checks.end()) {
        return false;
    }
    return rule.column.empty() ? bodyHolds(rule, answer) : columnHolds(rule, answer);
}

bool Classifier::columnHolds(const AnswerRule &rule, const ServiceAnswer &answer)
{
    const auto column = std::find_if(answer.columns.begin(), answer.columns.end(),
                                     [&rule](const auto &one) { return one.name == rule.column; });
    return column != answer.columns.end() && column->there && textHolds(rule.test, column->value);
}

bool Classifier::bodyHolds(const AnswerRule &rule, const ServiceAnswer &answer)
{
    if (!rule.pointer) {
        return textHolds(rule.test, answer.body);
    }
    const auto found = m_json->find(answer, *rule.pointer);
    if (!found) {
        return false;
    }
    const bool holds = elementHolds(rule.test, *found);
    if (!holds && std::holds_alternative<std::monostate>(rule.test)) {
        ++m_nulls[static_cast<std::size_t>(&rule - m_rules.data())];
    }
    return holds;
}

std::pair<NotRecognised, std::string> Classifier::whyNot(const ServiceAnswer &answer) const
{
    if (answer.unread) {
        return {*answer.unread, std::string(answer.unreadName)};
    }
    if (m_json->tried && !m_json->wasUtf8) {
        return {NotRecognised::Charset, {}};
    }
    const bool wantsJson = std::any_of(m_rules.begin(), m_rules.end(),
                                       [](const AnswerRule &rule) { return !!rule.pointer; });
    if (wantsJson && m_json->tried && !m_json->good) {
        return {answer.bodyIsWhole ? NotRecognised::NoJson : NotRecognised::TooLong, {}};
    }
    return {NotRecognised::NoRule, {}};
}

std::int64_t Classifier::rowOf(const ServiceAnswer &answer)
{
    if (m_rowPointer.empty()) {
        return 0;
    }
    const auto found = m_json->find(answer, m_rowPointer);
    std::int64_t row = 0;
    return found && found->get(row) == simdjson::SUCCESS ? row : 0;
}

std::optional<std::string> Classifier::textAt(const std::string &pointer,
                                              const ServiceAnswer &answer)
{
    const auto found = m_json->find(answer, pointer);
    if (!found || found->is_null() || found->is_array() || found->is_object()) {
        return std::nullopt;
    }
    std::string_view text;
    return found->get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(*found);
}

std::int32_t Classifier::stockOf(const ServiceAnswer &answer)
{
    if (!m_stockPointer) {
        return -1;
    }
    const auto found = m_json->find(answer, *m_stockPointer);
    std::int64_t left = 0;
    const bool isStock = found && found->get(left) == simdjson::SUCCESS && left >= 0 &&
                         left <= std::numeric_limits<std::int32_t>::max();
    return isStock ? static_cast<std::int32_t>(left) : -1;
}

std::vector<std::string> Classifier::wantedHeaders() const
{
    std::vector<std::string> names;
    for (const AnswerRule &candidate : m_rules) {
        if (!candidate.header.empty() &&
            std::find(names.begin(), names.end(), candidate.header) == names.end()) {
            names.push_back(candidate.header);
        }
    }
    return names;
}

std::vector<AnswerRule> Classifier::usualRules()
{
    return {rule(200, 200, Outcome::Issued), rule(409, 409, Outcome::AlreadyIssued),
            coded(Outcome::OutOfStock),      coded(Outcome::NotStarted),
            coded(Outcome::Expired),         coded(Outcome::InvalidRequest),
            coded(Outcome::NotFound),        coded(404, "USER_NOT_FOUND", Outcome::NotFound),
            coded(Outcome::Contention),      rule(500, 599, Outcome::ServerError)};
}

} // namespace stampede
