// SPDX-License-Identifier: MIT
#include "run_support.h"

#include "support/test_database.h"

#include <QCommandLineParser>

namespace stampede::test {

Scenario preset(const QString &name, const QStringList &changes)
{
    QList<Override> overrides;
    for (const QString &change : changes) {
        const qsizetype equals = change.indexOf(QLatin1Char('='));
        overrides.append({change.left(equals), change.mid(equals + 1)});
    }
    auto scenario = loadScenario(name, overrides);
    if (!scenario) {
        qFatal("%s", qPrintable(scenario.error().join(QLatin1Char('\n'))));
    }
    return std::move(scenario).value();
}

QString freshUrl()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    return QStringLiteral("mysql://%1@/%2?socket=%3")
        .arg(settings.user, settings.database, settings.socket);
}

Result<RunRecord, RunError> run(const Scenario &scenario, const RunStop &stop,
                                const RunHooks &hooks)
{
    static TestDatabase &server = TestDatabase::instance();
    // The server of the tests takes as many virtual users as a scenario may have.
    auto admin = server.freshConnection();
    STAMPEDE_CHECK(admin->execute(QStringLiteral("SET GLOBAL max_connections = 2100")).ok());
    const auto url = parseDatabaseUrl(freshUrl());
    STAMPEDE_CHECK(url.ok());
    DatabaseHost host(url.value(), {});
    return makeRun(scenario, host, stop, hooks);
}

RunRecord runOverHttp(const Result<Scenario, Faults> &scenario)
{
    if (!scenario) {
        qFatal("%s", qPrintable(scenario.error().join(QLatin1Char('\n'))));
    }
    DatabaseHost host(parseDatabaseUrl(QStringLiteral("managed:")).value(), {});
    auto made = makeRun(scenario.value(), host, {}, {});
    if (!made) {
        qFatal("%s", qPrintable(made.error().message));
    }
    return std::move(made).value();
}

RunHooks StopOnceIssued::hooks()
{
    RunHooks hooks;
    hooks.engine = [this](LoadEngine *engine) {
        if (engine == nullptr) {
            m_over = true;
            m_watcher.join();
            return;
        }
        m_watcher = std::jthread([this, engine] {
            while (!m_over && engine->live().outcomes.of(Outcome::Issued) < m_issued) {
                std::this_thread::yield();
            }
            m_end.request_stop();
        });
    };
    return hooks;
}

QString failedChecks(const RunRecord &record)
{
    QStringList ids;
    if (record.audit) {
        for (const CheckResult &check : record.audit->findings()) {
            ids << check.id;
        }
    }
    ids.sort();
    return ids.join(QLatin1Char(' '));
}

int campaignCount(const QCoreApplication &application, int usual)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("How many runs."),
                                   QStringLiteral("N"), QString::number(usual));
    parser.addOption(count);
    parser.process(application);
    return parser.value(count).toInt();
}

std::int64_t told(const RunRecord &record, Outcome outcome)
{
    return static_cast<std::int64_t>(record.outcomes.of(outcome));
}

} // namespace stampede::test
