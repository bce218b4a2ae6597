// SPDX-License-Identifier: MIT
#include "twelve_runs.h"

#include "faulty_run.h"
#include "foreign_run.h"
#include "peer.h"
#include "record/history_frame.h"
#include "record/verdict.h"
#include "run_support.h"
#include "support/test_database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;

namespace stampede::test {

namespace {

constexpr int kIdleBoundMs = 60'000;

// ---- what is true
// --------------------------------------------------------------------------------

qint64 count(const RunRecord &record, const std::function<bool(const Operation &)> &which)
{
    return std::count_if(record.history->begin(), record.history->end(), which);
}

/// How many of those who were told "issued" were waiting for it at one moment, at most.
qint64 issuedTogether(const RunRecord &record)
{
    std::vector<std::pair<std::int64_t, int>> steps; // an end comes before a begin of that moment
    for (const Operation &each : *record.history) {
        if (each.outcome == Outcome::Issued) {
            steps.emplace_back(each.invokedNs, 1);
            steps.emplace_back(each.returnedNs, -1);
        }
    }
    std::sort(steps.begin(), steps.end());
    qint64 now = 0;
    qint64 most = 0;
    for (const auto &[moment, step] : steps) {
        now += step;
        most = std::max(most, now);
    }
    return most;
}

/// What the operations themselves say.
Truth truthOfHistory(const RunRecord &record)
{
    Truth truth;
    QMap<QString, qint64> &figures = truth.figures;
    figures[u"seed"_s] = static_cast<qint64>(record.seed);
    figures[u"requests"_s] = static_cast<qint64>(record.history->size());
    for (const Outcome outcome : kAllOutcomes) {
        figures[QString::fromUtf8(outcomeKey(outcome))] =
            count(record, [outcome](const Operation &each) { return each.outcome == outcome; });
    }
    figures[u"errors"_s] = figures[u"contention"_s] + figures[u"server_error"_s];
    figures[u"errors and not sent"_s] = figures[u"errors"_s] + figures[u"not_sent"_s];
    figures[u"refusals"_s] = figures[u"already_issued"_s] + figures[u"out_of_stock"_s] +
                             figures[u"not_issued"_s] + figures[u"not_started"_s] +
                             figures[u"expired"_s] + figures[u"not_found"_s] +
                             figures[u"invalid_request"_s];
    figures[u"not recognised"_s] = count(record, [](const Operation &each) {
        return each.outcome == Outcome::Unknown && each.httpStatus() != 0;
    });
    if (record.scenario.target.kind == TargetKind::Http) { // in this program nothing has a status
        const auto isClientError = [](const Operation &each) {
            return each.httpStatus() / 100 == 4;
        };
        figures[u"4xx not recognised"_s] = count(record, [&](const Operation &each) {
            return isClientError(each) && each.outcome == Outcome::Unknown;
        });
        figures[u"4xx refusals"_s] = count(record, [&](const Operation &each) {
            return isClientError(each) && isDefinite(each.outcome) &&
                   each.outcome != Outcome::Issued;
        });
    }
    figures[u"no answer"_s] = figures[u"unknown"_s] - figures[u"not recognised"_s];
    figures[u"answers"_s] =
        figures[u"requests"_s] - figures[u"no answer"_s] - figures[u"not_sent"_s];
    QSet<qint64> asked;
    QMap<qint64, int> toldTimes;
    for (const Operation &each : *record.history) {
        asked.insert(each.user);
        if (each.outcome == Outcome::Issued) {
            ++toldTimes[each.user];
        }
        if (each.httpStatus() != 0) {
            truth.statuses.insert(each.httpStatus());
        }
    }
    if (!record.endedEarly) {
        figures[u"people who were to ask"_s] = asked.size();
    }
    figures[u"people told issued"_s] = toldTimes.size();
    figures[u"kills"_s] =
        std::count_if(record.faults.begin(), record.faults.end(), [](const InjectedFault &fault) {
            return fault.planned.action == FaultAction::ServerKill && fault.beganNs;
        });
    truth.killed = figures[u"kills"_s] > 0;
    truth.words[u"exit code"_s] = QString::number(static_cast<int>(exitCodeOf(record)));
    truth.words[u"run"_s] = record.shortId();
    figures[u"issued under way together"_s] = issuedTogether(record);
    figures[u"virtual users"_s] = record.scenario.mostVus();
    QCryptographicHash history(QCryptographicHash::Sha256);
    static_cast<void>(writeHistory(record, [&history](std::string_view block) {
        history.addData(QByteArrayView(block.data(), static_cast<qsizetype>(block.size())));
        return true;
    }));
    truth.words[u"history SHA-256"_s] = QString::fromLatin1(history.result().toHex());
    truth.endedEarly = record.endedEarly;
    return truth;
}

/// How many asked when as many as there were had been told "issued"; nothing where it never was so.
void addAskedAfterwards(Truth &truth, const RunRecord &record)
{
    const auto stock = static_cast<std::size_t>(truth.figures[u"stock at start"_s]);
    std::vector<std::int64_t> told;
    for (const Operation &each : *record.history) {
        if (each.outcome == Outcome::Issued) {
            told.push_back(each.returnedNs);
        }
    }
    std::sort(told.begin(), told.end());
    if (stock == 0 || told.size() < stock) {
        truth.unknowable << u"asked after the last"_s;
        return;
    }
    const std::int64_t last = told[stock - 1];
    truth.figures[u"asked after the last"_s] =
        count(record, [last](const Operation &each) { return each.invokedNs > last; });
}

qint64 valueOf(Connection &connection, const QString &sql)
{
    const auto value = connection.value(sql);
    if (!value) {
        qFatal("%s: %s", qPrintable(sql), qPrintable(value.error().message));
    }
    return value.value().toLongLong();
}

void addOwnRows(Truth &truth, const RunRecord &record, Connection &connection)
{
    const auto of = [&](const char *sql) {
        return valueOf(connection, QString::fromLatin1(sql).arg(record.coupon.value));
    };
    QMap<QString, qint64> &figures = truth.figures;
    figures[u"rows"_s] = of("SELECT COUNT(*) FROM user_coupons WHERE coupon_id = %1");
    figures[u"holders"_s] =
        of("SELECT COUNT(DISTINCT user_id) FROM user_coupons WHERE coupon_id = %1");
    figures[u"stock left"_s] = of("SELECT quantity FROM coupons WHERE id = %1");
    figures[u"stock at start"_s] = of("SELECT total_quantity FROM coupons WHERE id = %1");
    figures[u"people with several"_s] =
        of("SELECT COUNT(*) FROM (SELECT user_id FROM user_coupons WHERE coupon_id = %1 "
           "GROUP BY user_id HAVING COUNT(*) > 1) several");
    figures[u"drift"_s] =
        figures[u"stock at start"_s] - figures[u"stock left"_s] - figures[u"rows"_s];
    truth.coupons = {record.scenario.coupon.name};
    truth.words[u"coupon"_s] = record.scenario.coupon.name;
    addAskedAfterwards(truth, record);
    const Layers &layers = record.scenario.service.layers;
    truth.allLayers = layers.rowLock && layers.duplicateCheck && layers.uniqueKey;
}

/// Keeps the scenario as a file, with what it names in that folder.
void keepScenario(TrueRun &run, const QString &folder = {})
{
    run.files = std::make_shared<QTemporaryDir>();
    if (!folder.isEmpty()) {
        const auto names = QDir(folder).entryList(QDir::Files);
        for (const QString &name : names) {
            QFile::copy(folder + u'/' + name, run.files->filePath(name));
        }
        return;
    }
    QFile file(run.files->filePath(u"s.json"_s));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(QJsonDocument(scenarioToJson(run.record.scenario)).toJson()) < 0) {
        qFatal("the scenario cannot be written");
    }
}

// ---- our own service
// -----------------------------------------------------------------------------

TrueRun ownRun(const Scenario &scenario, const RunStop &stop = {}, const RunHooks &hooks = {})
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    DatabaseHost host(parseDatabaseUrl(u"mysql://%1@/%2?socket=%3"_s.arg(
                                           database.user, database.database, database.socket))
                          .value(),
                      {});
    auto made = makeRun(scenario, host, stop, hooks);
    if (!made) {
        qFatal("%s", qPrintable(made.error().message));
    }
    TrueRun run{std::move(made).value(), {}};
    run.truth = truthOfHistory(run.record);
    addOwnRows(run.truth, run.record, *connectTo(database));
    keepScenario(run);
    return run;
}

