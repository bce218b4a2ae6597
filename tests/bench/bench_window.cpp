// SPDX-License-Identifier: MIT
// What the window costs the measurement, beside the same runs without one on the same private
// server, in paired turns:
//     bench_window closed [TURNS]    a closed model that saturates the machine: answers a second
//     bench_window rate [TURNS]      a fixed rate of half of what a closed model reaches headless
//     bench_window million [COUNT]   one run of that many requests with its audit: memory, and the
//                                    longest event of the UI thread from the start to the pages
//     bench_window all [TURNS]
// Prints ratios (window : headless), the UI thread's own processor time and longest event, and how
// late, by the clock on the wall, a timer of 50 ms was. Asserts nothing. Uses QT_QPA_PLATFORM where
// it is set, else offscreen.

#include "bench_database.h"

#include "run/run_controller.h"
#include "scenario/scenario_reader.h"
#include "ui/frame/main_window.h"
#include "ui/look/theme.h"
#include "ui/session/session.h"
#include "ui/widgets/ui_cost.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using namespace stampede;

constexpr int kSeconds = 12;
constexpr int kVus = 50;
constexpr int kUsers = 100'000;
constexpr int kConnections = 200;
constexpr std::chrono::milliseconds kHeartbeat{50};
/// For the pages to take the result in before the longest event is read.
constexpr std::chrono::milliseconds kAfterwards{1500};

double peakMib()
{
    QFile status(QStringLiteral("/proc/self/status"));
    STAMPEDE_CHECK(status.open(QIODevice::ReadOnly));
    static const QRegularExpression peak(QStringLiteral("VmHWM:\\s*(\\d+)"));
    return peak.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

QJsonObject figuresOf(const RunRecord &record)
{
    return {{QStringLiteral("answers"), record.throughput.answersPerSecond},
            {QStringLiteral("issued"), record.throughput.issuedPerSecond},
            {QStringLiteral("seconds"), record.throughput.durationSeconds},
            {QStringLiteral("dropped"), static_cast<double>(record.generator.dropped)},
            {QStringLiteral("verdict"), runVerdictKey(record.verdict)},
            {QStringLiteral("peakMib"), peakMib()}};
}

void print(const QJsonObject &figures)
{
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
}

int runHeadless(int argc, char *argv[], const DatabaseUrl &url, const QString &scenarioFile)
{
    const QCoreApplication application(argc, argv);
    STAMPEDE_CHECK(Connection::prepareDriver().ok());
    const auto scenario = loadScenario(scenarioFile);
    STAMPEDE_CHECK(scenario.ok());
    RunController controller(std::make_shared<DatabaseHost>(url, QStringList()));
    QObject::connect(&controller, &RunController::finished, &application,
                     [] { QCoreApplication::exit(0); });
    controller.start(scenario.value());
    QCoreApplication::exec();
    if (!controller.result()->ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(controller.result()->error().message));
        return 1;
    }
    print(figuresOf(controller.result()->value()));
    return 0;
}

