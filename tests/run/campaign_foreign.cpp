// SPDX-License-Identifier: MIT
// Runs against services of somebody else (--kind dirty, clean, coupons, late, beside or all;
// --count N of each; --only I repeats one) and fails on anything that is not so: a right service
// called broken or not decided, a wrong one called right, a check that is broken for no reason.
// What is so is read from the tables of the service by the test.
//   dirty:  tables with old duplicates, counters ahead, dead rows, earlier holders, each form of
//           perPerson, right and wrong services
//   clean:  right services with a queue of 300 ms, a stock written behind, soft deletes, UUIDs
//   coupons: the same with several coupons in one load
//   late:   transactions that commit after the client gave up; held back until the verdict was
//           given, or for some seconds
//   beside: idle transactions, prepared ones and a report that have nothing to do with the run

#include "foreign_run.h"
#include "support/test_database.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTextStream>

#include <atomic>
#include <mutex>
#include <thread>

using namespace stampede;
using namespace stampede::test;
using namespace std::chrono_literals;

namespace {

using S = ForeignSettings;
using Fault = S::Fault;

constexpr quint32 kSeed = 20261130;
constexpr auto kBound = 120s;

/// One run to be made.
struct Trial
{
    ForeignSettings settings;
    ForeignPlan plan;
    Reader reader = Reader::Blind;
    std::vector<Bystander::Kind> beside;
    bool besideFromTheStart = true;
    bool auditsAgain = false;
};

enum class Came
{
    Held,
    Broken,
    Undecided,
};

struct Verdict
{
    QString complaint; ///< empty: all that was said is so
    Came came = Came::Undecided;
    int requests = 0;
};

Trial dirtyTrial(int i)
{
    Trial trial;
    S &s = trial.settings;
    const int form = i % 5;
    const int dirt = i / 5 % 6;
    const bool isWrong = i / 30 % 2 == 1;
    s.limit = form == 2 ? 0 : form == 1 || form == 4 ? 2 : 1;
    s.daily = form >= 3;
    s.seats = isWrong && s.limit > 0 ? 400 : 50;
    s.fault = !isWrong ? Fault::None : s.limit > 0 ? Fault::OneTooMany : Fault::NoLock;
    const bool all = dirt == 5;
    s.oldDuplicates = all || dirt == 0 ? 10 : 0;
    s.oldAhead = all || dirt == 1 ? 5 : 0;
    s.stock = dirt == 1 ? S::Stock::Counter : S::Stock::Left;
    s.oldHolders = all || dirt == 4 ? 12 : 0;
    s.softDelete = all || dirt == 2 ? S::SoftDelete::Mark : S::SoftDelete::None;
    s.keepsFailed = all || dirt == 3;
    s.oldDead = 12;
    trial.plan.requests = s.limit == 2 && isWrong ? 210 : 130;
    trial.plan.joinsRequests = i % 2 == 0;
    trial.plan.quiet = QStringLiteral("1s");
    return trial;
}

Trial cleanTrial(int i)
{
    QRandomGenerator random(kSeed + static_cast<quint32>(i));
    const auto one = [&random](int of) { return random.bounded(of) == 0; };
    Trial trial;
    S &s = trial.settings;
    s.seats = random.bounded(20, 120);
    s.people = one(3) ? S::People::Binary : one(4) ? S::People::Email : S::People::Uuid;
    s.queueTick = 300ms;
    s.queueAtATick = random.bounded(10, 60);
    s.flush = std::chrono::milliseconds(random.bounded(100, 900));
    s.softDelete = one(2) ? S::SoftDelete::Mark : S::SoftDelete::Status;
    s.cancelEvery = one(2) ? random.bounded(3, 9) : 0;
    s.limit = one(3) ? 2 : one(5) ? 0 : 1;
    s.daily = one(5) && s.limit > 0;
    s.mostPieces = one(4) ? 4 : 1;
    s.oneRefusal = one(4);
    s.oldHolders = random.bounded(0, 10);
    s.oldDuplicates = random.bounded(0, 10);
    s.oldDead = random.bounded(0, 15);
    s.oldAhead = one(3) ? 4 : 0;
    trial.reader = static_cast<Reader>(i % 3);
    trial.plan.seed = i + 1;
    trial.plan.people = random.bounded(20, 90);
    trial.plan.requests = random.bounded(60, 260);
    trial.plan.vus = random.bounded(4, 21);
    trial.plan.joinsRequests = one(2);
    trial.plan.saysQuantity = one(2);
    if (i % 10 != 9) { // every tenth waits as long as the program does by itself
        trial.plan.quiet = QStringLiteral("1s");
        trial.plan.unanswered = QStringLiteral("5s");
        trial.plan.atMost = QStringLiteral("20s");
    }
    return trial;
}

Trial couponsTrial(int i)
{
    Trial trial = cleanTrial(i);
    trial.settings.coupons = 2 + i % 3;
    trial.settings.fault = i % 4 == 3 ? Fault::LosesEvents : Fault::None;
    return trial;
}

Trial lateTrial(int i)
{
    QRandomGenerator random(kSeed + static_cast<quint32>(i));
    Trial trial;
    S &s = trial.settings;
    s.late = random.bounded(1, 41);
    s.lateHow = i % 2 == 0 ? S::Late::OnItsWay : S::Late::HoldsTheLock;
    s.lateBy = i % 4 < 2 ? 0ms : std::chrono::milliseconds(random.bounded(700, 3000));
    s.seats = random.bounded(10, 60);
    s.fault = i % 5 == 4 && s.lateHow == S::Late::OnItsWay ? Fault::NoLock : Fault::None;
    trial.plan.seed = i + 1;
    trial.plan.people = random.bounded(45, 70);
    trial.plan.requests = trial.plan.people;
    trial.plan.vus = random.bounded(s.late, 46);
    trial.plan.timeout = QStringLiteral("400ms");
    trial.plan.joinsRequests = random.bounded(2) == 0;
    trial.plan.quiet = QStringLiteral("1s");
    // What is held back goes on for longer than anybody waits; what is late is over before that.
    const bool isHeldBack = s.lateBy.count() == 0;
    trial.plan.unanswered = isHeldBack ? QStringLiteral("10m") : QStringLiteral("20s");
    trial.plan.atMost = isHeldBack ? QStringLiteral("4s") : QStringLiteral("60s");
    trial.reader = static_cast<Reader>(i % 3);
    trial.auditsAgain = true;
    return trial;
}

Trial besideTrial(int i)
{
    Trial trial;
    using Who = Bystander::Kind;
    const std::vector<Who> all{Who::IdlePool, Who::Prepared, Who::Report};
    const int who = i % 4;
    trial.beside = who == 3 ? all : std::vector<Who>{all.at(static_cast<std::size_t>(who))};
    trial.besideFromTheStart = i / 4 % 2 == 0;
    trial.reader = static_cast<Reader>(i / 8 % 3);
    trial.settings.fault = i / 24 % 2 == 0 ? Fault::AnswersLate : Fault::NoLock;
    trial.plan.requests = trial.settings.fault == Fault::NoLock ? 60 : 120;
    if (i / 48 % 2 == 0) {
        trial.plan.quiet = QStringLiteral("1s");
    }
    return trial;
}

QString describe(const Trial &trial)
{
    const S &s = trial.settings;
    return QStringLiteral("seats %1, fault %2, people %3, stock %4, limit %5%6, pieces %7, soft "
                          "delete %8, cancels %9, failed %10, one refusal %11, coupons %12, old "
                          "%13+%14+%15, ahead %16, queue %17x%18, flush %19, late %20 %21 by %22, "
                          "reader %23, %24 requests of %25 people by %26")
        .arg(s.seats)
        .arg(static_cast<int>(s.fault))
        .arg(static_cast<int>(s.people))
        .arg(static_cast<int>(s.stock))
        .arg(s.limit)
        .arg(s.daily ? QStringLiteral(" a day") : QString())
        .arg(s.mostPieces)
        .arg(static_cast<int>(s.softDelete))
        .arg(s.cancelEvery)
        .arg(s.keepsFailed)
        .arg(s.oneRefusal)
        .arg(s.coupons)
        .arg(s.oldHolders)
        .arg(s.oldDuplicates)
        .arg(s.oldDead)
        .arg(s.oldAhead)
        .arg(s.queueTick.count())
        .arg(s.queueAtATick)
        .arg(s.flush.count())
        .arg(s.late)
        .arg(static_cast<int>(s.lateHow))
        .arg(s.lateBy.count())
        .arg(static_cast<int>(trial.reader))
        .arg(trial.plan.requests)
        .arg(trial.plan.people)
        .arg(trial.plan.vus);
}

bool waitUntil(const std::function<bool()> &condition)
{
    const auto until = std::chrono::steady_clock::now() + kBound;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

Came cameOf(int exitCode)
{
    return exitCode == 0 ? Came::Held : exitCode == 97 ? Came::Broken : Came::Undecided;
}

/// While requests of the run are still in the service, nobody knows the end: held is false, broken
/// is true only of what the rows show already.
QString saidTooEarly(const ForeignRun &run, const ForeignTruth &now)
{
    if (run.exitCode() == 0) {
        return QStringLiteral("held while requests were still in the service");
    }
    if (run.exitCode() == 97 && now.oversold == 0 && now.aboveLimit.isEmpty()) {
        return QStringLiteral("broken while requests were still in the service, and nothing was");
    }
    return run.exitCode() == 95 || run.exitCode() == 97 ? QString()
                                                        : QStringLiteral("could not be made");
}

Verdict make(const Trial &trial, const ConnectionSettings &database)
{
    Verdict out;
    // Those who see transactions disturb each other.
    static std::mutex seeing;
    std::unique_lock alone(seeing, std::defer_lock);
    if (trial.reader != Reader::Blind) {
        alone.lock();
    }
    ForeignService service(database, trial.settings);
    if (!service.isReady()) {
        out.complaint = QStringLiteral("the service could not be made");
        return out;
    }
    ForeignRun run(service, readerOf(database, trial.reader), trial.plan);
    std::vector<std::unique_ptr<Bystander>> beside;
    const auto join = [&] {
        for (const Bystander::Kind kind : trial.beside) {
            beside.push_back(std::make_unique<Bystander>(database, kind));
        }
    };
    if (trial.besideFromTheStart) {
        join();
    }
    run.start();
    if (!trial.besideFromTheStart &&
        waitUntil([&] { return service.asked() > 5 || !run.isRunning(); })) {
        join();
    }
    run.finish();
    out.came = cameOf(run.exitCode());
    out.requests = run.outcome("total");
    if (!service.isIdle()) {
        const ForeignTruth now = service.truth();
        const bool stillThere = !service.isIdle();
        const QString early = stillThere ? saidTooEarly(run, now) : QString();
        if (!early.isEmpty()) {
            out.complaint = early + QLatin1Char('\n') + run.story();
        }
        service.release();
        if (!waitUntil([&service] { return service.isIdle(); })) {
            out.complaint += QStringLiteral("\nthe service did not come to rest");
        }
    } else if (run.exitCode() != 95 || !trial.auditsAgain) {
        out.complaint = contradiction(run, service.truth());
    }
    if (trial.auditsAgain && out.complaint.isEmpty()) {
        run.auditAgain(QStringLiteral("1s,1s,12s"));
        out.complaint = contradiction(run, service.truth());
        if (!out.complaint.isEmpty()) {
            out.complaint.prepend(QStringLiteral("audited again: "));
        }
    }
    return out;
}

struct Campaign
{
    const char *name;
    int usual;
    Trial (*trial)(int);
};

constexpr Campaign kCampaigns[] = {
    {"dirty", 60, dirtyTrial}, {"clean", 200, cleanTrial},  {"coupons", 24, couponsTrial},
    {"late", 50, lateTrial},   {"beside", 96, besideTrial},
};

/// Makes the runs `first` to `last` side by side; returns how many were judged wrongly.
int makeAll(const Campaign &campaign, int first, int last, int together, QTextStream &out)
{
    std::vector<ConnectionSettings> databases; // only the main thread may ask for them
    for (int i = first; i < last; ++i) {
        databases.push_back(TestDatabase::instance().freshDatabase());
    }
    std::atomic<int> next{first};
    std::mutex mutex; // guards what follows
    int came[3] = {};
    int complaints = 0;
    qint64 requests = 0;
    QElapsedTimer clock;
    clock.start();
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < together; ++worker) {
            workers.emplace_back([&] {
                for (int i = next++; i < last; i = next++) {
                    const Trial trial = campaign.trial(i);
                    const Verdict one =
                        make(trial, databases.at(static_cast<std::size_t>(i - first)));
                    const std::lock_guard lock(mutex);
                    ++came[static_cast<int>(one.came)];
                    requests += one.requests;
                    if (!one.complaint.isEmpty()) {
                        ++complaints;
                        out << "  " << campaign.name << " --only " << i << " (" << describe(trial)
                            << "): " << one.complaint << Qt::endl;
                    }
                }
            });
        }
    }
    out << campaign.name << ": " << last - first << " runs, " << requests << " requests, "
        << came[0] << " held, " << came[1] << " broken, " << came[2] << " undecided, " << complaints
        << " judged wrongly, " << clock.elapsed() / 1000 << " s" << Qt::endl;
    return complaints;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption kind(QStringLiteral("kind"),
                                  QStringLiteral("dirty, clean, coupons, late, beside or all."),
                                  QStringLiteral("KIND"), QStringLiteral("all"));
    const QCommandLineOption count(QStringLiteral("count"),
                                   QStringLiteral("How many runs of each."), QStringLiteral("N"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("The run of that number alone."),
                                  QStringLiteral("I"));
    const QCommandLineOption together(QStringLiteral("together"),
                                      QStringLiteral("How many side by side."), QStringLiteral("N"),
                                      QStringLiteral("6"));
    parser.addOptions({kind, count, only, together});
    parser.process(application);
    QTextStream out(stdout);
    const auto admin = TestDatabase::instance().freshConnection();
    static_cast<void>(admin->execute(QStringLiteral("SET GLOBAL max_connections = 2100")));
    out << "seed " << kSeed << Qt::endl;
    int complaints = 0;
    int made = 0;
    for (const Campaign &campaign : kCampaigns) {
        if (parser.value(kind) != QLatin1String("all") &&
            parser.value(kind) != QLatin1String(campaign.name)) {
            continue;
        }
        ++made;
        const int first = parser.isSet(only) ? parser.value(only).toInt() : 0;
        const int number = parser.isSet(only)    ? 1
                           : parser.isSet(count) ? parser.value(count).toInt()
                                                 : campaign.usual;
        complaints += makeAll(campaign, first, first + number, parser.value(together).toInt(), out);
    }
    return made > 0 && complaints == 0 ? 0 : 1;
}
