#include "judge/history_line.h"

#include "judge/line_reader.h"

#include <optional>
#include <simdjson.h>

namespace stampede {

namespace {

namespace dom = simdjson::dom;

static_assert(simdjson::SIMDJSON_PADDING <= LineReader::kPadding);

constexpr std::size_t kQuotedBytes = 40;

/// The keys that mean something.
enum class Key : std::uint8_t
{
    Schema,
    Coupon,
    Stock,
    HoldersBefore,
    Precedence,
    Op,
    User,
    InvokedNs,
    ReturnedNs,
    Outcome,
    Remaining,
    Rows,
};

constexpr std::size_t kKeyCount = 12;
constexpr std::array<std::string_view, kKeyCount> kKeyNames = {
    "schema", "coupon",     "stock",       "holders_before", "precedence", "op",
    "user",   "invoked_ns", "returned_ns", "outcome",        "remaining",  "rows",
};

constexpr std::size_t indexOf(Key key)
{
    return static_cast<std::size_t>(key);
}

std::optional<Key> keyOf(std::string_view name)
{
    const auto only = [name](Key key) {
        return name == kKeyNames[indexOf(key)] ? std::optional(key) : std::nullopt;
    };
    switch (name.size()) {
    case 2:
        return only(Key::Op);
    case 4:
        return name.front() == 'u' ? only(Key::User) : only(Key::Rows);
    case 5:
        return only(Key::Stock);
    case 6:
        return name.front() == 's' ? only(Key::Schema) : only(Key::Coupon);
    case 7:
        return only(Key::Outcome);
    case 9:
        return only(Key::Remaining);
    case 10:
        return name.front() == 'i' ? only(Key::InvokedNs) : only(Key::Precedence);
    case 11:
        return only(Key::ReturnedNs);
    case 14:
        return only(Key::HoldersBefore);
    default:
        return std::nullopt;
    }
}

std::string quoted(std::string_view text)
{
    std::size_t length = std::min(text.size(), kQuotedBytes);
    // Never through the middle of a character.
    while (length < text.size() && length > 0 &&
           (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    return '"' + std::string(text.substr(0, length)) + (length < text.size() ? "…\"" : "\"");
}

/// The values of the keys that mean something. After the first thing that is wrong every further
/// reading gives nothing, and `fault` says what it was.
struct Fields
{
    std::array<dom::element, kKeyCount> values;
    std::uint32_t seen = 0;
    std::string fault;

    [[nodiscard]] bool has(Key key) const { return (seen >> indexOf(key) & 1U) != 0; }

    void fail(Key key, std::string_view what)
    {
        if (fault.empty()) {
            fault = '"' + std::string(kKeyNames[indexOf(key)]) + "\" " + std::string(what);
        }
    }

    [[nodiscard]] std::int64_t integer(Key key)
    {
        std::int64_t value = 0;
        if (!has(key)) {
            fail(key, "is missing");
        } else if (values[indexOf(key)].get(value) != simdjson::SUCCESS) {
            fail(key, "must be an integer of 64 bits");
        }
        return value;
    }

    [[nodiscard]] std::string_view text(Key key)
    {
        std::string_view value;
        if (!has(key)) {
            fail(key, "is missing");
        } else if (values[indexOf(key)].get(value) != simdjson::SUCCESS) {
            fail(key, "must be a string");
        }
        return value;
    }

    [[nodiscard]] std::vector<std::int64_t> integers(Key key)
    {
        std::vector<std::int64_t> list;
        dom::array array;
        if (!has(key)) {
            fail(key, "is missing");
            return list;
        }
        if (values[indexOf(key)].get(array) != simdjson::SUCCESS) {
            fail(key, "must be a list of integers");
            return list;
        }
        list.reserve(array.size());
        for (const dom::element element : array) {
            std::int64_t value = 0;
            if (element.get(value) != simdjson::SUCCESS) {
                fail(key, "must be a list of integers of 64 bits");
                return list;
            }
            list.push_back(value);
        }
        return list;
    }
};

Fields fieldsOf(dom::object object)
{
    Fields fields;
    for (const dom::key_value_pair field : object) {
        const std::optional<Key> key = keyOf(field.key);
        if (!key) {
            continue;
        }
        if (fields.has(*key)) {
            fields.fail(*key, "stands there twice");
        }
        fields.values[indexOf(*key)] = field.value;
        fields.seen |= 1U << indexOf(*key);
    }
    return fields;
}

void readHeader(Fields &fields, HistoryFacts &facts)
{
    const std::string_view schema = fields.text(Key::Schema);
    if (schema != "stampede.history/1") {
        fields.fail(Key::Schema, "must be \"stampede.history/1\" (got " + quoted(schema) + ')');
    }
    static_cast<void>(fields.integer(Key::Coupon));
    facts.stock = fields.integer(Key::Stock);
    if (facts.stock < 0) {
        fields.fail(Key::Stock, "must be 0 or more (got " + std::to_string(facts.stock) + ')');
    }
    facts.holdersBefore = fields.integers(Key::HoldersBefore);
    facts.precedence = Precedence::Any;
    if (fields.has(Key::Precedence)) {
        const std::string_view word = fields.text(Key::Precedence);
        const auto precedence = precedenceFromKey(word);
        if (!precedence) {
            fields.fail(Key::Precedence,
                        "must be any, stock-first or duplicate-first (got " + quoted(word) + ')');
        }
        facts.precedence = precedence.value_or(Precedence::Any);
    }
}

std::string outcomeNames()
{
    std::string names;
    for (const Outcome outcome : kAllOutcomes) {
        names += names.empty() ? "" : ", ";
        names += outcomeKey(outcome);
    }
    return names;
}

void readOperation(Fields &fields, JudgedOperation &operation)
{
    operation.user = fields.integer(Key::User);
    operation.invokedNs = fields.integer(Key::InvokedNs);
    const std::string_view word = fields.text(Key::Outcome);
    const std::optional<Outcome> outcome = outcomeFromKey(word);
    if (!outcome) {
        fields.fail(Key::Outcome,
                    "must be one of " + outcomeNames() + " (got " + quoted(word) + ')');
        return;
    }
    operation.outcome = *outcome;
    if (fields.has(Key::ReturnedNs) && fields.values[indexOf(Key::ReturnedNs)].is_null()) {
        operation.returnedNs = kNeverNs;
        if (!mayHaveTakenEffect(*outcome)) {
            fields.fail(Key::ReturnedNs, "may be null for unknown and server_error only (outcome " +
                                             std::string(word) + ')');
        }
        return;
    }
    operation.returnedNs = fields.integer(Key::ReturnedNs);
    if (fields.fault.empty() && operation.returnedNs < operation.invokedNs) {
        fields.fail(Key::ReturnedNs, "must not lie before \"invoked_ns\" (" +
                                         std::to_string(operation.returnedNs) + " < " +
                                         std::to_string(operation.invokedNs) + ')');
    }
}

LineFault brokenLine(simdjson::error_code error)
{
    if (error == simdjson::UTF8_ERROR) {
        return {"expected UTF-8", false, false};
    }
    if (error == simdjson::NUMBER_ERROR) {
        return {"expected JSON with numbers that fit into 64 bits", false, false};
    }
    return {"expected one JSON object in the line", false, false};
}

} // namespace

struct HistoryLineParser::Parser
{
    dom::parser parser;
};

HistoryLineParser::HistoryLineParser()
    : m_parser(std::make_unique<Parser>())
{}

HistoryLineParser::~HistoryLineParser() = default;

Result<LineKind, LineFault> HistoryLineParser::parse(std::string_view line, HistoryFacts &facts,
                                                     JudgedOperation &operation)
{
    dom::object object;
    const simdjson::error_code error =
        m_parser->parser.parse(line.data(), line.size(), false).get(object);
    if (error != simdjson::SUCCESS) {
        return Failure{brokenLine(error)};
    }
    Fields fields = fieldsOf(object);
    const bool isHeader = fields.has(Key::Schema);
    const bool isOperation = !isHeader && fields.has(Key::Op);
    LineKind kind = LineKind::Header;
    if (isHeader) {
        readHeader(fields, facts);
    } else if (!isOperation) {
        fields.fault = R"(expected a key "schema" or "op")";
    } else if (const std::string_view op = fields.text(Key::Op); op == "issue") {
        kind = LineKind::Operation;
        readOperation(fields, operation);
    } else if (op == "final") {
        kind = LineKind::Final;
        facts.remaining = fields.integer(Key::Remaining);
        facts.rowUsers = fields.integers(Key::Rows);
    } else {
        fields.fail(Key::Op, R"(must be "issue" or "final" (got )" + quoted(op) + ')');
    }
    if (!fields.fault.empty()) {
        return Failure{LineFault{std::move(fields.fault), isHeader, isOperation}};
    }
    return kind;
}

} // namespace stampede