int runInWindow(int argc, char *argv[], const DatabaseUrl &url, const QString &scenarioFile)
{
    const MeasuredApplication application(argc, argv);
    STAMPEDE_CHECK(Connection::prepareDriver().ok());
    Theme::apply(ThemeMode::Light);
    Session session(std::make_shared<DatabaseHost>(url, QStringList()));
    STAMPEDE_CHECK(session.load(scenarioFile, nullptr));
    MainWindow window(session);
    window.setTheme(ThemeMode::Light);
    window.show();
    QTimer heartbeat;
    QElapsedTimer sinceBeat;
    double latestMs = 0;
    heartbeat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heartbeat, &QTimer::timeout, &window, [&] {
        latestMs = std::max(latestMs, static_cast<double>(sinceBeat.nsecsElapsed()) / 1e6 -
                                          static_cast<double>(kHeartbeat.count()));
        sinceBeat.restart();
    });
    double cpuOfRun = 0;
    QObject::connect(&session, &Session::phaseChanged, &window, [&](Phase phase) {
        if (phase == Phase::Settle) {
            cpuOfRun = UiCost::cpuSeconds();
        }
    });
    QObject::connect(&session, &Session::runEnded, &window, [] {
        QTimer::singleShot(kAfterwards, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    QTimer::singleShot(0, &session, [&] {
        sinceBeat.start();
        heartbeat.start(kHeartbeat);
        session.run();
    });
    QApplication::exec();
    if (session.fault()) {
        std::fprintf(stderr, "%s\n", qPrintable(session.fault()->message));
        return 1;
    }
    QJsonObject figures = figuresOf(*session.record());
    figures[QStringLiteral("uiCpu")] = cpuOfRun;
    figures[QStringLiteral("uiLongestMs")] = UiCost::longestMs();
    figures[QStringLiteral("lateMs")] = latestMs;
    print(figures);
    return 0;
}

class Bench
{
public:
    Bench()
        : m_folder(QStringLiteral("/dev/shm/stampede-bench-XXXXXX"))
    {
        // The server may run as another account.
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) |
                                                   QFile::ExeOther | QFile::ReadOther);
        m_database = std::make_unique<bench::BenchDatabase>(
            m_folder.filePath(QStringLiteral("data")), kConnections, 1);
        // Runs want a database that is empty or of their own.
        auto connection = Connection::open(m_database->settings());
        STAMPEDE_CHECK(connection.ok());
        STAMPEDE_CHECK(connection.value()->execute(QStringLiteral("CREATE DATABASE window")).ok());
        m_url = QStringLiteral("mysql://%1@/window?socket=%2")
                    .arg(m_database->settings().user, m_database->settings().socket);
    }

    QJsonObject side(const char *side, const QJsonObject &load, int stock, int users) const
    {
        const QString file = m_folder.filePath(QStringLiteral("bench.stampede.json"));
        QFile scenario(file);
        STAMPEDE_CHECK(scenario.open(QIODevice::WriteOnly));
        scenario.write(
            QJsonDocument(
                QJsonObject{
                    {QStringLiteral("schema"), QStringLiteral("stampede.scenario/1")},
                    {QStringLiteral("name"), QStringLiteral("bench")},
                    {QStringLiteral("coupon"), QJsonObject{{QStringLiteral("stock"), stock}}},
                    {QStringLiteral("users"),
                     QJsonObject{{QStringLiteral("count"), users},
                                 {QStringLiteral("pick"), QStringLiteral("each-once")}}},
                    {QStringLiteral("load"), load}})
                .toJson());
        scenario.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--side"), QString::fromLatin1(side), m_url, file});
        STAMPEDE_CHECK(process.waitForFinished(-1));
        const auto figures = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        if (process.exitCode() != 0 || figures.isEmpty()) {
            std::fprintf(stderr, "the side %s failed\n", side);
            std::exit(1);
        }
        return figures;
    }

    [[nodiscard]] static QJsonObject closedLoad()
    {
        return {{QStringLiteral("model"), QStringLiteral("constant-vus")},
                {QStringLiteral("vus"), kVus},
                {QStringLiteral("duration"), QStringLiteral("%1s").arg(kSeconds)}};
    }

    void compare(const char *what, const QJsonObject &load, int turns) const
    {
        std::vector<double> ratios;
        for (int turn = 0; turn < turns; ++turn) {
            const bool windowFirst = turn % 2 == 0;
            const QJsonObject first =
                side(windowFirst ? "window" : "headless", load, 1'000'000, kUsers);
            const QJsonObject second =
                side(windowFirst ? "headless" : "window", load, 1'000'000, kUsers);
            const QJsonObject &window = windowFirst ? first : second;
            const QJsonObject &headless = windowFirst ? second : first;
            const double ratio = value(window, "answers") / value(headless, "answers");
            std::printf(
                "%s   window %6.0f/s, headless %6.0f/s, ratio %.3f   dropped %.0f and %.0f   "
                "UI thread %4.1f %% of a core, longest %4.1f ms, a timer up to %3.0f ms late\n",
                what, value(window, "answers"), value(headless, "answers"), ratio,
                value(window, "dropped"), value(headless, "dropped"),
                100 * value(window, "uiCpu") / value(window, "seconds"),
                value(window, "uiLongestMs"), value(window, "lateMs"));
            std::fflush(stdout);
            ratios.push_back(ratio);
        }
        bench::report(what, ratios);
    }

    void compareRate(int turns) const
    {
        const double most = value(side("headless", closedLoad(), 1'000'000, kUsers), "answers");
        QJsonObject load = closedLoad();
        load[QStringLiteral("model")] = QStringLiteral("constant-arrival-rate");
        load[QStringLiteral("rate")] = static_cast<int>(most / 2);
        std::printf("rate     %d/s, half of %.0f/s\n", static_cast<int>(most / 2), most);
        compare("rate    ", load, turns);
    }

    void million(int count) const
    {
        const QJsonObject load{{QStringLiteral("model"), QStringLiteral("shared-iterations")},
                               {QStringLiteral("vus"), kVus},
                               {QStringLiteral("iterations"), count},
                               {QStringLiteral("duration"), QStringLiteral("60m")}};
        const QJsonObject window = side("window", load, 1'000, kUsers);
        std::printf(
            "million  %d requests in %.0f s, verdict %s: %.0f MiB at most, UI thread %.1f %% "
            "of a core, longest %.1f ms, a timer up to %.0f ms late\n",
            count, value(window, "seconds"),
            qPrintable(window[QLatin1String("verdict")].toString()), value(window, "peakMib"),
            100 * value(window, "uiCpu") / value(window, "seconds"), value(window, "uiLongestMs"),
            value(window, "lateMs"));
    }

private:
    static double value(const QJsonObject &figures, const char *name)
    {
        return figures[QLatin1String(name)].toDouble();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<bench::BenchDatabase> m_database;
    QString m_url;
};

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (argc == 5 && QByteArray(argv[1]) == "--side") {
        const auto url = parseDatabaseUrl(QString::fromLocal8Bit(argv[3]));
        STAMPEDE_CHECK(url.ok());
        const QString scenario = QString::fromLocal8Bit(argv[4]);
        return QByteArray(argv[2]) == "window" ? runInWindow(argc, argv, url.value(), scenario)
                                               : runHeadless(argc, argv, url.value(), scenario);
    }
    const QCoreApplication application(argc, argv);
    STAMPEDE_CHECK(Connection::prepareDriver().ok());
    const QByteArray what = argc > 1 ? argv[1] : "all";
    const int number = argc > 2 ? std::max(1, std::atoi(argv[2])) : 0;
    const int turns = what == "million" || number == 0 ? 5 : number;
    const Bench bench;
    if (what == "closed" || what == "all") {
        bench.compare("closed  ", Bench::closedLoad(), turns);
    }
    if (what == "rate" || what == "all") {
        bench.compareRate(turns);
    }
    if (what == "million" || what == "all") {
        bench.million(what == "million" && number > 0 ? number : 1'000'000);
    }
    return 0;
}
