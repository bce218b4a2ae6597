// SPDX-License-Identifier: MIT
#include "report/report_words.h"

#include "base/clock.h"
#include "prediction/prediction.h"
#include "record/verdict.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace stampede {

using text::count;

QString chapterName(Chapter chapter)
{
    switch (chapter) {
    case Chapter::Conclusion:
        return ReportText::tr("Conclusion");
    case Chapter::Tested:
        return ReportText::tr("What was tested");
    case Chapter::MustComeOut:
        return ReportText::tr("What must come out");
    case Chapter::Happened:
        return ReportText::tr("What happened, four charts");
    case Chapter::Audit:
        return ReportText::tr("Audit, check by check");
    case Chapter::Why:
        return ReportText::tr("Why");
    case Chapter::NotShown:
        return ReportText::tr("What this does not show");
    case Chapter::Repeat:
        return ReportText::tr("How to repeat");
    case Chapter::Rows:
        return ReportText::tr("Rows (first 100 a check)");
    }
    return {};
}

QString chapterKey(Chapter chapter)
{
    switch (chapter) {
    case Chapter::Conclusion:
        return QStringLiteral("conclusion");
    case Chapter::Tested:
        return QStringLiteral("tested");
    case Chapter::MustComeOut:
        return QStringLiteral("must-come-out");
    case Chapter::Happened:
        return QStringLiteral("happened");
    case Chapter::Audit:
        return QStringLiteral("audit");
    case Chapter::Why:
        return QStringLiteral("why");
    case Chapter::NotShown:
        return QStringLiteral("not-shown");
    case Chapter::Repeat:
        return QStringLiteral("repeat");
    case Chapter::Rows:
        return QStringLiteral("rows");
    }
    return {};
}

std::optional<Chapter> chapterOf(const QString &key)
{
    for (int i = 0; i < kChapterCount; ++i) {
        if (chapterKey(static_cast<Chapter>(i)) == key) {
            return static_cast<Chapter>(i);
        }
    }
    return std::nullopt;
}

QSet<Chapter> usualChapters()
{
    QSet<Chapter> chapters;
    for (int i = 0; i < kChapterCount; ++i) {
        chapters.insert(static_cast<Chapter>(i));
    }
    chapters.remove(Chapter::Rows);
    return chapters;
}

QString isolationName(const RunRecord &record)
{
    QString name = record.environment.database.isolation.toLower();
    return name.replace(QLatin1Char('-'), QLatin1Char(' '));
}

QString personName(std::int64_t user, bool pseudonyms)
{
    return (pseudonyms ? ReportText::tr("user A%1") : ReportText::tr("user %1"))
        .arg(QString::number(user));
}

