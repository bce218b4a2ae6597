// SPDX-License-Identifier: MIT
#include "formats/csv_report.h"

#include "base/clock.h"
#include "base/outcome.h"
#include "text/printable_text.h"

#include <algorithm>
#include <string>

namespace stampede {

namespace {

constexpr std::size_t kBlock = std::size_t{64} * 1024;

constexpr std::string_view kHead =
    "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
    "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect,"
    "request,user,outcome,reason,vu,attempts,row,stock_read,invoked_us,returned_us,late_us,"
    "locked_us,wrote_us,committed_us,error\n";

/// The status of an answer: over HTTP its own, of a service in this program what `serve` would have
/// said; 0 for none, or where nobody kept it.
int statusOf(const Operation &operation, bool isHttp)
{
    if (isHttp) {
        return operation.httpStatus();
    }
    const bool says = isDefinite(operation.outcome) || operation.outcome == Outcome::Contention ||
                      operation.outcome == Outcome::ServerError;
    return says ? answerStatus(operation.outcome) : 0;
}

/// Whether the service gave an answer that a service should give.
bool isServed(Outcome outcome)
{
    return isDefinite(outcome) && outcome != Outcome::NotFound &&
           outcome != Outcome::InvalidRequest;
}

void addNumber(std::string &line, std::int64_t value)
{
    line += std::to_string(value);
}

void addStamp(std::string &line, std::uint32_t stamp)
{
    line += ',';
    if (stamp != Operation::kNotReached) {
        addNumber(line, stamp);
    }
}

/// What is the same in every line.
struct Common
{
    std::int64_t startMs = 0;
    std::string threads; ///< both columns of it
    std::string url;
    bool isHttp = false;
    const PersonDirectory &people;
};

void addOperation(std::string &line, const Operation &operation, const Common &common, bool isWrong)
{
    const bool answered = operation.returnedNs != Operation::kNoAnswer;
    const std::string elapsed = std::to_string((operation.serviceNs() + kNsPerMs / 2) / kNsPerMs);
    const bool ok = isServed(operation.outcome) && !isWrong;
    addNumber(line, common.startMs + operation.invokedNs / kNsPerMs);
    line += ',' + elapsed + ",issue,";
    if (const int status = statusOf(operation, common.isHttp); status != 0) {
        addNumber(line, status);
    }
    line += ',';
    line += outcomeKey(operation.outcome);
    line += ",vu ";
    addNumber(line, operation.vu);
    line += ok ? ",text,true," : ",text,false,";
    if (isWrong) {
        line += "the audit found this answer wrong";
    } else if (!ok) {
        line += operation.reason == UnknownReason::None ? outcomeKey(operation.outcome)
                                                        : unknownReasonKey(operation.reason);
    }
    line += ",0,0," + common.threads + ',' + common.url + ',' + elapsed + ",0,0,";
    addNumber(line, operation.request);
    line += ',';
    if (common.people.areNumbers()) {
        addNumber(line, operation.user);
    } else {
        line += csvCell(common.people.nameOf(operation.user)).toStdString();
    }
    line += ',';
    line += outcomeKey(operation.outcome);
    line += ',';
    if (operation.reason != UnknownReason::None) {
        line += unknownReasonKey(operation.reason);
    }
    line += ',';
    addNumber(line, operation.vu);
    line += ',';
    addNumber(line, operation.attempts);
    line += ',';
    if (operation.rowId != 0) {
        addNumber(line, operation.rowId);
    }
    line += ',';
    if (operation.stockRead >= 0) {
        addNumber(line, operation.stockRead);
    }
    line += ',';
    addNumber(line, operation.invokedNs / kNsPerUs);
    line += ',';
    if (answered) {
        addNumber(line, operation.returnedNs / kNsPerUs);
    }
    line += ',';
    addNumber(line, operation.latenessUs);
    addStamp(line, operation.lockedUs);
    addStamp(line, operation.wroteUs);
    addStamp(line, operation.committedUs);
    line += ',';
    if (operation.errorCode >= Operation::kLeastDatabaseError) {
        addNumber(line, operation.errorCode);
    }
    line += '\n';
}

} // namespace

QString csvCell(const QString &text)
{
    QString cell = printable(text);
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front())) {
        cell.prepend(QLatin1Char('\''));
    }
    const bool quote = std::any_of(cell.begin(), cell.end(), [](QChar letter) {
        return QStringLiteral("\",\r\n").contains(letter);
    });
    return quote ? QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                       QLatin1Char('"')
                 : cell;
}

bool writeCsv(const RunRecord &record, const std::function<bool(std::string_view)> &sink)
{
    Common common{0, {}, {}, record.scenario.target.kind == TargetKind::Http, record.people};
    common.startMs = record.startedAt.isValid() ? record.startedAt.toMSecsSinceEpoch() : 0;
    const std::string vus = std::to_string(record.scenario.mostVus());
    common.threads = vus + ',' + vus;
    common.url = csvCell(common.isHttp ? record.scenario.target.url : QStringLiteral("in-process"))
                     .toStdString();
    std::vector<std::uint64_t> wrong;
    if (record.audit) {
        for (const WrongOperation &one : record.audit->wrongAnswers) {
            wrong.push_back(one.operation);
        }
    }
    std::string block(kHead);
    if (!record.history) {
        return sink(block);
    }
    auto nextWrong = wrong.begin();
    std::uint64_t index = 0;
    for (const Operation &operation : *record.history) {
        while (nextWrong != wrong.end() && *nextWrong < index) {
            ++nextWrong;
        }
        addOperation(block, operation, common, nextWrong != wrong.end() && *nextWrong == index);
        if (block.size() >= kBlock) {
            if (!sink(block)) {
                return false;
            }
            block.clear();
        }
        ++index;
    }
    return block.empty() || sink(block);
}

} // namespace stampede
