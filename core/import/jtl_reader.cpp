// SPDX-License-Identifier: MIT
#include "import/jtl_reader.h"

#include "base/clock.h"
#include "import/csv_reader.h"
#include "import/import_text.h"
#include "import/moment_text.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace stampede {

namespace {

constexpr std::string_view kNoHttp = "Non HTTP response code";
/// A day: no request takes longer.
constexpr std::int64_t kLongestJtlMs = 86'400'000;
/// Up to the year 2200.
constexpr std::int64_t kLastJtlMs = 7'258'118'400'000;

/// Says what a response code means: a status, or why there is none.
void takeCode(std::string_view code, FoundRequest &request)
{
    if (!code.starts_with(kNoHttp)) {
        const std::string_view digits = code.substr(0, std::min<std::size_t>(code.size(), 3));
        request.status = static_cast<int>(wholeNumber(digits).value_or(0));
        return;
    }
    const auto names = [code](std::string_view word) {
        return code.find(word) != std::string_view::npos;
    };
    constexpr std::array kBefore = {"HttpHostConnectException", "ConnectException",
                                    "ConnectTimeoutException",  "UnknownHostException",
                                    "NoRouteToHostException",   "URISyntaxException",
                                    "MalformedURLException",    "SSLHandshakeException"};
    request.wasSent = std::none_of(kBefore.begin(), kBefore.end(), names);
    request.whyNone =
        names("SocketTimeoutException") ? UnknownReason::Timeout : UnknownReason::Reset;
}

/// The interval of a sample, widened by 1 ms on both sides. False where the figures are none.
bool takeTimes(std::optional<std::int64_t> startMs, std::optional<std::int64_t> elapsedMs,
               std::int64_t idleMs, FoundRequest &request)
{
    if (!startMs || !elapsedMs || *startMs > kLastJtlMs || *elapsedMs > kLongestJtlMs ||
        idleMs > kLongestJtlMs) {
        return false;
    }
    request.startNs = *startMs * kNsPerMs;
    request.endNs = (*startMs + *elapsedMs + idleMs) * kNsPerMs;
    return true;
}

/// Where the columns that mean something stand; −1 for nowhere.
struct JtlColumns
{
    std::vector<std::string> names;
    int timeStamp = -1;
    int elapsed = -1;
    int code = -1;
    int label = -1;
    int url = -1;
    int idle = -1;
    int thread = -1;
    int dataType = -1;
    int message = -1;

    void find()
    {
        const auto placeOf = [this](std::string_view name) {
            const auto found = std::find(names.begin(), names.end(), name);
            return found == names.end() ? -1 : static_cast<int>(found - names.begin());
        };
        timeStamp = placeOf("timeStamp");
        elapsed = placeOf("elapsed");
        code = placeOf("responseCode");
        label = placeOf("label");
        url = placeOf("URL");
        idle = placeOf("IdleTime");
        thread = placeOf("threadName");
        message = placeOf("responseMessage");
    }
};

/// "Claim 1-17": the place of the thread, from 1.
std::int64_t vuOf(std::string_view thread)
{
    const std::size_t dash = thread.rfind('-');
    return dash == std::string_view::npos ? -1 : wholeNumber(thread.substr(dash + 1)).value_or(-1);
}

class JtlCsvReader
{
public:
    JtlCsvReader(LineReader &lines, FoundRun &run)
        : m_records(lines)
        , m_run(run)
    {}

    void read()
    {
        std::vector<std::string_view> cells;
        if (!readNames(cells)) {
            return;
        }
        m_run.takeResolution(kNsPerMs);
        readRecords(m_records, m_run, expected(),
                    [this](const std::vector<std::string_view> &record) {
                        return takeRecord(record) ? Taken::Yes : Taken::Last;
                    });
    }

private:
    static QString expected() { return ImportText::tr("expected a line of a JTL"); }
    void fault() { m_run.takeFault(m_records.line(), expected()); }

