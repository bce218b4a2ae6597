// SPDX-License-Identifier: MIT
#include "checker/history_line.h"

#include "checker/line_reader.h"

#include <algorithm>
#include <cstring>
#include <simdjson.h>
#include <utility>

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
    PerPerson,
    PerPersonWithin,
    GivesBack,
    Quantity,
    PiecesBefore,
    Pieces,
    Written,
    CouponName,
    UserFormat,
    Tool,
};

constexpr std::size_t kKeyCount = 22;
constexpr std::array<std::string_view, kKeyCount> kKeyNames = {
    "schema",      "coupon",        "stock",      "holders_before",    "precedence",
    "op",          "user",          "invoked_ns", "returned_ns",       "outcome",
    "remaining",   "rows",          "per_person", "per_person_within", "gives_back",
    "quantity",    "pieces_before", "pieces",     "written",           "coupon_name",
    "user_format", "tool",
};

constexpr std::size_t indexOf(Key key)
{
    return static_cast<std::size_t>(key);
}

/// That key where the name, which is as long, is its name. Compilers compare without a call, as the
/// length is a constant here.
template<Key key>
std::optional<Key> only(std::string_view name)
{
    constexpr std::string_view expected = kKeyNames[indexOf(key)];
    return std::memcmp(name.data(), expected.data(), expected.size()) == 0 ? std::optional(key)
                                                                           : std::nullopt;
}

