// SPDX-License-Identifier: MIT
#pragma once
// import: reads what other tools wrote of the runs that they made, as operations that can be
// judged.

#include "base/outcome.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// The files that can be read.
enum class RunFormat
{
    K6Json,
    K6Csv,
    JtlCsv,
    JtlXml,
    VegetaJson,
    VegetaCsv
};

/// A value that a tool wrote beside a request.
struct FoundField
{
    enum class Kind : std::uint8_t
    {
        Tag,      ///< k6
        Metadata, ///< k6
        Column    ///< everything that a line of CSV or a sample of XML says
    };
    Kind kind = Kind::Column;
    std::string_view name;
    std::string_view value;
};

/// One request as its line tells it. Views live until the reader goes on.
struct FoundRequest
{
    /// Epoch, ns; the closed interval that held the request, widened by what the format leaves out.
    /// Where the start is not known it is endNs.
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    bool startKnown = true;
    int status = 0; ///< 0 where no answer came
    /// Where none came: it was refused before a byte left, or why there was none.
    bool wasSent = true;
    UnknownReason whyNone = UnknownReason::Reset;
    std::string_view name; ///< what the tool calls requests of its kind; may be empty
    std::string_view url;
    std::string_view body;
    bool hasBody = false; ///< the body stands there, and whole
    std::span<const FoundField> fields;
    /// Virtual user and their iteration; −1 where the line does not say.
    std::int64_t vu = -1;
    std::int64_t iteration = -1;
};

/// Gets what a reader finds, in the order of the file.
class FoundRun
{
public:
    FoundRun() = default;
    FoundRun(const FoundRun &) = delete;
    FoundRun &operator=(const FoundRun &) = delete;
    virtual ~FoundRun() = default;

    virtual void take(const FoundRequest &request) = 0;
    /// A check of k6 that passed or failed in that iteration of that virtual user.
    virtual void takeCheck(std::int64_t vu, std::int64_t iteration, std::string_view name,
                           bool passed) = 0;
    /// A line that has nothing of the format at all, such as what a tool says beside its results.
    /// False where it is a fault.
    virtual bool takeWords(std::string_view line) = 0;
    /// A line, from 1, that cannot be used: what it said is missing.
    virtual void takeFault(std::int64_t line, const QString &what) = 0;
    /// Nothing in the file can be used as it is; the sentence says why and what would mend it. The
    /// reader ends.
    virtual void refuse(std::int64_t line, const QString &why) = 0;
    /// Requests are known to have been made of which nothing else stands there.
    virtual void takeMissing(std::int64_t requests, const QString &why) = 0;
    /// Moments are known to so many ns only.
    virtual void takeResolution(std::int64_t ns) = 0;
};

} // namespace stampede
