// SPDX-License-Identifier: MIT
// A long run (--minutes M, --rate R a second; with --window in the window), watched from outside
// once a second: what the program and its server hold of memory, threads and descriptors. After the
// first minute memory may grow by the run's history and 1 % beyond it, the rest not at all; the run
// must be kept, with every request and without a finding. With --operations N the run is as fast as
// it can be and ends by count; then only its end is judged.

#include "measure/operation.h"
#include "support/server_process.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace {

constexpr int kPatienceMs = 300'000;
constexpr double kFirstMinuteS = 60;

/// What a process holds.
struct Holding
{
    double memoryKb = 0; ///< of its own: without mapped files
    qint64 threads = 0;
    qint64 descriptors = 0;
};

struct Sample
{
    double atS = 0; ///< since the load began
    Holding program;
    Holding server; ///< a connection of the server is a descriptor of it
};

double figureOf(const QByteArray &status, const QByteArray &name)
{
    const auto at = status.indexOf('\n' + name + ':');
    if (at < 0) {
        return 0;
    }
    const QByteArray line = status.mid(at + 1, status.indexOf('\n', at + 1) - at - 1);
    return line.mid(line.indexOf(':') + 1).simplified().split(' ').constFirst().toDouble();
}

Holding holdingOf(qint64 process)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(process);
    QFile status(folder + QStringLiteral("status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray text = '\n' + status.readAll();
    return {figureOf(text, "RssAnon"), static_cast<qint64>(figureOf(text, "Threads")),
            QDir(folder + QStringLiteral("fd"))
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                .size()};
}

/// The server that works below this folder; 0 where there is none.
qint64 serverBelow(const QString &folder)
{
    const QList<qint64> processes = stampede::test::processesNaming(folder);
    const auto server = std::find_if(processes.begin(), processes.end(), [](qint64 process) {
        return stampede::test::nameOf(process).startsWith(QLatin1String("mariadbd"));
    });
    return server == processes.end() ? 0 : *server;
}

struct Plan
{
    bool window = false;
    double minutes = 0.0;
    int rate = 0;
    qint64 operations = 0; ///< 0: by time
    QString strategy;
};

QString scenarioText(const Plan &plan)
{
    const bool byCount = plan.operations > 0;
    QJsonObject load{{QStringLiteral("vus"), 50}};
    if (byCount) {
        load[QStringLiteral("model")] = QStringLiteral("shared-iterations");
        load[QStringLiteral("iterations")] = plan.operations;
        load[QStringLiteral("duration")] = QStringLiteral("6h");
    } else {
        load[QStringLiteral("model")] = QStringLiteral("constant-arrival-rate");
        load[QStringLiteral("rate")] = plan.rate;
        load[QStringLiteral("duration")] =
            QStringLiteral("%1s").arg(std::lround(plan.minutes * 60));
    }
    const QJsonObject scenario{
        {QStringLiteral("schema"), QStringLiteral("stampede.scenario/1")},
        {QStringLiteral("name"), QStringLiteral("Soak")},
        {QStringLiteral("seed"), 7},
        {QStringLiteral("coupon"), QJsonObject{{QStringLiteral("stock"), 150'000}}},
        {QStringLiteral("users"), QJsonObject{{QStringLiteral("count"), 300'000},
                                              {QStringLiteral("pick"), QStringLiteral("random")}}},
        {QStringLiteral("service"), QJsonObject{{QStringLiteral("strategy"), plan.strategy}}},
        {QStringLiteral("load"), load}};
    return QString::fromUtf8(QJsonDocument(scenario).toJson());
}

class Soak
{
public:
    Soak(QString folder, Plan plan)
        : m_folder(std::move(folder))
        , m_plan(std::move(plan))
    {}
    /// Everything that is wrong.
    QStringList run(QTextStream &out);

private:
    [[nodiscard]] bool hasBegun() const;
    void watch(QProcess &program, QTextStream &out);
    [[nodiscard]] QStringList growth(QTextStream &out) const;
    [[nodiscard]] QStringList end(QTextStream &out) const;
    [[nodiscard]] double historyKb(double seconds) const
    {
        return m_plan.rate * seconds * sizeof(stampede::Operation) / 1024;
    }

    QString m_folder;
    Plan m_plan;
    std::vector<Sample> m_samples;
};

bool Soak::hasBegun() const
{
    const QDir journals(m_folder + QStringLiteral("/data/journals"));
    return !journals.entryList({QStringLiteral("*.journal")}).isEmpty();
}

void Soak::watch(QProcess &program, QTextStream &out)
{
    QElapsedTimer clock;
    clock.start();
    const qint64 server = serverBelow(m_folder + QStringLiteral("/data/servers"));
    const double untilS =
        m_plan.operations > 0 ? HUGE_VAL : m_plan.minutes * 60 - 2; // before the load ends
    double nextLineS = 0;
    while (program.state() == QProcess::Running) {
        const double atS = static_cast<double>(clock.elapsed()) / 1000;
        if (atS > untilS || (m_plan.operations > 0 && !hasBegun())) {
            break;
        }
        m_samples.push_back({atS, holdingOf(program.processId()), holdingOf(server)});
        if (const Sample &now = m_samples.back(); atS >= nextLineS) {
            nextLineS += kFirstMinuteS;
            out << QStringLiteral("%1 s: program %2 kB, %3 threads, %4 descriptors; server %5 kB, "
                                  "%6 threads, %7 descriptors")
                       .arg(std::lround(atS))
                       .arg(now.program.memoryKb)
                       .arg(now.program.threads)
                       .arg(now.program.descriptors)
                       .arg(now.server.memoryKb)
                       .arg(now.server.threads)
                       .arg(now.server.descriptors)
                << Qt::endl;
        }
        program.waitForFinished(1'000);
    }
}

QStringList Soak::growth(QTextStream &out) const
{
    const auto afterFirst =
        std::find_if(m_samples.begin(), m_samples.end(), [this](const Sample &sample) {
            return sample.atS >= std::min(kFirstMinuteS, m_plan.minutes * 60 / 2);
        });
    if (afterFirst == m_samples.end()) {
        return {QStringLiteral("the run ended within its first minute")};
    }
    Sample most = *afterFirst;
    for (auto sample = afterFirst; sample != m_samples.end(); ++sample) {
        most.program.threads = std::max(most.program.threads, sample->program.threads);
        most.program.descriptors = std::max(most.program.descriptors, sample->program.descriptors);
        most.server.descriptors = std::max(most.server.descriptors, sample->server.descriptors);
    }
    const Sample &last = m_samples.back();
    const double grownKb = last.program.memoryKb - afterFirst->program.memoryKb;
    const double ofHistoryKb = historyKb(last.atS - afterFirst->atS);
    const double beyond = (grownKb - ofHistoryKb) / afterFirst->program.memoryKb;
    out << QStringLiteral(
               "from %1 s to %2 s: %3 kB more, of which the history is %4 kB: %5 % beyond "
               "it")
               .arg(std::lround(afterFirst->atS))
               .arg(std::lround(last.atS))
               .arg(grownKb, 0, 'f', 0)
               .arg(ofHistoryKb, 0, 'f', 0)
               .arg(beyond * 100, 0, 'f', 2)
        << Qt::endl;
    QStringList wrong;
    // A shorter run is still warming up.
    if (m_plan.minutes * 60 >= 2 * kFirstMinuteS && beyond > 0.01) {
        wrong << QStringLiteral("memory grows");
    }
    const auto held = [&wrong](qint64 before, qint64 after, const QString &what) {
        if (after > before) {
            wrong << QStringLiteral("%1: %2, then %3").arg(what).arg(before).arg(after);
        }
    };
    held(afterFirst->program.threads, most.program.threads, QStringLiteral("threads"));
    held(afterFirst->program.descriptors, most.program.descriptors, QStringLiteral("descriptors"));
    // The server's threads are told and not held: its own pool grows and shrinks by itself.
    held(afterFirst->server.descriptors, most.server.descriptors,
         QStringLiteral("descriptors of the server"));
    return wrong;
}

QStringList Soak::end(QTextStream &out) const
{
    QProcess list;
    list.start(QStringLiteral(STAMPEDE_CLI), {QStringLiteral("runs"), QStringLiteral("--json")});
    list.waitForFinished(kPatienceMs);
    const QJsonObject listed = QJsonDocument::fromJson(list.readAllStandardOutput()).object();
    const QJsonArray runs = listed[QLatin1String("runs")].toArray();
    if (runs.size() != 1) {
        return {QStringLiteral("%1 runs are kept").arg(runs.size())};
    }
    const QJsonObject run = runs.first().toObject();
    const qint64 requests = run[QLatin1String("requests")].toInteger();
    out << QStringLiteral("%1 requests: %2 issued, %3 already issued, %4 out of stock; %5")
               .arg(requests)
               .arg(run[QLatin1String("issued")].toInteger())
               .arg(run[QLatin1String("already_issued")].toInteger())
               .arg(run[QLatin1String("out_of_stock")].toInteger())
               .arg(run[QLatin1String("verdict")].toString())
        << Qt::endl;
    QStringList wrong;
    const qint64 due =
        m_plan.operations > 0 ? m_plan.operations : std::llround(m_plan.minutes * 60) * m_plan.rate;
    if (requests < due || requests > due + 1) {
        wrong << QStringLiteral("%1 requests of %2").arg(requests).arg(due);
    }
    if (run[QLatin1String("findings")].toInt(-1) != 0) {
        wrong << QStringLiteral("a finding");
    }
    return wrong;
}

QStringList Soak::run(QTextStream &out)
{
    const QString file = m_folder + QStringLiteral("/soak.stampede.json");
    QFile scenario(file);
    if (!scenario.open(QIODevice::WriteOnly) || scenario.write(scenarioText(m_plan).toUtf8()) < 0) {
        return {QStringLiteral("cannot write %1").arg(file)};
    }
    scenario.close();
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.setStandardOutputFile(QProcess::nullDevice());
    if (m_plan.window) {
        program.start(QStringLiteral(STAMPEDE_WINDOW),
                      {file, QStringLiteral("--run"), QStringLiteral("--quit-when-done")});
    } else {
        program.start(QStringLiteral(STAMPEDE_CLI),
                      {QStringLiteral("run"), file, QStringLiteral("--quiet")});
    }
    QElapsedTimer clock;
    clock.start();
    while (!hasBegun()) {
        if (program.waitForFinished(20) || clock.elapsed() > kPatienceMs) {
            return {QStringLiteral("no run began")};
        }
    }
    clock.restart();
    watch(program, out);
    const double loadS = static_cast<double>(clock.elapsed()) / 1000;
    program.waitForFinished(-1);
    out << QStringLiteral("load %1 s, until the end %2 s, exit code %3")
               .arg(loadS, 0, 'f', 1)
               .arg(static_cast<double>(clock.elapsed()) / 1000, 0, 'f', 1)
               .arg(program.exitCode())
        << Qt::endl;
    QStringList wrong = end(out);
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0) {
        wrong << QStringLiteral("exit code %1").arg(program.exitCode());
    }
    return m_plan.operations > 0 ? wrong : wrong + growth(out);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption minutes(QStringLiteral("minutes"), QString(), QStringLiteral("M"),
                                     QStringLiteral("30"));
    const QCommandLineOption rate(QStringLiteral("rate"), QString(), QStringLiteral("R"),
                                  QStringLiteral("500"));
    const QCommandLineOption operations(QStringLiteral("operations"), QString(),
                                        QStringLiteral("N"), QStringLiteral("0"));
    const QCommandLineOption strategy(QStringLiteral("strategy"), QString(), QStringLiteral("NAME"),
                                      QStringLiteral("conditional-update"));
    const QCommandLineOption window(QStringLiteral("window"));
    parser.addOptions({minutes, rate, operations, strategy, window});
    parser.process(application);
    const auto folder = stampede::test::makeReachableFolder(); // the server may be another account
    qputenv("STAMPEDE_DATA_DIR", folder->filePath(QStringLiteral("data")).toUtf8());
    QTextStream out(stdout);
    Soak soak(folder->path(),
              {parser.isSet(window), parser.value(minutes).toDouble(), parser.value(rate).toInt(),
               parser.value(operations).toLongLong(), parser.value(strategy)});
    const QStringList wrong = soak.run(out);
    out << (wrong.isEmpty() ? QStringLiteral("nothing wrong")
                            : QStringLiteral("WRONG: ") + wrong.join(QStringLiteral("; ")))
        << Qt::endl;
    return wrong.isEmpty() ? 0 : 1;
}
