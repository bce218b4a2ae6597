// SPDX-License-Identifier: MIT
#include "import/k6_reader.h"

#include "base/clock.h"
#include "import/csv_reader.h"
#include "import/import_text.h"
#include "import/moment_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include <simdjson.h>

namespace stampede {

namespace {

namespace ondemand = simdjson::ondemand;

/// What the length of a request is made of.
enum class K6Part : std::uint8_t
{
    Duration,
    Blocked,
    Connecting,
    Handshaking,
};
constexpr std::size_t kK6Parts = 4;
constexpr std::array<std::string_view, kK6Parts> kK6PartNames = {
    "http_req_duration", "http_req_blocked", "http_req_connecting", "http_req_tls_handshaking"};
constexpr unsigned kAllParts = (1U << kK6Parts) - 1;
constexpr std::string_view kRequests = "http_reqs";
constexpr std::string_view kChecks = "checks";

/// Requests that wait for further points of theirs at the same time. k6 writes those of a request
/// together; a file that was sorted or merged may mix some.
constexpr std::size_t kMostOpen = 4'096;
/// A day: nothing that is longer is a part of a request.
constexpr double kLongestMs = 86'400'000;

std::optional<K6Part> partOf(std::string_view metric)
{
    for (std::size_t i = 0; i < kK6Parts; ++i) {
        if (kK6PartNames[i] == metric) {
            return static_cast<K6Part>(i);
        }
    }
    return std::nullopt;
}

/// A field of a point, kept until its request is complete.
struct KeptField
{
    FoundField::Kind kind = FoundField::Kind::Tag;
    std::string name;
    std::string value;
};

/// Where no answer came: https://grafana.com/docs/k6/latest/javascript-api/error-codes/
struct K6Failure
{
    bool wasSent = true;
    UnknownReason why = UnknownReason::Reset;
};

K6Failure failureOf(std::string_view errorCode)
{
    constexpr std::int64_t kTimeout = 1'050;
    const std::int64_t code = wholeNumber(errorCode).value_or(0);
    // A URL that is none, a name that nobody has, a connection or handshake that did not come off.
    const bool before = code == 1'020 || (code >= 1'100 && code <= 1'111) ||
                        (code >= 1'210 && code <= 1'213) || code == 1'310 || code == 1'311;
    return {!before, code == kTimeout ? UnknownReason::Timeout : UnknownReason::Reset};
}

/// A request of which some points have been read.
struct OpenRequest
{
    std::uint64_t key = 0;
    std::int64_t line = 0;
    std::int64_t endNs = 0;
    std::array<double, kK6Parts> ms{};
    unsigned seen = 0; ///< a bit a part
    std::vector<KeptField> fields;
};

/// Joins points to requests and hands these on.
class K6Join
{
public:
    explicit K6Join(FoundRun &run)
        : m_run(run)
    {}

    /// The request that lacks that part, or a new one without fields.
    OpenRequest &requestFor(std::uint64_t key, K6Part part, std::int64_t endNs, bool &isNew)
    {
        isNew = false;
        for (auto open = m_open.rbegin(); open != m_open.rend(); ++open) {
            if (open->key == key && (open->seen & bitOf(part)) == 0) {
                return *open;
            }
        }
        if (m_open.size() >= kMostOpen) {
            give(m_open.front());
            m_open.pop_front();
        }
        isNew = true;
        OpenRequest &made = m_open.emplace_back();
        made.fields = std::exchange(m_spare, {});
        made.fields.clear();
        made.key = key;
        made.endNs = endNs;
        return made;
    }

    void takePart(OpenRequest &request, K6Part part, double ms)
    {
        request.ms[static_cast<std::size_t>(part)] = ms;
        request.seen |= bitOf(part);
        if (request.seen == kAllParts) {
            give(request);
            const auto place = std::find_if(m_open.begin(), m_open.end(),
                                            [&request](auto &open) { return &open == &request; });
            m_spare = std::move(place->fields);
            m_open.erase(place);
        }
    }