Scenario smallCrowd(const QStringList &more = {})
{
    return preset(u"hundred-users"_s, QStringList{u"load.vus=12"_s, u"load.iterations=180"_s,
                                                  u"users.count=60"_s, u"coupon.stock=35"_s} +
                                          more);
}

TrueRun clean()
{
    return ownRun(smallCrowd());
}

TrueRun violating()
{
    return ownRun(
        smallCrowd({u"service.layers.rowLock=false"_s, u"service.layers.duplicateCheck=false"_s,
                    u"service.layers.uniqueKey=false"_s, u"service.pause=3ms"_s}));
}

TrueRun killed()
{
    FaultyHost server;
    Scenario scenario = preset(
        u"flash-sale"_s, {u"load.vus=8"_s, u"users.count=700"_s, u"load.iterations=600"_s,
                          u"coupon.stock=500"_s, u"load.timeout=20s"_s, u"service.retries=100"_s,
                          uR"(faults=[{"at":"100ms","kind":"server-kill","for":"50ms"}])"_s});
    scenario.thresholds.clear();
    auto made = server.run(scenario);
    if (!made) {
        qFatal("%s", qPrintable(made.error().message));
    }
    TrueRun run{std::move(made).value(), {}};
    run.truth = truthOfHistory(run.record);
    addOwnRows(run.truth, run.record, *connectTo(server.open()));
    keepScenario(run);
    return run;
}

