// SPDX-License-Identifier: MIT
#include "run/imported_record.h"

#include "record/run_figures.h"
#include "run/kept_people.h"
#include "run/round_parts.h"
#include "scenario/classify_setting.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

/// The run of another tool as a history without an end.
RunHistory historyOf(ImportedRun run, std::optional<std::int64_t> stock)
{
    RunHistory all;
    all.tool = std::move(run.tool);
    all.startedMs = all.tool.startedMs;
    all.hasEnd = false;
    all.stockSaid = stock.has_value();
    all.facts.stock = stock.value_or(kNoEndOfStock);
    all.namesPeople = run.hasPeople;
    all.people = std::move(run.people);
    all.operations = std::move(run.operations);
    if (run.coupons.size() < 2) {
        all.coupon = run.coupons.value(0);
        return all;
    }
    for (const QString &coupon : std::as_const(run.coupons)) {
        RunHistory &one = all.coupons.emplace_back();
        one.coupon = coupon;
        one.tool = all.tool;
        one.startedMs = all.startedMs;
        one.hasEnd = false;
        one.stockSaid = all.stockSaid;
        one.facts = all.facts;
        one.people = all.people;
    }
    for (std::size_t i = 0; i < all.operations.size(); ++i) {
        RunHistory &one = all.coupons[run.couponOf[i]];
        one.places.push_back(static_cast<std::int64_t>(i));
        one.operations.push_back(all.operations[i]);
    }
    std::erase_if(all.coupons, [](const RunHistory &one) { return one.operations.empty(); });
    return all;
}

} // namespace

std::optional<std::int64_t> stockSaidBy(const Scenario &rules)
{
    const bool says = rules.target.kind == TargetKind::Http && rules.target.knowsStock &&
                      rules.target.audit.rows != TargetRows::Profile;
    return says ? std::optional(rules.coupon.stock) : std::nullopt;
}

OtherRun otherRunOf(ImportedRun run, Scenario rules, std::optional<std::int64_t> stock)
{
    OtherRun other;
    other.rules = std::move(rules);
    other.faults = run.faults;
    other.remarks = run.remarks;
    if (QString known = resolutionSentence(run.tool); !known.isEmpty()) {
        known[0] = known[0].toUpper();
        other.remarks << known + QLatin1Char('.');
    }
    other.history = historyOf(std::move(run), stock);
    return other;
}

void completeImportedRecord(MadeDatabaseAudit &audit, OtherRun run, const QString &profile)
{
    RunHistory &history = run.history;
    RunRecord &record = audit.record;
    record.environment.remarks = run.remarks + record.environment.remarks;
    record.id = newRunId();
    record.tool = history.tool;
    record.startedAt = QDateTime::fromMSecsSinceEpoch(history.startedMs, Qt::UTC);
    record.scenario = run.rules;
    record.scenario.name =
        run.name.isEmpty() ? QString::fromStdString(history.tool.source) : run.name;
    TargetSettings &target = record.scenario.target;
    target.kind = TargetKind::Http;
    target.audit.rows = profile.isEmpty() ? TargetRows::Serve : TargetRows::Profile;
    target.audit.profile = profile.isEmpty() || holdsProfile(profile)
                               ? profile
                               : QFileInfo(profile).absoluteFilePath();
    target.audit.database = profile.isEmpty() ? QString() : record.environment.databaseUrl;
    record.people = history.people;
    record.couponName = audit.couponName;
    record.history = std::make_shared<const std::vector<Operation>>(
        audit.completed.empty() ? std::move(history.operations) : std::move(audit.completed));
    LoadResult load;
    QSet<std::int64_t> people;
    int users = 1;
    for (const Operation &operation : *record.history) {
        load.lengthNs = std::max({load.lengthNs, operation.returnedNs, operation.invokedNs});
        people.insert(operation.user);
        users = std::max(users, operation.vu + 1);
    }
    // As far as the results tell it; nobody knows by which model the tool sent them.
    record.scenario.users.count = people.size();
    record.scenario.load.vus = users;
    record.scenario.load.iterations = static_cast<std::int64_t>(record.history->size());
    const LatencySummary latency = fillFromLoad(record, load, record.stockAtStart().value_or(-1));
    record.generator = {};
    keepPeopleIn(record, audit.layout);
    judgeRecord(record, latency);
}

} // namespace stampede
