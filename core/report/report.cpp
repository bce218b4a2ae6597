// SPDX-License-Identifier: MIT
#include "report/report.h"

#include "report/report_words.h"
#include "scenario/presets.h"
#include "text/printable_text.h"

namespace stampede {

namespace {

QString titleOf(Chapter chapter)
{
    switch (chapter) {
    case Chapter::Conclusion:
        return {}; // page one has the title of the report
    case Chapter::Happened:
        return ReportText::tr("What happened");
    case Chapter::Rows:
        return ReportText::tr("Rows");
    case Chapter::Why:
        return ReportText::tr("Why the run looks like this");
    case Chapter::NotShown:
        return ReportText::tr("What this report does not show");
    case Chapter::Tested:
    case Chapter::MustComeOut:
    case Chapter::Audit:
    case Chapter::Repeat:
        return chapterName(chapter);
    }
    return {};
}

QList<Block> blocksOf(Chapter chapter, const RunRecord &record, const ReportOptions &options)
{
    switch (chapter) {
    case Chapter::Conclusion:
        return conclusionBlocks(record, options);
    case Chapter::Tested:
        return testedBlocks(record);
    case Chapter::MustComeOut:
        return mustComeOutBlocks(record);
    case Chapter::Happened:
        return happenedBlocks(record);
    case Chapter::Audit:
        return auditBlocks(record, options.pseudonyms);
    case Chapter::Why:
        return whyBlocks(record);
    case Chapter::NotShown:
        return {ListBlock{notShown(record)}};
    case Chapter::Repeat:
        return repeatBlocks(record, options);
    case Chapter::Rows:
        return rowsBlocks(record);
    }
    return {};
}

constexpr qsizetype kMostOfName = 120; // of a part of the subtitle: page one is one sheet

/// "Why 200 cannot happen · Promo service, build 2.14.0 · staging · QA-1172"
QString subtitleOf(const Scenario &scenario)
{
    const AboutSettings &about = scenario.about;
    QStringList parts = {printable(shownName(scenario.name), kMostOfName)};
    QString system = about.system;
    if (!about.build.isEmpty()) {
        const QString build = ReportText::tr("build %1").arg(about.build);
        system = system.isEmpty() ? build : system + QStringLiteral(", ") + build;
    }
    for (const QString &part : {system, about.environment, about.ticket}) {
        if (!part.isEmpty()) {
            parts << printable(part, kMostOfName);
        }
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Report makeReport(const RunRecord &record, const ReportOptions &options)
{
    Report report;
    report.title = ReportText::tr("Coupon issuing under load — integrity audit");
    report.subtitle = subtitleOf(record.scenario);
    report.remark = options.pseudonyms ? ReportText::tr("with pseudonyms") : QString();
    report.runId = record.shortId();
    report.footer = ReportText::tr("run %1").arg(record.shortId());
    if (!options.madeAgain.isEmpty()) {
        report.footer += QStringLiteral(" · ") + options.madeAgain;
    }
    for (int i = 0; i < kChapterCount; ++i) {
        const auto chapter = static_cast<Chapter>(i);
        if (options.chapters.contains(chapter)) {
            report.chapters.append({chapter, titleOf(chapter), blocksOf(chapter, record, options),
                                    chapter == Chapter::Conclusion});
        }
    }
    return report;
}

} // namespace stampede