TrueRun endedEarly()
{
    StopOnceIssued early(20);
    return ownRun(smallCrowd({u"load.iterations=100000"_s, u"service.pause=10ms"_s,
                              u"users.count=5000"_s, u"coupon.stock=5000"_s}),
                  early.stop(), early.hooks());
}

/// Stopped while requests were due that nobody was free to send.
TrueRun stoppedWithABacklog()
{
    StopOnceIssued early(20);
    Scenario scenario = smallCrowd(
        {u"load.vus=2"_s, u"service.pause=10ms"_s, u"users.count=5000"_s, u"coupon.stock=5000"_s});
    scenario.load.model = LoadModel::ConstantArrivalRate;
    scenario.load.iterations = 0;
    scenario.load.rate = 2000;
    TrueRun run = ownRun(scenario, early.stop(), early.hooks());
    if (run.record.generator.unsentAtStop == 0) {
        qFatal("nothing was due at the stop");
    }
    run.truth.figures[u"unsent at the stop"_s] = run.record.generator.unsentAtStop;
    run.truth.figures[u"dropped"_s] = run.record.generator.dropped;
    return run;
}

TrueRun beforeTheSale()
{
    return ownRun(smallCrowd({u"coupon.startsAt=+1d"_s}));
}

// ---- answers only
// --------------------------------------------------------------------------------

/// A run at a service that answers the n-th request with what `say` gives for n, from 0.
TrueRun answersRun(const std::function<std::string(int)> &say, const QString &rules,
                   const QString &further, const QString &target = {})
{
    std::atomic<int> asked{0};
    const Peer peer([&](PeerLine &line) {
        while (line.request()) {
            if (!line.say(say(asked++))) {
                return;
            }
        }
    });
    const QString json =
        uR"({"schema":"stampede.scenario/1","users":{"count":40,"pick":"each-once"},)"
        uR"("load":{"vus":4,"iterations":40},%1"target":{"kind":"http","url":"%2",)"
        uR"("couponId":"WINTER77","classify":%3%4}})"_s.arg(
            further, QString::fromStdString(peer.url("/coupons/{couponId}")), rules, target);
    TrueRun run{runOverHttp(readScenario(json.toUtf8(), u"s.json"_s)), {}};
    Truth &truth = run.truth = truthOfHistory(run.record);
    if (truth.figures[u"requests"_s] != asked) {
        qFatal("%d came of %lld", asked.load(), truth.figures[u"requests"_s]);
    }
    for (const QJsonValue &rule : QJsonDocument::fromJson(rules.toUtf8()).array()) {
        if (rule["status"_L1].isDouble()) {
            truth.ruledStatuses.insert(rule["status"_L1].toInt());
        }
    }
    truth.coupons = {u"WINTER77"_s};
    truth.words[u"coupon"_s] = u"WINTER77"_s;
    keepScenario(run);
    truth.ownService = false;
    truth.rowsRead = false;
    truth.stockMeasured = false;
    truth.stockAtStart = !further.isEmpty();
    truth.unknowable << u"rows"_s << u"stock left"_s << u"drift"_s << u"counter"_s;
    if (truth.stockAtStart) {
        truth.figures[u"stock at start"_s] = run.record.scenario.coupon.stock;
    } else {
        truth.unknowable << u"stock at start"_s;
    }
    return run;
}

const QString kByStatus = uR"([{"status":201,"outcome":"issued"},
    {"status":410,"outcome":"out_of_stock"},{"status":409,"outcome":"already_issued"}])"_s;

TrueRun answersOnly()
{
    return answersRun(
        [](int n) {
            return answer(n < 12   ? 201
                          : n < 31 ? 410
                          : n < 37 ? 422 // which no rule knows
                                   : 502);
        },
        kByStatus, uR"("coupon":{"stock":12},)"_s);
}

TrueRun stockUnknown()
{
    return answersRun([](int n) { return answer(n < 12 ? 201 : 410); }, kByStatus, {});
}

