#include "ui/audit/database_auditor.h"

namespace stampede {

namespace {

/// A way to the same database of its own: a host serves one job at a time. A private server that
/// runs is reached as any other.
DatabaseHost wayTo(const DatabaseHost &host)
{
    DatabaseUrl url = host.url();
    if (host.privateServer() != nullptr && host.privateServer()->isRunning()) {
        const ConnectionSettings settings = host.privateServer()->connectionSettings();
        url.kind = DatabaseUrl::Kind::Mysql;
        url.user = settings.user;
        url.host = settings.host;
        url.port = settings.port;
        url.socket = settings.socket;
        url.database = settings.database;
    }
    return {url, host.allowedHosts()};
}

} // namespace

DatabaseAuditor::DatabaseAuditor(QObject *parent)
    : QObject(parent)
    , m_auditing([this](const Audited &made) { Q_EMIT audited(made.record, made.why); })
{}

void DatabaseAuditor::start(const DatabaseHost &host)
{
    if (m_auditing.isBusy()) {
        return;
    }
    m_progress = std::make_shared<Progress>();
    m_auditing.start([progress = m_progress, way = wayTo(host)]() mutable -> Audited {
        DatabaseAuditHooks hooks;
        hooks.progress = [progress](int done, int total) {
            progress->done = done;
            progress->total = total;
        };
        auto result = auditDatabase(way, DatabaseAuditOrder(), hooks);
        if (!result) {
            return {nullptr, result.error().message};
        }
        return {std::make_shared<const RunRecord>(std::move(result.value().record)), {}};
    });
}

} // namespace stampede