    void countRequest() { ++m_counted; }
    /// The check of a point with these tags and metadata.
    void takeCheck(const std::vector<KeptField> &fields, bool passed)
    {
        const auto valueOf = [&fields](std::string_view name) {
            const auto found =
                std::find_if(fields.begin(), fields.end(),
                             [name](const KeptField &field) { return field.name == name; });
            return found == fields.end() ? std::string_view() : std::string_view(found->value);
        };
        m_run.takeCheck(wholeNumber(valueOf("vu")).value_or(-1),
                        wholeNumber(valueOf("iter")).value_or(-1), valueOf("check"), passed);
    }

    /// What is left at the end of the file.
    void end()
    {
        for (OpenRequest &open : m_open) {
            give(open);
        }
        m_open.clear();
        if (m_counted > m_given) {
            m_run.takeMissing(m_counted - m_given,
                              ImportText::tr("http_reqs counts them, and no http_req_duration "
                                             "tells of them"));
        }
    }

private:
    static unsigned bitOf(K6Part part) { return 1U << static_cast<unsigned>(part); }

    void give(OpenRequest &open)
    {
        if ((open.seen & bitOf(K6Part::Duration)) == 0) {
            return; // what is counted and not given is told in the end
        }
        ++m_given;
        m_fields.clear();
        FoundRequest request;
        double allMs = 0;
        for (const double ms : open.ms) {
            allMs += ms;
        }
        std::string_view errorCode;
        for (const KeptField &field : open.fields) {
            m_fields.push_back({field.kind, field.name, field.value});
            if (field.name == "status") {
                request.status = static_cast<int>(
                    std::min<std::int64_t>(wholeNumber(field.value).value_or(0), 999));
            } else if (field.name == "error_code") {
                errorCode = field.value;
            } else if (field.name == "name") {
                request.name = field.value;
            } else if (field.name == "url") {
                request.url = field.value;
            } else if (field.name == "vu") {
                request.vu = wholeNumber(field.value).value_or(-1);
            } else if (field.name == "iter") {
                request.iteration = wholeNumber(field.value).value_or(-1);
            }
        }
        const K6Failure failure = failureOf(errorCode);
        request.wasSent = failure.wasSent;
        request.whyNone = failure.why;
        request.fields = m_fields;
        request.endNs = open.endNs;
        request.startKnown = open.seen == kAllParts;
        request.startNs =
            open.endNs - static_cast<std::int64_t>(std::ceil(allMs * double{kNsPerMs}));
        m_run.take(request);
    }

