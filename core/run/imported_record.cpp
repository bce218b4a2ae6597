#include "run/imported_record.h"

#include "record/run_figures.h"
#include "run/kept_people.h"
#include "run/round_parts.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace stampede {

void completeImportedRecord(MadeDatabaseAudit &audit, const RunHistory &history,
                            const Scenario &scenario, const QString &profile)
{
    RunRecord &record = audit.record;
    record.id = newRunId();
    record.tool = history.tool;
    record.startedAt = QDateTime::fromMSecsSinceEpoch(history.startedMs, Qt::UTC);
    record.scenario = scenario;
    record.scenario.name = QString::fromStdString(history.tool.source);
    TargetSettings &target = record.scenario.target;
    target.kind = TargetKind::Http;
    target.audit.rows = profile.isEmpty() ? TargetRows::Serve : TargetRows::Profile;
    target.audit.profile = profile.isEmpty() ? QString() : QFileInfo(profile).absoluteFilePath();
    target.audit.database = profile.isEmpty() ? QString() : record.environment.databaseUrl;
    record.people = history.people;
    record.couponName = audit.couponName;
    record.history = std::make_shared<const std::vector<Operation>>(
        audit.completed.empty() ? history.operations : std::move(audit.completed));
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
