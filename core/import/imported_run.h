// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "checker/line_reader.h"
#include "http/classifier.h"
#include "import/found_run.h"
#include "measure/operation.h"
#include "measure/run_tool.h"
#include "scenario/person_directory.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace stampede {

class ResultFile;

/// Told of results while they are read, in the thread that reads them. Each may be empty.
struct ImportWatch
{
    /// A request, as soon as it is known what it was told; moments are epoch ns. Those of other
    /// kinds than the order's are not told.
    std::function<void(const Operation &)> taken{};
    /// A line that is none of the results: what the tool says beside them.
    std::function<void(const QString &)> words{};
};

/// How a file is to be read.
struct ImportOrder
{
    QString path;
    QString from; ///< the word of `--from`: one of importFormats(), or empty
    /// What answers mean. None may ask for a header, which no tool keeps: that is refused.
    std::vector<AnswerRule> rules;
    QString rulesName{}; ///< of the file that they stand in, for sentences
    QString user;        ///< a SPEC; empty: where tools usually have it
    QString coupon;      ///< a SPEC; empty: all asked for one coupon
    QString request;     ///< only requests of that name; empty: all, if there is one
};

/// What another tool's file says of its run.
struct ImportedRun
{
    RunTool tool;
    std::vector<Operation> operations; ///< by invokedNs, which count from tool.startedMs
    PersonDirectory people;
    bool hasPeople = false; ///< else every operation is of person 0
    /// With a coupon's SPEC: the names, and which of them each operation asked for.
    QStringList coupons;
    std::vector<std::uint32_t> couponOf;
    QStringList remarks; ///< sentences: what was left out or is not known
    QStringList faults;  ///< "FILE:LINE: what is wrong", the first kMostImportFaults
};

inline constexpr qsizetype kMostImportFaults = 20;

/// The words of `--from`: k6-json, k6-csv, jtl, vegeta, and auto, which goes by what stands in the
/// file, never by its name.
QStringList importFormats();
/// "k6 json"
QString toolName(RunFormat format);

/// The format of a file by its first bytes. The error says what it is instead, and what to use.
Result<RunFormat, QString> formatOf(std::string_view beginning);
/// Whether the file at that path looks like the results of another tool; never for a history of
/// this program.
bool looksLikeResults(const QString &path);

/// Whether a word has the form of a SPEC, which says where requests name something.
bool isRequestSpec(const QString &word);

/// Reads a file once. The errors are lines "FILE: …" or "FILE:LINE: …": nothing of it can be used.
/// Any thread. Memory: the operations, and everybody's name once.
Result<ImportedRun, QStringList> importRun(const ImportOrder &order);
/// The same of an open file; its name is that of the order.
Result<ImportedRun, QStringList> importRun(const ImportOrder &order, ResultFile &file);

/// Reads results as they come, of the form that the order names, which must be one. `watch.words`
/// takes what the tool says between them. What can never be judged ends the reading early: several
/// kinds of requests, or none of many that names a person. `endedEarly` is asked after the end: why
/// it is not the end of the run, or empty. The run has no fingerprint of its source.
Result<ImportedRun, QStringList> importStream(const ImportOrder &order, const ByteSource &source,
                                              const ImportWatch &watch,
                                              const std::function<QString()> &endedEarly);

/// A place where requests name something, with what stands there first.
struct FoundPlace
{
    QString spec;
    QStringList examples; ///< at most three, each another one
};

/// What the first requests of a file are like.
struct ResultsLook
{
    struct Meaning
    {
        int status = 0;
        Outcome outcome = Outcome::Unknown;
        std::int64_t count = 0;
    };
    QString tool;
    std::int64_t requests = 0; ///< that were looked at
    bool all = false;          ///< there are no more
    QList<FoundPlace> places;  ///< in their order
    QStringList kinds;         ///< what the tool calls its requests, where it does
    QStringList checks;        ///< of k6
    QString user;              ///< where people are taken from, or empty
    QList<Meaning> meanings;   ///< of the answers, by the order's rules; by count
    QString fault;             ///< why they cannot be judged by that order, or empty
};

/// Looks at the first 2,000 requests of a file. The errors as of importRun(): it is no file of
/// results, or the order is none. Any thread.
Result<ResultsLook, QStringList> lookAtResults(const ImportOrder &order);

/// "moments of this run are known to 1 ms: answers closer than that cannot be told apart"; empty
/// where they are known to the ns.
QString resolutionSentence(const RunTool &tool);

} // namespace stampede
