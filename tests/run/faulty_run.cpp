// SPDX-License-Identifier: MIT
#include "faulty_run.h"

#include "database/connection.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace stampede::test {

FaultyHost::FaultyHost()
    // Below /var/tmp: a real disk, and the server may run as another account.
    : m_folder(QStringLiteral("/var/tmp/stampede-faults-XXXXXX"))
{
    if (!m_folder.isValid() ||
        !QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) |
                                                    QFile::ExeGroup | QFile::ExeOther)) {
        qFatal("no folder can be made in /var/tmp");
    }
    const auto url = parseDatabaseUrl(QStringLiteral("managed:") + m_folder.path());
    STAMPEDE_CHECK(url.ok());
    m_host = std::make_unique<DatabaseHost>(url.value(), QStringList());
}

ConnectionSettings FaultyHost::open(int connections)
{
    auto opened = m_host->open(connections, {});
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().message));
    }
    return std::move(opened).value();
}

Result<RunRecord, RunError> FaultyHost::run(const Scenario &scenario, const RunStop &stop)
{
    return makeRun(scenario, *m_host, stop, {});
}

std::int64_t inDoubt(const RunRecord &record)
{
    return static_cast<std::int64_t>(record.outcomes.of(Outcome::Unknown) +
                                     record.outcomes.of(Outcome::ServerError));
}

QString wrongWithFaults(const RunRecord &record)
{
    if (!record.audit) {
        return QStringLiteral("not audited: ") + record.auditError;
    }
    QStringList wrong;
    for (const CheckResult &check : record.audit->checks) {
        const bool isNews =
            check.verdict == CheckVerdict::Fail || check.verdict == CheckVerdict::Inconclusive;
        // A connection that is lost takes the server's count of its statements with it.
        const bool isLostCount =
            check.id == QLatin1String("lock-seen") && check.verdict == CheckVerdict::Inconclusive;
        if (isNews && !isLostCount && check.id != QLatin1String("no-server-errors")) {
            wrong << QStringLiteral("%1: %2").arg(check.id, check.explanation);
        }
    }
    if (!record.audit->wrongAnswers.empty()) {
        wrong << QStringLiteral("%1 answers called wrong").arg(record.audit->wrongAnswers.size());
    }
    const StateFigures &state = record.audit->state;
    if (state.tookEffect + state.noEffect != inDoubt(record)) {
        wrong << QStringLiteral("of %1 in doubt %2 took effect and %3 did not")
                     .arg(inDoubt(record))
                     .arg(state.tookEffect)
                     .arg(state.noEffect);
    }
    return wrong.join(QStringLiteral("; "));
}

KeptWord keptWord(const RunRecord &record, const ConnectionSettings &settings)
{
    const auto connection = Connection::open(settings);
    STAMPEDE_CHECK(connection.ok());
    auto rows = connection.value()->query(
        QStringLiteral("SELECT user_id FROM user_coupons WHERE coupon_id = ?"),
        {static_cast<qlonglong>(record.coupon.value)});
    STAMPEDE_CHECK(rows.ok());
    QSet<qlonglong> holders;
    while (rows.value().next()) {
        holders.insert(rows.value().value(0).toLongLong());
    }
    QHash<qlonglong, int> told;
    for (const Operation &operation : *record.history) {
        if (operation.outcome == Outcome::Issued) {
            ++told[operation.user];
        }
    }
    KeptWord kept;
    for (auto person = told.constBegin(); person != told.constEnd(); ++person) {
        kept.withoutRow += holders.contains(person.key()) ? 0 : 1;
        kept.toldAgain += person.value() > 1 ? 1 : 0;
        kept.repeated += person.value() > 1 ? person.value() : 0;
    }
    return kept;
}

} // namespace stampede::test