TrueRun always200()
{
    return answersRun(
        [](int n) {
            return answer(200, n < 9    ? R"({"code":"OK"})"
                               : n < 14 ? R"({"code":"OOPS"})"
                                        : R"({"code":"GONE"})");
        },
        uR"([{"pointer":"/code","equals":"OK","outcome":"issued"},
          {"pointer":"/code","equals":"GONE","outcome":"out_of_stock"},
          {"pointer":"/code","equals":"OOPS","outcome":"server_error"}])"_s,
        uR"("coupon":{"stock":9},)"_s);
}

// ---- tables of somebody else
// ---------------------------------------------------------------------

TrueRun foreignRun(const ForeignSettings &settings, ForeignPlan plan)
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, settings);
    if (!service.isReady()) {
        qFatal("the tables of the service could not be made");
    }
    const auto connection = connectTo(database);
    const QString counts =
        settings.softDelete == ForeignSettings::SoftDelete::Status ? u"status <> 'CANCELED'"_s
        : settings.softDelete == ForeignSettings::SoftDelete::Mark ? u"deleted_at IS NULL"_s
                                                                   : u"TRUE"_s;
    const auto rows = [&] {
        return valueOf(*connection,
                       u"SELECT COUNT(*) FROM promotion_claim WHERE promo_code <> 'OTHER' AND "_s +
                           counts);
    };
    const auto left = [&] {
        return valueOf(*connection,
                       u"SELECT SUM(seats_left) FROM promotion WHERE code <> 'OTHER'"_s);
    };
    const qint64 rowsBefore = rows();
    const qint64 leftBefore = left();
    plan.quiet = u"500ms"_s;
    const ForeignRun files(service, database, plan);
    RunRecord record = runOverHttp(loadScenario(files.filePath("s.json"), {}));
    if (!QTest::qWaitFor([&service] { return service.isIdle(); }, kIdleBoundMs)) {
        qFatal("the service does not come to rest");
    }
    TrueRun run{std::move(record), {}};
    Truth &truth = run.truth = truthOfHistory(run.record);
    QMap<QString, qint64> &figures = truth.figures;
    figures[u"rows before"_s] = rowsBefore;
    figures[u"people with several"_s] =
        valueOf(*connection, u"SELECT COUNT(*) FROM (SELECT member FROM promotion_claim WHERE "
                             "promo_code <> 'OTHER' AND %1 GROUP BY member, promo_code "
                             "HAVING COUNT(*) > 1) several"_s.arg(counts));
    figures[u"rows"_s] = rows() - rowsBefore;
    figures[u"stock at start"_s] = leftBefore;
    figures[u"stock left"_s] = left();
    figures[u"drift"_s] = leftBefore - figures[u"stock left"_s] - figures[u"rows"_s];
    truth.coupons = settings.couponNames();
    truth.words[u"coupon"_s] =
        settings.coupons == 1 ? truth.coupons.constFirst() : u"%1 coupons"_s.arg(settings.coupons);
    keepScenario(run, files.folder());
    truth.ruledStatuses = {201, 409};
    addAskedAfterwards(truth, run.record);
    truth.ownService = false;
    return run;
}

TrueRun httpWithProfile()
{
    return foreignRun({.seats = 40}, {});
}

TrueRun foreignWithWhere()
{
    return foreignRun({.seats = 40,
                       .fault = ForeignSettings::Fault::NoLock,
                       .softDelete = ForeignSettings::SoftDelete::Status,
                       .oldDead = 6},
                      {.requests = 60});
}

TrueRun dirtyTables()
{
    return foreignRun({.seats = 30, .oldHolders = 5, .oldDuplicates = 3, .oldAhead = 2}, {});
}

TrueRun severalCoupons()
{
    TrueRun run = foreignRun({.seats = 12,
                              .fault = ForeignSettings::Fault::ForgetsToCount,
                              .coupons = 3,
                              .faultOnlyOf = 1},
                             {.requests = 60});
    run.truth.stockWritten = false;
    return run;
}

} // namespace

const std::vector<RunKind> &runKinds()
{
    static const std::vector<RunKind> kinds{
        {"clean", clean},
        {"violating", violating},
        {"killed", killed},
        {"HTTP with a profile", httpWithProfile},
        {"HTTP, answers only", answersOnly},
        {"stock unknown", stockUnknown},
        {"ended early", endedEarly},
        {"stopped with a backlog", stoppedWithABacklog},
        {"always 200", always200},
        {"before the sale", beforeTheSale},
        {"foreign with where", foreignWithWhere},
        {"dirty tables", dirtyTables},
        {"several coupons", severalCoupons},
    };
    return kinds;
}

} // namespace stampede::test
