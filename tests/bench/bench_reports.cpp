// SPDX-License-Identifier: MIT
// What reports cost: every form of a run of 1,000,000 operations, in time, bytes and memory beyond
// what the run itself takes. HTML has to stay small, whatever the run.

#include "base/clock.h"
#include "formats/json_report.h"
#include "print/pdf_report.h"
#include "print/report_files.h"
#include "record/history_frame.h"
#include "report_record.h"
#include "sample_history.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace stampede;

namespace {

double msSince(std::int64_t startNs)
{
    return static_cast<double>(monotonicNs() - startNs) / 1e6;
}

/// The most memory that this process has had since forgetPeak(), in MB.
double peakMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1000;
        }
    }
    return -1;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly)) {
        file.write("5");
    }
}

RunRecord largeRecord()
{
    constexpr int kRows = 100;
    RunRecord record = test::racedRecord();
    std::vector<Operation> history = bench::sampleHistory();
    record.outcomes = {};
    for (const Operation &operation : history) {
        ++record.outcomes.byOutcome[indexOf(operation.outcome)];
        if (operation.outcome == Outcome::Issued) {
            record.audit->rowUsers.push_back(operation.user);
        }
    }
    for (CheckResult &check : record.audit->checks) {
        while (!check.rows.isEmpty() && check.rows.size() < kRows) {
            check.rows << check.rows.constFirst();
        }
    }
    record.timeline = buildTimeline(history, history.back().returnedNs, -1);
    record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    record.historySha256 = fingerprintOfHistory(record);
    return record;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto application = applicationWithoutDisplay(argc, argv);
    const QTemporaryDir folder;
    const RunRecord record = largeRecord();
    forgetPeak();
    const double before = peakMb();
    const std::int64_t start = monotonicNs();
    ReportOptions options;
    options.chapters.insert(Chapter::Rows);
    const Report report = makeReport(record, options);
    std::printf("the report as a value        %8.0f ms\n", msSince(start));
    const ReportSource source{record, report, resultFile(record)};
    for (int i = 0; i < kReportFormCount; ++i) {
        const auto form = static_cast<ReportForm>(i);
        const QString path = QDir(folder.path()).filePath(fileNameOf(form));
        const std::int64_t from = monotonicNs();
        const bool written = writeReportFile(path, form, source).ok();
        std::printf("%-28s %8.0f ms  %8.2f MB%s\n", qPrintable(fileNameOf(form)), msSince(from),
                    static_cast<double>(QFileInfo(path).size()) / 1e6, written ? "" : "  FAILED");
    }
    std::printf("all forms together           %8.0f ms  %8.0f MB more memory than the run\n",
                msSince(start), peakMb() - before);
    return 0;
}
