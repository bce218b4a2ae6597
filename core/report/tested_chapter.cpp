// SPDX-License-Identifier: MIT
#include "report/report_words.h"
#include "scenario/classify_setting.h"
#include "text/printable_text.h"

#include "record/fault_text.h"
#include "scenario/presets.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"

#include <QLocale>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

QString onOff(bool on)
{
    return on ? ReportText::tr("on") : ReportText::tr("off");
}

void addWord(TableBlock &table, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        table.rows.append({name, value});
    }
}

TableBlock aboutTable(const AboutSettings &about)
{
    TableBlock table;
    table.figures = false;
    addWord(table, ReportText::tr("System"), about.system);
    addWord(table, ReportText::tr("Build"), about.build);
    addWord(table, ReportText::tr("Environment"), about.environment);
    addWord(table, ReportText::tr("Tester"), about.tester);
    addWord(table, ReportText::tr("Ticket"), about.ticket);
    addWord(table, ReportText::tr("Purpose"), about.purpose);
    return table;
}

QString pickWords(const UserSettings &users)
{
    switch (users.pick) {
    case Pick::Random:
        return ReportText::tr("at random");
    case Pick::EachOnce:
        return ReportText::tr("each once");
    case Pick::Fixed:
        return ReportText::tr("always the same");
    case Pick::Zipf:
        return ReportText::tr("a few favourites");
    case Pick::File:
        return ReportText::tr("from a file");
    }
    return {};
}

QString loadWords(const Scenario &scenario)
{
    const LoadSettings &load = scenario.load;
    QStringList parts = {loadModelKey(load.model), text::virtualUsers(scenario.mostVus())};
    if (const std::int64_t planned = scenario.plannedRequests(); planned >= 0) {
        parts << text::requests(planned);
    }
    if (load.model == LoadModel::ConstantArrivalRate) {
        parts << ReportText::tr("%1 a second").arg(QLocale().toString(load.rate));
    }
    parts << ReportText::tr("at most %1").arg(durationText(scenario.loadLength()))
          << ReportText::tr("timeout %1").arg(durationText(load.timeout));
    return parts.join(QStringLiteral(", "));
}

QString momentWords(const SaleMoment &moment, const QDateTime &start)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(
        moment.epochMs(start.isValid() ? start.toMSecsSinceEpoch() : 0), Qt::UTC);
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

void addService(const RunRecord &record, TableBlock &table)
{
    const Scenario &scenario = record.scenario;
    if (scenario.target.kind == TargetKind::Http) {
        addWord(table, ReportText::tr("Service"),
                ReportText::tr("of somebody else, %1 %2")
                    .arg(scenario.target.method, scenario.target.url));
        addWord(table, ReportText::tr("Its rows"),
                scenario.target.audit.rows == TargetRows::None
                    ? ReportText::tr("nobody could see them")
                : scenario.target.audit.rows == TargetRows::Serve
                    ? ReportText::tr("read from the database of the run")
                : holdsProfile(scenario.target.audit.profile)
                    ? ReportText::tr("read as the scenario describes them")
                    : ReportText::tr("read as the profile %1 describes them")
                          .arg(scenario.target.audit.profile));
        return;
    }
    const ServiceSettings &service = scenario.service;
    addWord(table, ReportText::tr("Service"),
            ReportText::tr("Stampede's own, strategy %1").arg(strategyKey(service.strategy)));
    addWord(table, ReportText::tr("Protections"),
            ReportText::tr("row lock %1, duplicate check %2, unique key %3")
                .arg(onOff(service.layers.rowLock), onOff(service.layers.duplicateCheck),
                     onOff(service.layers.uniqueKey)));
    addWord(table, ReportText::tr("Retries after contention"), count(service.retries));
    if (service.pause > Duration::zero()) {
        addWord(table, ReportText::tr("Pause between reading and writing"),
                durationText(service.pause));
    }
}