    FoundRun &m_run;
    std::deque<OpenRequest> m_open;
    std::vector<KeptField> m_spare; ///< whose memory is used again
    std::vector<FoundField> m_fields;
    std::int64_t m_counted = 0;
    std::int64_t m_given = 0;
};

std::uint64_t hashOf(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}

std::uint64_t mixed(std::uint64_t left, std::uint64_t right)
{
    return (left ^ (right + 0x9E37'79B9'7F4A'7C15ULL)) * 0xFF51'AFD7'ED55'8CCDULL;
}

/// Of a list of pairs in any order: k6 writes metadata in another one at every point.
std::uint64_t hashInAnyOrder(std::string_view text, char separator)
{
    std::uint64_t sum = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        sum += mixed(hashOf(text.substr(0, end)), 0);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return sum;
}

/// Reads lines of JSON.
class K6JsonReader
{
public:
    K6JsonReader(LineReader &lines, FoundRun &run)
        : m_lines(lines)
        , m_run(run)
        , m_join(run)
    {}

    void read()
    {
        for (std::string_view line;;) {
            switch (m_lines.next(line)) {
            case LineReader::Got::Line:
                takeLine(line);
                break;
            case LineReader::Got::TooLong:
                fault(ImportText::tr("the line is too long"));
                break;
            case LineReader::Got::TooMuch:
            case LineReader::Got::Failed:
                fault(ImportText::tr("the rest could not be read"));
                m_join.end();
                return;
            case LineReader::Got::End:
                m_join.end();
                return;
            }
            if (m_ended) {
                return;
            }
        }
    }

private:
    void fault(const QString &what) { m_run.takeFault(m_lines.number(), what); }

    void takeLine(std::string_view line)
    {
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            return;
        }
        // As k6 writes it: most lines are of metrics that say nothing here.
        constexpr std::string_view kBegin = R"({"metric":")";
        constexpr std::string_view kPoint = R"(","type":"Point","data":{"time":")";
        if (line.starts_with(kBegin) && line.ends_with("}}")) {
            const std::size_t end = line.find('"', kBegin.size());
            const std::string_view metric =
                line.substr(kBegin.size(), std::min(end, line.size()) - kBegin.size());
            if (!isOfUse(metric) &&
                line.substr(kBegin.size() + metric.size()).starts_with(kPoint)) {
                count(metric);
                return;
            }
        }
        if (!takeJson(line) && (line.starts_with('{') || !m_run.takeWords(line))) {
            fault(ImportText::tr("expected a line of k6's JSON output"));
        }
    }

    [[nodiscard]] static bool isOfUse(std::string_view metric)
    {
        return metric == kChecks || partOf(metric).has_value();
    }
    void count(std::string_view metric)
    {
        if (metric == kRequests) {
            m_join.countRequest();
        }
    }

    bool takeJson(std::string_view line)
    {
        ondemand::document document;
        ondemand::object object;
        if (m_parser.iterate(line.data(), line.size(), line.size() + LineReader::kPadding)
                    .get(document) != simdjson::SUCCESS ||
            document.get_object().get(object) != simdjson::SUCCESS) {
            return false;
        }
        std::string_view metric;
        std::string_view type;
        if (object.find_field_unordered("type").get_string().get(type) != simdjson::SUCCESS) {
            return false;
        }
        if (object.find_field_unordered("metric").get_string().get(metric) != simdjson::SUCCESS) {
            return false;
        }
        if (type == "Metric") {
            return takeDefinition(metric);
        }
        if (type != "Point") {
            return false;
        }
        if (!isOfUse(metric)) {
            count(metric);
            return line.ends_with('}');
        }
        ondemand::object data;
        return object.find_field_unordered("data").get_object().get(data) == simdjson::SUCCESS &&
               takePoint(metric, data);
    }

    /// Each run defines each metric once, before its first point.
    bool takeDefinition(std::string_view metric)
    {
        if (metric != kK6PartNames[0]) {
            return true;
        }
        if (m_isDefined) {
            m_ended = true;
            m_run.refuse(m_lines.number(),
                         ImportText::tr("a second run begins here; each run needs a file of its "
                                        "own"));
        }
        m_isDefined = true;
        return true;
    }

    bool takePoint(std::string_view metric, ondemand::object data)
    {
        std::string_view time;
        double value = 0;
        if (data.find_field_unordered("time").get_string().get(time) != simdjson::SUCCESS ||
            data.find_field_unordered("value").get_double().get(value) != simdjson::SUCCESS) {
            return false;
        }
        ondemand::object tags;
        ondemand::object metadata;
        std::string_view rawTags;
        std::string_view rawMetadata;
        const bool hasTags =
            data.find_field_unordered("tags").get_object().get(tags) == simdjson::SUCCESS;
        if (hasTags && tags.raw_json().get(rawTags) != simdjson::SUCCESS) {
            return false;
        }
        const bool hasMetadata =
            data.find_field_unordered("metadata").get_object().get(metadata) == simdjson::SUCCESS;
        if (hasMetadata && metadata.raw_json().get(rawMetadata) != simdjson::SUCCESS) {
            return false;
        }
        const auto part = partOf(metric);
        if (!part) {
            return takeCheck(value, rawTags, rawMetadata);
        }
        const auto endNs = momentOf(time);
        if (!endNs || value < 0 || value > kLongestMs) {
            return false;
        }
        bool isNew = false;
        const std::uint64_t key =
            mixed(mixed(hashOf(time), hashOf(rawTags)), hashInAnyOrder(inBraces(rawMetadata), ','));
        OpenRequest &open = m_join.requestFor(key, *part, *endNs, isNew);
        if (isNew) {
            open.line = m_lines.number();
            if (!takeFields(rawTags, FoundField::Kind::Tag, open.fields) ||
                !takeFields(rawMetadata, FoundField::Kind::Metadata, open.fields)) {
                return false;
            }
        }
        m_join.takePart(open, *part, value);
        return true;
    }

    static std::string_view inBraces(std::string_view object)
    {
        while (!object.empty() && object.back() != '}') {
            object.remove_suffix(1);
        }
        return object.size() < 2 ? std::string_view() : object.substr(1, object.size() - 2);
    }

    /// The pairs of an object of texts.
    bool takeFields(std::string_view object, FoundField::Kind kind, std::vector<KeptField> &to)
    {
        if (object.empty()) {
            return true;
        }
        ondemand::document document;
        ondemand::object fields;
        // The bytes after it are of the same line, or the room after it.
        if (m_inner.iterate(object.data(), object.size(),
                            object.size() + simdjson::SIMDJSON_PADDING)
                    .get(document) != simdjson::SUCCESS ||
            document.get_object().get(fields) != simdjson::SUCCESS) {
            return false;
        }
        for (auto field : fields) {
            std::string_view name;
            std::string_view value;
            if (field.unescaped_key().get(name) != simdjson::SUCCESS ||
                field.value().get_string().get(value) != simdjson::SUCCESS) {
                return false;
            }
            to.push_back({kind, std::string(name), std::string(value)});
        }
        return true;
    }

    bool takeCheck(double value, std::string_view rawTags, std::string_view rawMetadata)
    {
        m_fields.clear();
        if (!takeFields(rawTags, FoundField::Kind::Tag, m_fields) ||
            !takeFields(rawMetadata, FoundField::Kind::Metadata, m_fields)) {
            return false;
        }
        m_join.takeCheck(m_fields, value != 0);
        return true;
    }

    LineReader &m_lines;
    FoundRun &m_run;
    K6Join m_join;
    ondemand::parser m_parser;
    ondemand::parser m_inner;
    std::vector<KeptField> m_fields;
    bool m_isDefined = false;
    bool m_ended = false;
};

/// Reads records of CSV.
class K6CsvReader
{
public:
    K6CsvReader(LineReader &lines, FoundRun &run)
        : m_records(lines)
        , m_run(run)
        , m_join(run)
    {}

    void read()
    {
        std::vector<std::string_view> cells;
        if (m_records.next(cells) != CsvReader::Got::Record) {
            return m_run.refuse(1, ImportText::tr("expected k6's line of column names"));
        }
        for (const std::string_view cell : cells) {
            m_names.emplace_back(cell);
        }
        const bool atEnd =
            readRecords(m_records, m_run, ImportText::tr("expected a line of k6's CSV output"),
                        [this](const std::vector<std::string_view> &record) {
                            const bool taken = takeRecord(record);
                            return m_ended ? Taken::Last : taken ? Taken::Yes : Taken::No;
                        });
        if (atEnd) {
            m_join.end();
        }
    }

private:
    void refuse(const QString &why)
    {
        m_ended = true;
        m_run.refuse(m_records.line(), why);
    }

    bool takeRecord(const std::vector<std::string_view> &cells)
    {
        if (cells.size() != m_names.size()) {
            return false;
        }
        if (std::equal(cells.begin(), cells.end(), m_names.begin())) {
            refuse(ImportText::tr("a second run begins here; each run needs a file of its own"));
            return false;
        }
        const std::string_view metric = cells[0]; // k6 writes these three first
        const auto part = partOf(metric);
        if (!part && metric != kChecks) {
            if (metric == kRequests) {
                m_join.countRequest();
            }
            return true;
        }
        const auto value = realNumber(cells[2]);
        const auto endNs = endOf(cells[1]);
        if (!value || *value < 0 || *value > kLongestMs || !endNs) {
            return false;
        }
        if (!part) {
            takeFields(cells, m_fields);
            m_join.takeCheck(m_fields, *value != 0);
            return true;
        }
        std::uint64_t key = hashOf(cells[1]);
        for (std::size_t i = 3; i < cells.size(); ++i) {
            const bool isList = m_names[i] == "extra_tags" || m_names[i] == "metadata";
            key = mixed(key, isList ? hashInAnyOrder(cells[i], '&') : hashOf(cells[i]));
        }
        bool isNew = false;
        OpenRequest &open = m_join.requestFor(key, *part, *endNs, isNew);
        if (isNew) {
            open.line = m_records.line();
            takeFields(cells, open.fields);
        }
        m_join.takePart(open, *part, *value);
        return true;
    }

    /// Digits since 1970, whose number says in what, or a moment in words.
    std::optional<std::int64_t> endOf(std::string_view cell)
    {
        const auto whole = wholeNumber(cell);
        std::int64_t unitNs = 1;
        if (whole ? cell.size() < 12 : cell.find('.') == std::string_view::npos) {
            unitNs = kNsPerSecond;
        } else if (whole && cell.size() < 15) {
            unitNs = kNsPerMs;
        } else if (whole && cell.size() < 18) {
            unitNs = kNsPerUs;
        }
        if (unitNs == kNsPerSecond && (whole || momentOf(cell))) {
            refuse(ImportText::tr("its moments are whole seconds, k6's default, which tell nothing "
                                  "of requests that took less; --out "
                                  "csv=fileName=r.csv,timeFormat=unix_nano writes them whole"));
            return std::nullopt;
        }
        if (!m_toldUnit && unitNs > 1) {
            m_toldUnit = true;
            m_run.takeResolution(unitNs);
        }
        std::int64_t ns = 0;
        if (!whole) {
            return momentOf(cell);
        }
        // What was cut off lies before the next one.
        const bool fits = !__builtin_mul_overflow(*whole, unitNs, &ns) &&
                          ns < std::numeric_limits<std::int64_t>::max() / 2;
        return fits ? std::optional(ns) : std::nullopt;
    }

    static void takePairs(std::string_view list, FoundField::Kind kind, std::vector<KeptField> &to)
    {
        while (!list.empty()) {
            const std::size_t end = std::min(list.find('&'), list.size());
            const std::string_view pair = list.substr(0, end);
            const std::size_t equals = pair.find('=');
            if (equals != std::string_view::npos) {
                to.push_back({kind, std::string(pair.substr(0, equals)),
                              std::string(pair.substr(equals + 1))});
            }
            list.remove_prefix(std::min(end + 1, list.size()));
        }
    }

    void takeFields(const std::vector<std::string_view> &cells, std::vector<KeptField> &to) const
    {
        to.clear();
        for (std::size_t i = 3; i < cells.size(); ++i) {
            if (m_names[i] == "extra_tags") {
                takePairs(cells[i], FoundField::Kind::Tag, to);
            } else if (m_names[i] == "metadata") {
                takePairs(cells[i], FoundField::Kind::Metadata, to);
            } else if (!cells[i].empty()) {
                to.push_back({FoundField::Kind::Tag, m_names[i], std::string(cells[i])});
            }
        }
    }

    CsvReader m_records;
    FoundRun &m_run;
    K6Join m_join;
    std::vector<std::string> m_names;
    std::vector<KeptField> m_fields;
    bool m_toldUnit = false;
    bool m_ended = false;
};

} // namespace

void readK6Json(LineReader &lines, FoundRun &run)
{
    K6JsonReader(lines, run).read();
}

void readK6Csv(LineReader &lines, FoundRun &run)
{
    K6CsvReader(lines, run).read();
}

} // namespace stampede
