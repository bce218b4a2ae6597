// SPDX-License-Identifier: MIT
// Kills the program again and again (--count N, --seed S) at a random moment of a run and holds
// what is left behind against what must be there: no server, a journal that can be read, the run
// offered, and an audit from it that finds no acknowledged coupon missing and nothing broken.
// Prints one line a kill.

#include "support/schema_check.h"
#include "support/server_process.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTextStream>
#include <QThread>

#include <csignal>

namespace {

constexpr int kPatienceMs = 120'000;

struct Ended
{
    int code = -1;
    QByteArray out;
};

Ended cli(const QStringList &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    if (!process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput()};
}

QJsonObject listed()
{
    return QJsonDocument::fromJson(cli({QStringLiteral("runs"), QStringLiteral("--json")}).out)
        .object();
}

template<typename Condition>
bool waitFor(const Condition &condition, int withinMs)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition()) {
        if (clock.elapsed() > withinMs) {
            return false;
        }
        QThread::msleep(5);
    }
    return true;
}

class Campaign
{
public:
    Campaign(const QString &folder, quint32 seed)
        : m_folder(folder)
        , m_random(seed)
    {}
    /// What is wrong, or nothing.
    QString kill();
    [[nodiscard]] QString told() const { return m_told; }

private:
    QString audit(const QJsonObject &run);

    QString m_folder;
    QRandomGenerator m_random;
    QString m_told;
};

QString Campaign::kill()
{
    const int vus = m_random.bounded(2, 60);
    const int afterMs = m_random.bounded(0, 2'500);
    const bool rowLock = m_random.bounded(4) > 0;
    const QDir journals(m_folder + QStringLiteral("/data/journals"));
    m_told = QStringLiteral("%1 VUs, killed %2 ms after the journal began").arg(vus).arg(afterMs);
    QProcess program;
    program.start(
        QStringLiteral(STAMPEDE_CLI),
        {QStringLiteral("run"), QStringLiteral("flash-sale"), QStringLiteral("--quiet"),
         QStringLiteral("--vus"), QString::number(vus), QStringLiteral("--set"),
         QStringLiteral("service.pause=%1ms").arg(m_random.bounded(3)), QStringLiteral("--set"),
         QStringLiteral("service.strategy=%1")
             .arg(rowLock ? QStringLiteral("pessimistic") : QStringLiteral("conditional-update"))});
    if (!program.waitForStarted() ||
        !waitFor(
            [&journals] { return !journals.entryList({QStringLiteral("*.journal")}).isEmpty(); },
            kPatienceMs)) {
        return QStringLiteral("no journal began");
    }
    QThread::msleep(static_cast<unsigned long>(afterMs));
    ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
    program.waitForFinished(kPatienceMs);
    const QString servers = m_folder + QStringLiteral("/data/servers");
    if (!waitFor([&servers] { return stampede::test::processesNaming(servers).isEmpty(); },
                 kPatienceMs)) {
        return QStringLiteral("a server is left behind");
    }
    const bool hadEnded = journals.entryList({QStringLiteral("*.journal")}).isEmpty();
    const QJsonObject list = listed();
    if (const QStringList faults = stampede::test::schemaFaults(QStringLiteral("runs"), list);
        !faults.isEmpty()) {
        return QStringLiteral("runs --json is not what its schema says: ") + faults.constFirst();
    }
    const QJsonArray unfinished = list[QLatin1String("unfinished")].toArray();
    if (hadEnded) {
        m_told += QStringLiteral(": the run had been kept");
        return unfinished.isEmpty() ? QString()
                                    : QStringLiteral("a run is offered without journal");
    }
    if (unfinished.size() != 1) {
        return QStringLiteral("%1 runs are offered").arg(unfinished.size());
    }
    return audit(unfinished.first().toObject());
}

QString Campaign::audit(const QJsonObject &run)
{
    const QString id = run[QLatin1String("id")].toString();
    const QString file = m_folder + QStringLiteral("/result.json");
    const Ended ended = cli({QStringLiteral("audit"), QStringLiteral("--run"), id,
                             QStringLiteral("--quiet"), QStringLiteral("--json"), file});
    QFile json(file);
    if (!json.open(QIODevice::ReadOnly)) {
        return QStringLiteral("no result, exit code %1").arg(ended.code);
    }
    const QJsonObject result = QJsonDocument::fromJson(json.readAll()).object();
    json.remove();
    const QJsonObject outcomes = result[QLatin1String("outcomes")].toObject();
    const int rows = result[QLatin1String("state")][QLatin1String("rows")].toInt(-1);
    const int issued = outcomes[QLatin1String("issued")].toInt();
    m_told += QStringLiteral(": %1 issued in the journal, %2 unknown, %3 rows, %4")
                  .arg(issued)
                  .arg(outcomes[QLatin1String("unknown")].toInt())
                  .arg(rows)
                  .arg(result[QLatin1String("verdict")].toString());
    constexpr int kEndedEarly = 105;
    constexpr int kNothingMeasured = 98; // before the first answer was recorded
    if (ended.code != (issued == 0 ? kNothingMeasured : kEndedEarly)) {
        return QStringLiteral("exit code %1").arg(ended.code);
    }
    if (rows < issued || issued < run[QLatin1String("issued")].toInt()) {
        return QStringLiteral("acknowledged coupons are missing");
    }
    const QJsonArray checks = result[QLatin1String("audit")][QLatin1String("checks")].toArray();
    for (const QJsonValue &check : checks) {
        if (check[QLatin1String("verdict")] == QLatin1String("fail")) {
            return QStringLiteral("false alarm: ") + check[QLatin1String("id")].toString();
        }
    }
    const QJsonObject after = listed();
    const QJsonArray kept = after[QLatin1String("runs")].toArray();
    const bool isKept = !kept.isEmpty() && kept.first()[QLatin1String("id")] == id;
    return isKept && after[QLatin1String("unfinished")].toArray().isEmpty()
               ? QString()
               : QStringLiteral("it was not kept");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption count(QStringLiteral("count"), QString(), QStringLiteral("N"),
                                   QStringLiteral("3"));
    const QCommandLineOption seed(QStringLiteral("seed"), QString(), QStringLiteral("S"),
                                  QStringLiteral("1"));
    parser.addOptions({count, seed});
    parser.process(application);
    QTextStream out(stdout);
    const auto folder = stampede::test::makeReachableFolder(); // the server may be another account
    qputenv("STAMPEDE_DATA_DIR", folder->filePath(QStringLiteral("data")).toUtf8());
    Campaign campaign(folder->path(), parser.value(seed).toUInt());
    int wrong = 0;
    const int kills = parser.value(count).toInt();
    for (int i = 1; i <= kills; ++i) {
        const QString fault = campaign.kill();
        wrong += fault.isEmpty() ? 0 : 1;
        out << i << ": " << campaign.told()
            << (fault.isEmpty() ? QString() : QStringLiteral(" — WRONG: ") + fault) << Qt::endl;
    }
    out << kills << " kills, " << wrong << " wrong" << Qt::endl;
    return wrong == 0 && kills > 0 ? 0 : 1;
}