    bool readNames(std::vector<std::string_view> &cells)
    {
        if (m_records.next(cells) == CsvReader::Got::Record) {
            for (const std::string_view cell : cells) {
                m_columns.names.emplace_back(cell);
            }
            m_columns.find();
        }
        for (const auto &[place, name] :
             {std::pair(m_columns.timeStamp, "timeStamp"), std::pair(m_columns.elapsed, "elapsed"),
              std::pair(m_columns.code, "responseCode")}) {
            if (place < 0) {
                m_run.refuse(1, ImportText::tr("it has no column %1; "
                                               "jmeter.save.saveservice.print_field_names=true "
                                               "and JMeter's other defaults write it")
                                    .arg(QLatin1String(name)));
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::string_view cell(const std::vector<std::string_view> &cells, int place) const
    {
        return place < 0 ? std::string_view() : cells[static_cast<std::size_t>(place)];
    }

    /// False where the reading ends.
    bool takeRecord(const std::vector<std::string_view> &cells)
    {
        if (std::equal(cells.begin(), cells.end(), m_columns.names.begin(),
                       m_columns.names.end())) {
            m_run.refuse(
                m_records.line(),
                ImportText::tr("a second run begins here, as JMeter adds to a file that is "
                               "there; each run needs a file of its own"));
            return false;
        }
        if (cells.size() != m_columns.names.size()) {
            fault();
            return true;
        }
        const std::string_view stamp = cell(cells, m_columns.timeStamp);
        if (!wholeNumber(stamp) && stamp.find(':') != std::string_view::npos) {
            m_run.refuse(m_records.line(),
                         ImportText::tr("timeStamp is no number of ms; "
                                        "jmeter.save.saveservice.timestamp_format=ms writes it"));
            return false;
        }
        // What a transaction took in all; its requests stand for themselves.
        if (cell(cells, m_columns.message).starts_with("Number of samples in transaction")) {
            return true;
        }
        FoundRequest request;
        const std::int64_t idle = wholeNumber(cell(cells, m_columns.idle)).value_or(0);
        if (!takeTimes(wholeNumber(stamp), wholeNumber(cell(cells, m_columns.elapsed)), idle,
                       request)) {
            fault();
            return true;
        }
        takeCode(cell(cells, m_columns.code), request);
        request.name = cell(cells, m_columns.label);
        request.url = cell(cells, m_columns.url);
        request.vu = vuOf(cell(cells, m_columns.thread));
        m_fields.clear();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            m_fields.push_back({FoundField::Kind::Column, m_columns.names[i], cells[i]});
        }
        request.fields = m_fields;
        m_run.take(request);
        return true;
    }

    CsvReader m_records;
    FoundRun &m_run;
    JtlColumns m_columns;
    std::vector<FoundField> m_fields;
};

/// A sample of XML on its way.
struct XmlSample
{
    std::int64_t line = 0;
    bool isHttp = false;
    std::vector<std::pair<std::string, std::string>> values;
    std::string body;
    std::string url;

    [[nodiscard]] std::string_view valueOf(std::string_view name) const
    {
        const auto found = std::find_if(values.begin(), values.end(),
                                        [name](const auto &value) { return value.first == name; });
        return found == values.end() ? std::string_view() : std::string_view(found->second);
    }
};

class JtlXmlReader
{
public:
    explicit JtlXmlReader(FoundRun &run)
        : m_run(run)
    {}

    void read(const ByteSource &source)
    {
        m_run.takeResolution(kNsPerMs);
        std::array<char, 65'536> block{};
        for (;;) {
            while (!m_xml.atEnd() && !m_ended) {
                take(m_xml.readNext());
            }
            if (m_ended || m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError) {
                break;
            }
            const std::ptrdiff_t got = source(block.data(), block.size());
            if (got <= 0) {
                break;
            }
            m_xml.addData(QByteArray(block.data(), static_cast<qsizetype>(got)));
        }
        if (!m_ended && m_xml.hasError()) {
            m_run.takeFault(m_xml.lineNumber(), m_xml.errorString());
        }
    }

private:
    void take(QXmlStreamReader::TokenType token)
    {
        const auto name = m_xml.name();
        if (token == QXmlStreamReader::StartElement) {
            m_text.clear();
            if (name == QLatin1String("testResults")) {
                begin();
            } else if (name == QLatin1String("httpSample") || name == QLatin1String("sample")) {
                open(name == QLatin1String("httpSample"));
            }
        } else if (token == QXmlStreamReader::Characters) {
            m_text += m_xml.text();
        } else if (token == QXmlStreamReader::EndElement && !m_samples.empty()) {
            if (name == QLatin1String("responseData")) {
                m_samples.back().body = m_text.toStdString();
            } else if (name == QLatin1String("java.net.URL")) {
                m_samples.back().url = m_text.trimmed().toStdString();
            } else if (name == QLatin1String("failureMessage")) {
                m_samples.back().values.emplace_back("failureMessage", m_text.toStdString());
            } else if (name == QLatin1String("httpSample") || name == QLatin1String("sample")) {
                close();
            }
            m_text.clear();
        }
    }

    void begin()
    {
        if (m_hasBegun) {
            m_ended = true;
            m_run.refuse(m_xml.lineNumber(), ImportText::tr("a second run begins here; each run "
                                                            "needs a file of its own"));
        }
        m_hasBegun = true;
    }

    void open(bool isHttp)
    {
        constexpr std::size_t kDeepest = 20;
        if (m_samples.size() >= kDeepest) {
            m_ended = true;
            return m_run.refuse(
                m_xml.lineNumber(),
                ImportText::tr("samples stand within samples, more than %1 deep").arg(kDeepest));
        }
        XmlSample sample;
        sample.line = m_xml.lineNumber();
        sample.isHttp = isHttp;
        const auto attributes = m_xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            sample.values.emplace_back(attribute.name().toString().toStdString(),
                                       attribute.value().toString().toStdString());
        }
        m_samples.push_back(std::move(sample));
    }

    void close()
    {
        const XmlSample sample = std::move(m_samples.back());
        m_samples.pop_back();
        const bool isFetchedBeside = std::any_of(m_samples.begin(), m_samples.end(),
                                                 [](const auto &outer) { return outer.isHttp; });
        if (isFetchedBeside || !sample.isHttp) {
            return;
        }
        FoundRequest request;
        if (!takeTimes(wholeNumber(sample.valueOf("ts")), wholeNumber(sample.valueOf("t")),
                       wholeNumber(sample.valueOf("it")).value_or(0), request)) {
            return m_run.takeFault(sample.line, ImportText::tr("expected a sample with ts and t in "
                                                               "ms"));
        }
        takeCode(sample.valueOf("rc"), request);
        request.name = sample.valueOf("lb");
        request.url = sample.url;
        request.body = sample.body;
        request.hasBody = !sample.body.empty();
        request.vu = vuOf(sample.valueOf("tn"));
        std::vector<FoundField> fields;
        fields.reserve(sample.values.size());
        for (const auto &[name, value] : sample.values) {
            fields.push_back({FoundField::Kind::Column, name, value});
        }
        request.fields = fields;
        m_run.take(request);
    }

    FoundRun &m_run;
    QXmlStreamReader m_xml;
    QString m_text;
    std::vector<XmlSample> m_samples; ///< each within the one before
    bool m_hasBegun = false;
    bool m_ended = false;
};

} // namespace

void readJtlCsv(LineReader &lines, FoundRun &run)
{
    JtlCsvReader(lines, run).read();
}

void readJtlXml(const ByteSource &source, FoundRun &run)
{
    JtlXmlReader(run).read(source);
}

} // namespace stampede
