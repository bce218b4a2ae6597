// SPDX-License-Identifier: MIT
#include "import/vegeta_reader.h"

#include "base/clock.h"
#include "import/csv_reader.h"
#include "import/import_text.h"
#include "import/moment_text.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <vector>

#include <simdjson.h>

namespace stampede {

namespace {

/// A day: no request takes longer.
constexpr std::int64_t kLongestVegetaNs = 86'400 * kNsPerSecond;

/// What both forms say of a request.
struct VegetaResult
{
    std::int64_t startNs = 0;
    std::int64_t latencyNs = 0;
    std::int64_t code = 0;
    std::int64_t bytesIn = 0;
    std::string_view error;
    std::string_view body; ///< base64
    std::string_view attack;
    std::string_view method;
    std::string_view url;
};

/// What Go says where no answer came.
void takeError(std::string_view error, FoundRequest &request)
{
    const auto says = [error](std::string_view words) {
        return error.find(words) != std::string_view::npos;
    };
    constexpr std::array kBefore = {
        "connection refused",          "no such host", "no route to host", "network is unreachable",
        "unsupported protocol scheme", "dial tcp",     "tls: handshake",   "x509:"};
    request.wasSent = std::none_of(kBefore.begin(), kBefore.end(), says);
    request.whyNone = says("Timeout") || says("timeout") || says("deadline exceeded")
                          ? UnknownReason::Timeout
                          : UnknownReason::Reset;
}

/// Hands a result on; false where its figures are none.
bool give(const VegetaResult &result, FoundRun &run)
{
    const bool fits = result.startNs >= 0 &&
                      result.startNs < std::numeric_limits<std::int64_t>::max() / 2 &&
                      result.latencyNs >= 0 && result.latencyNs <= kLongestVegetaNs &&
                      result.code >= 0 && result.code <= 999;
    if (!fits) {
        return false;
    }
    const QByteArray body = QByteArray::fromBase64(
        QByteArray::fromRawData(result.body.data(), static_cast<qsizetype>(result.body.size())));
    FoundRequest request;
    request.startNs = result.startNs;
    request.endNs = result.startNs + result.latencyNs;
    request.status = static_cast<int>(result.code);
    if (request.status == 0) {
        takeError(result.error, request);
    }
    request.url = result.url;
    request.body = {body.constData(), static_cast<std::size_t>(body.size())};
    request.hasBody = body.size() >= result.bytesIn;
    std::string name(result.method);
    name += ' ';
    name += result.url;
    request.name = name;
    const std::array fields = {FoundField{FoundField::Kind::Column, "attack", result.attack},
                               FoundField{FoundField::Kind::Column, "method", result.method},
                               FoundField{FoundField::Kind::Column, "url", result.url},
                               FoundField{FoundField::Kind::Column, "error", result.error}};
    request.fields = fields;
    run.take(request);
    return true;
}

class VegetaJsonReader
{
public:
    VegetaJsonReader(LineReader &lines, FoundRun &run)
        : m_lines(lines)
        , m_run(run)
    {}

    void read()
    {
        for (std::string_view line;;) {
            switch (m_lines.next(line)) {
            case LineReader::Got::Line:
                if (line.find_first_not_of(" \t\r") != std::string_view::npos && !takeLine(line)) {
                    m_run.takeFault(m_lines.number(),
                                    ImportText::tr("expected a line of vegeta's JSON output"));
                }
                break;
            case LineReader::Got::TooLong:
                m_run.takeFault(m_lines.number(), ImportText::tr("the line is too long"));
                break;
            case LineReader::Got::TooMuch:
            case LineReader::Got::Failed:
                m_run.takeFault(m_lines.number(), ImportText::tr("the rest could not be read"));
                return;
            case LineReader::Got::End:
                return;
            }
        }
    }

private:
    bool takeLine(std::string_view line)
    {
        namespace dom = simdjson::dom;
        dom::object object;
        if (m_parser.parse(line.data(), line.size(), false).get(object) != simdjson::SUCCESS) {
            return false;
        }
        VegetaResult result;
        std::string_view time;
        if (object["timestamp"].get(time) != simdjson::SUCCESS ||
            object["latency"].get(result.latencyNs) != simdjson::SUCCESS ||
            object["code"].get(result.code) != simdjson::SUCCESS) {
            return false;
        }
        const auto take = [&object](const char *key, auto &value) {
            std::ignore = object[key].get(value); // null where there is none
        };
        take("error", result.error);
        take("body", result.body);
        take("attack", result.attack);
        take("method", result.method);
        take("url", result.url);
        take("bytes_in", result.bytesIn);
        const auto startNs = momentOf(time);
        result.startNs = startNs.value_or(-1);
        return give(result, m_run);
    }

    LineReader &m_lines;
    FoundRun &m_run;
    simdjson::dom::parser m_parser;
};

bool takeVegetaRecord(const std::vector<std::string_view> &cells, FoundRun &run)
{
    // https://pkg.go.dev/github.com/tsenart/vegeta/v12/lib#NewCSVEncoder
    enum Column : std::size_t
    {
        Timestamp,
        Code,
        Latency,
        BytesOut,
        BytesIn,
        Error,
        Body,
        Attack,
        Sequence,
        Method,
        Url,
    };
    if (cells.size() <= Url) {
        return false;
    }
    VegetaResult result;
    result.startNs = wholeNumber(cells[Timestamp]).value_or(-1);
    result.code = wholeNumber(cells[Code]).value_or(-1);
    result.latencyNs = wholeNumber(cells[Latency]).value_or(-1);
    result.bytesIn = wholeNumber(cells[BytesIn]).value_or(0);
    result.error = cells[Error];
    result.body = cells[Body];
    result.attack = cells[Attack];
    result.method = cells[Method];
    result.url = cells[Url];
    return give(result, run);
}

} // namespace

void readVegetaJson(LineReader &lines, FoundRun &run)
{
    VegetaJsonReader(lines, run).read();
}

void readVegetaCsv(LineReader &lines, FoundRun &run)
{
    CsvReader records(lines);
    readRecords(records, run, ImportText::tr("expected a line of vegeta's CSV output"),
                [&run](const std::vector<std::string_view> &cells) {
                    return takeVegetaRecord(cells, run) ? Taken::Yes : Taken::No;
                });
}

} // namespace stampede
