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

    std::optional<simdjson::dom::element> find(const ServiceAnswer &answer,
                                               const std::string &pointer)
    {
        if (!std::exchange(tried, true)) {
            good =
                answer.bodyIsWhole &&
                parser.parse(answer.body.data(), answer.body.size()).get(root) == simdjson::SUCCESS;
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
        const auto header =
            std::find_if(answer.headers.begin(), answer.headers.end(),
                         [&rule](const auto &one) { return one.name == rule.header; });
        if (header == answer.headers.end() || !header->there ||
            !textHolds(rule.headerTest, header->value)) {
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
    const auto valueOf = [&answer](std::string_view name) {
        const auto header =
            std::find_if(answer.headers.begin(), answer.headers.end(),
                         [name](const auto &one) { return one.there && one.name == name; });
        std::string value = header == answer.headers.end() ? std::string() : header->value;
        std::transform(value.begin(), value.end(), value.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return value;
    };
    if (const std::string encoding = valueOf("content-encoding");
        !encoding.empty() && encoding != "identity") {
        return {NotRecognised::Encoded, encoding};
    }
    const std::string type = valueOf("content-type");
    if (const auto at = type.find("charset="); at != std::string::npos) {
        std::string charset = type.substr(at + 8);
        charset = charset.substr(0, charset.find_first_of("; "));
        std::erase(charset, '"');
        if (charset != "utf-8" && charset != "us-ascii") {
            return {NotRecognised::Charset, charset};
        }
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