QString runLine(const RunRecord &record)
{
    QStringList parts = {ReportText::tr("Run %1").arg(record.shortId())};
    if (record.startedAt.isValid()) {
        const QDateTime local = record.startedAt.toLocalTime();
        const int offset = local.offsetFromUtc() / 60;
        parts << QStringLiteral("%1 %2 %3%4:%5")
                     .arg(QLocale(QLocale::English)
                              .toString(local.date(), ReportText::tr("d MMMM yyyy")),
                          local.time().toString(QStringLiteral("HH:mm:ss")),
                          offset < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                     .arg(std::abs(offset) / 60, 2, 10, QLatin1Char('0'))
                     .arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
    }
    parts << ReportText::tr("%1 s").arg(
                 QLocale().toString(record.throughput.durationSeconds, 'f', 2))
          << (record.tool.isThere() ? importedFrom(record.tool)
                                    : ReportText::tr("seed %1").arg(QString::number(record.seed)));
    const ServerDescription &server = record.environment.database;
    if (!server.product.isEmpty()) {
        QString words = QStringLiteral("%1 %2").arg(server.product, server.version);
        if (!server.isolation.isEmpty() && record.scenario.target.kind == TargetKind::InProcess) {
            words += QStringLiteral(", ") + isolationName(record);
        }
        parts << words;
    }
    return parts.join(QStringLiteral(" · "));
}

QString mustText(const RunRecord &record, const Range &range)
{
    return record.wasPredicted() ? rangeText(range) : ReportText::tr("not predicted");
}

QString mustOutsideText(const RunRecord &record)
{
    return knowsSaleHours(record.scenario, record.prediction.service)
               ? mustText(record, record.prediction.outsideSale)
               : ReportText::tr("not predicted");
}

QString mustFailText(const RunRecord &record)
{
    return mustText(record, record.scenario.faults.isEmpty()
                                ? Range{0, 0}
                                : Range{0, record.prediction.requests.max});
}

QString mustBeLeftText(const RunRecord &record)
{
    return record.wasPredicted() ? leftText(record.prediction) : ReportText::tr("not predicted");
}

namespace {

/// The figures of a sentence, in their order; how their digits are grouped does not matter.
QStringList figuresIn(QString sentence)
{
    static const QRegularExpression grouped(QStringLiteral("(?<=\\d)\\D(?=\\d{3}(?!\\d))"));
    static const QRegularExpression between(QStringLiteral("\\D+"));
    return sentence.remove(grouped).split(between, Qt::SkipEmptyParts);
}

/// What as-predicted would have expected of the prediction before the run.
QStringList figuresBefore(const Prediction &predicted)
{
    QList<Range> ranges = {predicted.issued, predicted.alreadyIssued, predicted.outOfStock,
                           predicted.remaining};
    if (predicted.notIssued) {
        ranges << *predicted.notIssued;
    }
    QStringList figures;
    for (const Range &range : ranges) {
        figures << figuresIn(rangeText(range));
    }
    return figures;
}

} // namespace

QString predictionRemark(const RunRecord &record)
{
    if (!record.wasPredicted() || !record.audit || record.audit->hasSeveralCoupons()) {
        return {};
    }
    if (record.endedEarly) {
        return ReportText::tr("The run ended early. What was predicted is of all its requests, not "
                              "of those that were made.");
    }
    const CheckResult *check = record.audit->check(QStringLiteral("as-predicted"));
    const bool judged = check != nullptr && (check->verdict == CheckVerdict::Pass ||
                                             check->verdict == CheckVerdict::Fail);
    return judged && figuresIn(check->expected) != figuresBefore(record.prediction)
               ? ReportText::tr("Predicted before the run. Judged by the requests that were made: "
                                "%1.")
                     .arg(check->expected)
               : QString();
}

QString scenarioFingerprint(const Scenario &scenario)
{
    const QByteArray json =
        QJsonDocument(reportedScenario(scenario)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
}

QString countersNote(const RunRecord &record)
{
    return record.countersBeganAnew() ? ReportText::tr("since the server's new start") : QString();
}

QList<QPair<QString, QString>> generatorFigures(const RunRecord &record)
{
    const GeneratorFigures &generator = record.generator;
    const auto ifKnown = [&record](const QString &figure) {
        return record.knowsGenerator() ? figure : ReportText::tr("not known");
    };
    QList<QPair<QString, QString>> lines = {
        {ReportText::tr("Processor time"),
         ifKnown(ReportText::tr("%1 s").arg(QLocale().toString(generator.cpuSeconds, 'f', 2)))},
        {ReportText::tr("Processor time a request"),
         ifKnown(
             ReportText::tr("%1 µs").arg(QLocale().toString(generator.cpuUsPerRequest, 'f', 0)))},
        {ReportText::tr("Late by the generator's own fault, 99 of 100 requests at most"),
         hasSchedule(record.scenario.load.model)
             ? ifKnown(text::lateness(generator.latenessP99Us))
             : ReportText::tr("not measured: none was due at a moment")}};
    if (isOpenModel(record.scenario.load.model)) { // else none can have been due and not sent
        lines.append({ReportText::tr("Requests dropped, as no virtual user was free in time"),
                      ifKnown(count(generator.dropped))});
        if (record.endedEarly || record.endedByLimit) {
            lines.append({ReportText::tr("Requests due at the stop and not sent"),
                          ifKnown(count(generator.unsentAtStop))});
        }
    }
    return lines;
}

QString furtherTriesName(const RunRecord &record)
{
    return record.audit && record.audit->state.rowsKnown
               ? ReportText::tr("Further tries of people who got one")
               : ReportText::tr("Further tries of people who were told \"issued\"");
}

QString checksSentence(const RunRecord &record)
{
    if (!record.audit) {
        return {};
    }
    const AuditReport &audit = *record.audit;
    const auto held = audit.countOf(CheckVerdict::Pass);
    QStringList parts = {
        text::plural(held, ReportText::tr("%1 check held"), ReportText::tr("%1 checks held"))
            .arg(count(held))};
    const auto add = [&parts](std::int64_t n, const QString &words) {
        if (n > 0) {
            parts << words.arg(count(n));
        }
    };
    const auto broken = audit.findings().size();
    const auto warnings = audit.warnings().size();
    add(broken, ReportText::tr("%1 broken"));
    add(warnings,
        text::plural(warnings, ReportText::tr("%1 warning"), ReportText::tr("%1 warnings")));
    add(audit.countOf(CheckVerdict::Fail) - broken - warnings,
        ReportText::tr("%1 missing as ground"));
    add(audit.countOf(CheckVerdict::Inconclusive), ReportText::tr("%1 cannot be told"));
    add(audit.countOf(CheckVerdict::Skipped), ReportText::tr("%1 not applicable"));
    return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

} // namespace stampede