QString couponWord(const RunRecord &record)
{
    if (record.audit && record.audit->hasSeveralCoupons()) {
        return ReportText::tr("%1 coupons")
            .arg(count(static_cast<std::int64_t>(record.audit->coupons.size())));
    }
    const QString name = printable(record.couponShown());
    return name.isEmpty() ? ReportText::tr("no request names one") : name;
}

QString stockWord(const RunRecord &record)
{
    if (record.prediction.service.stock == PredictedService::Stock::Unlimited) {
        return ReportText::tr("%1, no limit");
    }
    const auto stock = record.stockAtStart();
    if (!stock) {
        return ReportText::tr("%1, stock not known");
    }
    return (record.audit && record.audit->hasSeveralCoupons()
                ? ReportText::tr("%1, %2 in stock together")
                : ReportText::tr("%1, %2 in stock"))
        .arg(QStringLiteral("%1"), count(*stock));
}

TableBlock scenarioTable(const RunRecord &record)
{
    const Scenario &scenario = record.scenario;
    TableBlock table;
    table.figures = false;
    addWord(table, ReportText::tr("Scenario"), shownName(scenario.name));
    addWord(table, ReportText::tr("Coupon"), stockWord(record).arg(couponWord(record)));
    if (scenario.target.kind == TargetKind::InProcess) {
        addWord(table, ReportText::tr("On sale"),
                ReportText::tr("%1 to %2")
                    .arg(momentWords(scenario.coupon.startsAt, record.startedAt),
                         momentWords(scenario.coupon.endsAt, record.startedAt)));
    }
    addWord(table, ReportText::tr("People"),
            ReportText::tr("%1, who asks: %2")
                .arg(count(scenario.users.count), pickWords(scenario.users)));
    addWord(table, ReportText::tr("Load"), loadWords(scenario));
    addService(record, table);
    addWord(table, ReportText::tr("Seed"), QString::number(record.seed));
    addWord(
        table, ReportText::tr("Rounds"),
        record.rounds > 1
            ? ReportText::tr("%1; this is round %2").arg(count(record.rounds), count(record.round))
            : count(1));
    addWord(table, ReportText::tr("Warm-up"),
            scenario.warmup > Duration::zero() ? durationText(scenario.warmup)
                                               : ReportText::tr("none"));
    for (const PlannedFault &fault : scenario.faults) {
        addWord(table, ReportText::tr("Fault"), plannedFaultSentence(fault));
    }
    return table;
}

/// Of a run that another tool made: what its results say of it.
TableBlock toolTable(const RunRecord &record)
{
    const RunTool &tool = record.tool;
    TableBlock table;
    table.figures = false;
    addWord(table, ReportText::tr("Tool"), QString::fromStdString(tool.name));
    addWord(table, ReportText::tr("Results"), QString::fromStdString(tool.source));
    addWord(table, QStringLiteral("SHA-256"), QString::fromStdString(tool.sourceSha256));
    addWord(table, ReportText::tr("Requests"),
            count(static_cast<std::int64_t>(record.outcomes.total())));
    if (tool.resolutionNs > 0) {
        addWord(table, ReportText::tr("Moments are known to"), text::duration(tool.resolutionNs));
    }
    if (tool.incomplete) {
        addWord(table, ReportText::tr("Missing"), ReportText::tr("some of its requests"));
    }
    return table;
}

TableBlock environmentTable(const RunRecord &record)
{
    const RunEnvironment &environment = record.environment;
    TableBlock table;
    table.figures = false;
    addWord(table, ReportText::tr("Stampede"), record.version);
    addWord(table, ReportText::tr("Machine"), environment.host);
    const ServerDescription &server = environment.database;
    if (!server.product.isEmpty()) {
        addWord(table, ReportText::tr("Database"),
                QStringLiteral("%1 %2").arg(server.product, server.version));
        addWord(table, ReportText::tr("Address"), environment.databaseUrl);
        addWord(table,
                record.scenario.target.kind == TargetKind::InProcess
                    ? ReportText::tr("Isolation level")
                    : ReportText::tr("Isolation level of Stampede's connection"),
                isolationName(record));
    }
    for (const QString &remark : environment.remarks) {
        addWord(table, ReportText::tr("Note"), remark);
    }
    return table;
}

} // namespace

