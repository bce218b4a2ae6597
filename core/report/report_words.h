// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome_label.h"
#include "report/not_shown.h"
#include "report/report.h"

#include <QCoreApplication>

namespace stampede {

/// The words of the reports.
struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(ReportText)
};

/// "repeatable read"; as the server calls it, in lower case.
QString isolationName(const RunRecord &record);
/// "user 17", or "user A17" in a report with pseudonyms.
QString personName(std::int64_t user, bool pseudonyms);
/// "Run 7f3a91 · 12 April 2026 14:03:21 +09:00 · 0.46 s · seed 42 · MariaDB 10.11.19, …"
QString runLine(const RunRecord &record);
/// SHA-256 of the scenario as it is reported, in hexadecimal digits.
QString scenarioFingerprint(const Scenario &scenario);
/// From when on the server counted, where that is not the whole run; else empty.
QString countersNote(const RunRecord &record);
/// What the generator did, names with their figures; "not known" where nobody kept it.
QList<QPair<QString, QString>> generatorFigures(const RunRecord &record);
/// What the requests are called that asked again after the one that got a coupon; where nobody saw
/// rows it is only known that it was told "issued".
QString furtherTriesName(const RunRecord &record);
/// "21 checks held, 2 not applicable."; empty without an audit.
QString checksSentence(const RunRecord &record);

/// The chapters, each as its blocks.
QList<Block> conclusionBlocks(const RunRecord &record, const ReportOptions &options);
QList<Block> testedBlocks(const RunRecord &record);
QList<Block> mustComeOutBlocks(const RunRecord &record);
QList<Block> happenedBlocks(const RunRecord &record);
QList<Block> auditBlocks(const RunRecord &record, bool pseudonyms);
QList<Block> whyBlocks(const RunRecord &record);
QList<Block> repeatBlocks(const RunRecord &record, const ReportOptions &options);
QList<Block> rowsBlocks(const RunRecord &record);

/// What must come out, or that nobody said it before the run.
QString mustText(const RunRecord &record, const Range &range);
/// The same of answers that the sale is not open: not predicted where nobody knows its hours.
QString mustOutsideText(const RunRecord &record);
/// The same of requests that fail or get no answer: none, or as many as planned faults may hit.
QString mustFailText(const RunRecord &record);
/// The same of how many must be left.
QString mustBeLeftText(const RunRecord &record);
/// Why what came out is not held against what was predicted before the run, figure by figure: it
/// ended early, or the check judges by the requests that were made, which is said with its bounds.
/// Empty where both are one.
QString predictionRemark(const RunRecord &record);

/// "predicted beside happened", the rows of page one.
TableBlock comparisonTable(const RunRecord &record);

} // namespace stampede
