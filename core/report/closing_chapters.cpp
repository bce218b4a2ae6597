// SPDX-License-Identifier: MIT
#include "report/repeat_command.h"
#include "report/report_words.h"

#include "record/verdict.h"
#include "scenario/scenario_reader.h"

#include <QJsonDocument>

namespace stampede {

namespace {

QString verdictWord(HypothesisVerdict verdict)
{
    switch (verdict) {
    case HypothesisVerdict::Explains:
        return ReportText::tr("Explains it");
    case HypothesisVerdict::RuledOut:
        return ReportText::tr("Ruled out");
    case HypothesisVerdict::Undecided:
        return ReportText::tr("Cannot tell");
    }
    return {};
}

} // namespace

QList<Block> whyBlocks(const RunRecord &record)
{
    QList<Block> blocks;
    const Diagnosis &diagnosis = record.diagnosis;
    if (!diagnosis.headline.isEmpty()) {
        blocks << Paragraph{diagnosis.headline, Tone::Strong};
    }
    for (const auto verdict :
         {HypothesisVerdict::Explains, HypothesisVerdict::Undecided, HypothesisVerdict::RuledOut}) {
        const QList<Hypothesis> group = diagnosis.with(verdict);
        if (group.isEmpty()) {
            continue;
        }
        blocks << SubHeading{verdictWord(verdict)};
        TableBlock table;
        table.figures = false;
        const bool explains = verdict == HypothesisVerdict::Explains;
        table.head = QStringList{ReportText::tr("statement"), ReportText::tr("evidence")};
        if (explains) {
            table.head << ReportText::tr("what to do");
        }
        for (const Hypothesis &hypothesis : group) {
            QStringList row = {hypothesis.statement, hypothesis.evidence};
            if (explains) {
                row << hypothesis.advice;
            }
            table.rows.append(row);
        }
        blocks << table;
    }
    if (blocks.isEmpty()) {
        blocks << Paragraph{ReportText::tr("Nothing was weighed: the run was not finished.")};
    }
    return blocks;
}

QList<Block> repeatBlocks(const RunRecord &record, const ReportOptions &options)
{
    QList<Block> blocks;
    if (record.tool.isThere()) {
        blocks << Paragraph{ReportText::tr("The run was %1; the same command judges the same file "
                                           "again.")
                                .arg(importedFrom(record.tool))};
        blocks << Paragraph{verifyCommands(options.pseudonyms ? QString() : record.shortId())
                                .join(QLatin1Char('\n')),
                            Tone::Code};
        return blocks;
    }
    blocks << Paragraph{ReportText::tr("The same people ask in the same order; who meets whom is "
                                       "up to the machine.")};
    blocks << Paragraph{options.again.isEmpty() || options.pseudonyms
                            ? repeatCommand(record.scenario)
                            : options.again,
                        Tone::Code};
    if (const QStringList needs = repeatNeeds(record.scenario); !needs.isEmpty()) {
        blocks << ListBlock{needs};
    }
    blocks << Paragraph{
        ReportText::tr("To judge the stored history again and compare the fingerprints:")};
    blocks << Paragraph{
        verifyCommands(options.pseudonyms ? QString() : record.shortId()).join(QLatin1Char('\n')),
        Tone::Code};
    TableBlock prints;
    prints.figures = false;
    prints.rows = {{ReportText::tr("Run"), record.id},
                   {ReportText::tr("History SHA-256"), record.historySha256},
                   {ReportText::tr("Scenario SHA-256"), scenarioFingerprint(record.scenario)}};
    blocks << prints;
    blocks << SubHeading{ReportText::tr("The scenario, as scenario.stampede.json")};
    blocks << Paragraph{
        QString::fromUtf8(
            QJsonDocument(reportedScenario(record.scenario)).toJson(QJsonDocument::Indented))
            .trimmed(),
        Tone::Code};
    return blocks;
}

} // namespace stampede