std::optional<Key> keyOf(std::string_view name)
{
    switch (name.size()) {
    case 2:
        return only<Key::Op>(name);
    case 4:
        if (name.front() == 't') {
            return only<Key::Tool>(name);
        }
        return name.front() == 'u' ? only<Key::User>(name) : only<Key::Rows>(name);
    case 5:
        return only<Key::Stock>(name);
    case 6:
        if (name.front() == 'p') {
            return only<Key::Pieces>(name);
        }
        return name.front() == 's' ? only<Key::Schema>(name) : only<Key::Coupon>(name);
    case 7:
        if (name.front() == 'o') {
            return only<Key::Outcome>(name);
        }
        return name.front() == 'w' ? only<Key::Written>(name) : std::nullopt;
    case 8:
        return name.front() == 'q' ? only<Key::Quantity>(name) : std::nullopt;
    case 9:
        return only<Key::Remaining>(name);
    case 10:
        if (name.front() == 'i') {
            return only<Key::InvokedNs>(name);
        }
        if (name.front() == 'g') {
            return only<Key::GivesBack>(name);
        }
        return name[1] == 'r' ? only<Key::Precedence>(name) : only<Key::PerPerson>(name);
    case 11:
        if (name.front() == 'r') {
            return only<Key::ReturnedNs>(name);
        }
        return name.front() == 'c' ? only<Key::CouponName>(name) : only<Key::UserFormat>(name);
    case 13:
        return only<Key::PiecesBefore>(name);
    case 14:
        return only<Key::HoldersBefore>(name);
    case 17:
        return only<Key::PerPersonWithin>(name);
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

    [[nodiscard]] bool isNull(Key key) { return has(key) && values[indexOf(key)].is_null(); }

    [[nodiscard]] bool flag(Key key)
    {
        bool value = false;
        if (has(key) && values[indexOf(key)].get(value) != simdjson::SUCCESS) {
            fail(key, "must be true or false");
        }
        return value;
    }

    /// A number of 1 or more up to `most`; nothing where the value is null.
    [[nodiscard]] std::optional<std::int64_t> countOrNull(Key key, std::int64_t most)
    {
        std::int64_t value = 0;
        if (values[indexOf(key)].is_null()) {
            return std::nullopt;
        }
        if (values[indexOf(key)].get(value) != simdjson::SUCCESS || value < 1 || value > most) {
            fail(key, "must be an integer from 1 to " + std::to_string(most) + ", or null");
        }
        return value;
    }

    /// The elements of a list, read one by one. `readOne` says whether it could.
    template<typename ReadOne>
    [[nodiscard]] std::vector<std::int64_t> list(Key key, std::string_view what,
                                                 const ReadOne &readOne)
    {
        std::vector<std::int64_t> list;
        dom::array array;
        if (!has(key)) {
            fail(key, "is missing");
            return list;
        }
        if (values[indexOf(key)].get(array) != simdjson::SUCCESS) {
            fail(key, "must be a list of " + std::string(what));
            return list;
        }
        list.reserve(array.size());
        for (const dom::element element : array) {
            std::int64_t value = 0;
            if (!readOne(element, value)) {
                fail(key, "must be a list of " + std::string(what));
                return list;
            }
            list.push_back(value);
        }
        return list;
    }

    [[nodiscard]] std::vector<std::int64_t> pieces(Key key)
    {
        return list(key, "integers from 0 to " + std::to_string(kMostPieces),
                    [](const dom::element &element, std::int64_t &value) {
                        return element.get(value) == simdjson::SUCCESS && value >= 0 &&
                               value <= kMostPieces;
                    });
    }

    [[nodiscard]] std::vector<std::int64_t> people(Key key, PeopleIds &ids)
    {
        return list(key, "integers of 64 bits, or of texts in the whole history",
                    [&ids](const dom::element &element, std::int64_t &value) {
                        return readPerson(element, ids, value);
                    });
    }

    [[nodiscard]] std::int64_t person(Key key, PeopleIds &ids)
    {
        std::int64_t value = 0;
        if (!has(key)) {
            fail(key, "is missing");
        } else if (!readPerson(values[indexOf(key)], ids, value)) {
            fail(key, "must be an integer of 64 bits, or a text in the whole history");
        }
        return value;
    }

    static bool readPerson(const dom::element &element, PeopleIds &ids, std::int64_t &value)
    {
        if (element.get(value) == simdjson::SUCCESS) {
            return ids.takeNumber();
        }
        std::string_view text;
        if (element.get(text) != simdjson::SUCCESS) {
            return false;
        }
        const std::optional<std::int64_t> id = ids.take(text);
        value = id.value_or(0);
        return id.has_value();
    }
};

void readFields(dom::object object, Fields &fields)
{
    fields.seen = 0;
    fields.fault.clear();
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
}

void readRules(Fields &fields, HistoryLine &to)
{
    IssueRules &rules = to.facts.rules;
    rules = {};
    if (fields.has(Key::PerPerson)) {
        rules.limitPerPerson =
            fields.countOrNull(Key::PerPerson, std::numeric_limits<std::int64_t>::max());
    }
    rules.limitWithin = fields.flag(Key::PerPersonWithin);
    const bool untold = fields.isNull(Key::GivesBack);
    rules.givesBack = untold || fields.flag(Key::GivesBack);
    rules.givesBackSaid = !untold;
    rules.countsPieces = fields.has(Key::Quantity);
    to.quantity =
        rules.countsPieces ? fields.countOrNull(Key::Quantity, kMostPieces) : std::nullopt;
}

void readPiecesBefore(Fields &fields, HistoryLine &to)
{
    HistoryFacts &facts = to.facts;
    const std::size_t rows = facts.holdersBefore.size();
    facts.piecesBefore.clear();
    if (fields.has(Key::PiecesBefore) && !facts.rules.countsPieces) {
        fields.fail(Key::PiecesBefore, R"(needs "quantity")");
    } else if (fields.has(Key::PiecesBefore)) {
        facts.piecesBefore = fields.pieces(Key::PiecesBefore);
        if (facts.piecesBefore.size() != rows) {
            fields.fail(Key::PiecesBefore, R"(must be as long as "holders_before")");
        }
    } else if (facts.rules.countsPieces && to.quantity) {
        facts.piecesBefore.assign(rows, *to.quantity);
    } else if (facts.rules.countsPieces && rows > 0) {
        fields.fail(Key::PiecesBefore, R"(is missing, and "quantity" is null)");
    }
}

void readTool(Fields &fields, RunTool &tool)
{
    tool = {};
    if (!fields.has(Key::Tool)) {
        return;
    }
    dom::object object;
    std::string_view name;
    if (fields.values[indexOf(Key::Tool)].get(object) != simdjson::SUCCESS ||
        object["name"].get(name) != simdjson::SUCCESS || name.empty()) {
        return fields.fail(Key::Tool, R"(must be an object with a "name")");
    }
    tool.name = name;
    const auto text = [&object](const char *key) {
        std::string_view value;
        return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
    };
    tool.source = text("source");
    tool.sourceSha256 = text("source_sha256");
    const auto number = [&object](const char *key) {
        std::int64_t value = 0;
        return object[key].get(value) == simdjson::SUCCESS && value > 0 ? value : 0;
    };
    tool.resolutionNs = number("resolution_ns");
    tool.startedMs = number("started_ms");
    bool incomplete = false;
    tool.incomplete = object["incomplete"].get(incomplete) == simdjson::SUCCESS && incomplete;
}

void readHeader(Fields &fields, HistoryLine &to, PeopleIds &people)
{
    HistoryFacts &facts = to.facts;
    const std::string_view schema = fields.text(Key::Schema);
    if (schema != "stampede.history/1") {
        fields.fail(Key::Schema, "must be \"stampede.history/1\" (got " + quoted(schema) + ')');
    }
    static_cast<void>(fields.integer(Key::Coupon));
    to.couponName = fields.has(Key::CouponName) ? fields.text(Key::CouponName) : std::string_view();
    to.userFormat = fields.has(Key::UserFormat) ? fields.text(Key::UserFormat) : std::string_view();
    if (fields.has(Key::UserFormat) && to.userFormat.find(kPersonInFormat) == std::string::npos) {
        fields.fail(Key::UserFormat, "must have {userId} in it (got " +
                                         quoted(std::string_view(to.userFormat)) + ')');
    }
    const bool unlimited = fields.isNull(Key::Stock);
    facts.stock = unlimited ? kNoEndOfStock : fields.integer(Key::Stock);
    if (facts.stock < 0) {
        fields.fail(Key::Stock, "must be 0 or more (got " + std::to_string(facts.stock) + ')');
    }
    facts.holdersBefore = fields.people(Key::HoldersBefore, people);
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
    readRules(fields, to);
    facts.rules.unlimited = unlimited;
    readPiecesBefore(fields, to);
    readTool(fields, to.tool);
}

void readFinal(Fields &fields, HistoryLine &to, PeopleIds &people)
{
    HistoryFacts &facts = to.facts;
    facts.remainingKnown = !fields.isNull(Key::Remaining);
    facts.remaining = facts.remainingKnown ? fields.integer(Key::Remaining) : 0;
    facts.rowUsers = fields.people(Key::Rows, people);
    to.hasPieces = fields.has(Key::Pieces);
    if (to.hasPieces) {
        facts.rowPieces = fields.pieces(Key::Pieces);
        if (facts.rowPieces.size() != facts.rowUsers.size()) {
            fields.fail(Key::Pieces, R"(must be as long as "rows")");
        }
    }
    if (fields.has(Key::Written)) {
        facts.writtenUsers = fields.people(Key::Written, people);
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

void readOperation(Fields &fields, JudgedOperation &operation, PeopleIds &people)
{
    operation.user = fields.person(Key::User, people);
    operation.invokedNs = fields.integer(Key::InvokedNs);
    const std::string_view word = fields.text(Key::Outcome);
    const std::optional<Outcome> outcome = outcomeFromKey(word);
    if (!outcome) {
        fields.fail(Key::Outcome,
                    "must be one of " + outcomeNames() + " (got " + quoted(word) + ')');
        return;
    }
    operation.outcome = *outcome;
    operation.quantity = 0;
    if (fields.has(Key::Quantity)) {
        operation.quantity =
            static_cast<std::uint32_t>(fields.countOrNull(Key::Quantity, kMostPieces).value_or(0));
    }
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

LineDiagnostic brokenLine(simdjson::error_code error)
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

std::optional<std::int64_t> PeopleIds::take(std::string_view text)
{
    if (m_form == Form::Numbers) {
        return std::nullopt;
    }
    m_form = Form::Texts;
    if (const auto known = m_ids.find(text); known != m_ids.end()) {
        return known->second;
    }
    const auto id = static_cast<std::int64_t>(m_names.size());
    m_ids.emplace(m_names.emplace_back(text), id);
    return id;
}

std::vector<std::string> PeopleIds::names() const
{
    return {m_names.begin(), m_names.end()};
}

std::string shownPerson(std::string_view name, std::string_view format,
                        const std::function<bool(std::string_view)> &isName)
{
    const std::size_t at = format.find(kPersonInFormat);
    const std::size_t marks = std::min(name.find_first_not_of('#'), name.size());
    const std::string_view digits = name.substr(marks);
    const bool isNumber =
        !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (at == std::string_view::npos || !isNumber || isName('#' + std::string(name))) {
        return std::string(name);
    }
    return std::string(format).replace(at, kPersonInFormat.size(), digits);
}

struct HistoryLineParser::Parser
{
    dom::parser parser;
    Fields fields; ///< of the line; filled anew for each
    std::shared_ptr<PeopleIds> people = std::make_shared<PeopleIds>();
};

HistoryLineParser::HistoryLineParser()
    : m_parser(std::make_unique<Parser>())
{}

HistoryLineParser::~HistoryLineParser() = default;

std::shared_ptr<const PeopleIds> HistoryLineParser::people() const
{
    return m_parser->people;
}

Result<LineKind, LineDiagnostic> HistoryLineParser::parse(std::string_view line, HistoryLine &to)
{
    dom::object object;
    const simdjson::error_code error =
        m_parser->parser.parse(line.data(), line.size(), false).get(object);
    if (error != simdjson::SUCCESS) {
        return Failure{brokenLine(error)};
    }
    Fields &fields = m_parser->fields;
    readFields(object, fields);
    const bool isHeader = fields.has(Key::Schema);
    const bool isOperation = !isHeader && fields.has(Key::Op);
    LineKind kind = LineKind::Header;
    if (isHeader) {
        m_parser->people = std::make_shared<PeopleIds>();
        readHeader(fields, to, *m_parser->people);
    } else if (!isOperation) {
        fields.fault = R"(expected a key "schema" or "op")";
    } else if (const std::string_view op = fields.text(Key::Op); op == "issue") {
        kind = LineKind::Operation;
        readOperation(fields, to.operation, *m_parser->people);
    } else if (op == "final") {
        kind = LineKind::Final;
        readFinal(fields, to, *m_parser->people);
    } else {
        fields.fail(Key::Op, R"(must be "issue" or "final" (got )" + quoted(op) + ')');
    }
    if (!fields.fault.empty()) {
        return Failure{LineDiagnostic{std::move(fields.fault), isHeader, isOperation}};
    }
    return kind;
}

} // namespace stampede