QList<Block> testedBlocks(const RunRecord &record)
{
    QList<Block> blocks;
    if (const TableBlock about = aboutTable(record.scenario.about); !about.rows.isEmpty()) {
        blocks << about;
    }
    if (record.tool.isThere()) {
        blocks << SubHeading{ReportText::tr("The run of another tool")} << toolTable(record);
    } else {
        blocks << SubHeading{ReportText::tr("Scenario")} << scenarioTable(record);
    }
    blocks << SubHeading{ReportText::tr("Environment")} << environmentTable(record);
    const QMap<QString, QString> &settings = record.environment.database.settings;
    if (!settings.isEmpty()) {
        TableBlock table;
        table.figures = false;
        for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
            addWord(table, it.key(), it.value().isEmpty() ? ReportText::tr("(empty)") : it.value());
        }
        blocks << SubHeading{ReportText::tr("Settings of the server that matter")} << table;
    }
    return blocks;
}

namespace {

/// Where the prediction is from.
QString knownFrom(const RunRecord &record)
{
    const Scenario &scenario = record.scenario;
    if (scenario.target.kind == TargetKind::Http &&
        scenario.target.audit.rows == TargetRows::Profile) {
        return ReportText::tr("Known before the first request was sent, from the scenario, the "
                              "profile and what the tables held then.");
    }
    const auto changesIt = [](const PredictionNote &note) {
        return note.code == QLatin1String("errors-instead");
    };
    return std::any_of(record.prediction.notes.begin(), record.prediction.notes.end(), changesIt)
               ? ReportText::tr("Known before the run began, from the scenario and a setting of "
                                "the database server.")
               : ReportText::tr("Known before the run began, from the scenario alone.");
}

} // namespace

QList<Block> mustComeOutBlocks(const RunRecord &record)
{
    if (!record.wasPredicted()) {
        return {Paragraph{ReportText::tr("Nothing was predicted before this run.")}};
    }
    const Prediction &predicted = record.prediction;
    QList<Block> blocks;
    TableBlock table;
    table.head = QStringList{QString(), ReportText::tr("must come out")};
    table.rows = {
        {ReportText::tr("Requests"), rangeText(predicted.requests)},
        {ReportText::tr("People who ask"), count(predicted.distinctUsers)},
        {outcomeLabel(record, Outcome::Issued), rangeText(predicted.issued)},
        {outcomeLabel(record, Outcome::AlreadyIssued), rangeText(predicted.alreadyIssued)},
        {outcomeLabel(record, Outcome::OutOfStock), rangeText(predicted.outOfStock)}};
    if (predicted.notIssued) {
        table.rows.append(
            {outcomeLabel(record, Outcome::NotIssued), rangeText(*predicted.notIssued)});
    }
    if (predicted.outsideSale.max.value_or(1) != 0) {
        table.rows.append(
            {outcomeGroupName(Outcome::NotStarted), rangeText(predicted.outsideSale)});
    }
    table.rows.append({ReportText::tr("Left"), leftText(predicted)});
    blocks << Paragraph{knownFrom(record)} << table;
    QStringList kinds;
    if (predicted.possible.oversell) {
        kinds << ReportText::tr("more coupons than stock");
    }
    if (predicted.possible.drift) {
        kinds << ReportText::tr("stock that does not add up");
    }
    if (predicted.possible.duplicates) {
        kinds << ReportText::tr("several coupons for one person");
    }
    blocks << LabelledBlock{ReportText::tr("Possible damage"),
                            record.scenario.target.kind != TargetKind::InProcess
                                ? ReportText::tr("not known: how the service protects itself, "
                                                 "nobody said")
                            : kinds.isEmpty() ? ReportText::tr("none")
                                              : kinds.join(QStringLiteral(", "))};
    QStringList notes;
    for (const PredictionNote &note : predicted.notes) {
        notes << note.text;
    }
    if (!notes.isEmpty()) {
        blocks << ListBlock{notes};
    }
    return blocks;
}

} // namespace stampede
