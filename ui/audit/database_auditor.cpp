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
{}

void DatabaseAuditor::start(const DatabaseHost &host)
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_done = 0;
    m_total = 0;
    m_job = std::jthread([this, way = wayTo(host)]() mutable {
        DatabaseAuditHooks hooks;
        hooks.progress = [this](int done, int total) {
            m_done = done;
            m_total = total;
        };
        auto result = auditDatabase(way, DatabaseAuditOrder(), hooks);
        std::shared_ptr<const RunRecord> record;
        QString why;
        if (result) {
            record = std::make_shared<const RunRecord>(std::move(result.value().record));
        } else {
            why = result.error().message;
        }
        QMetaObject::invokeMethod(
            this,
            [this, record, why] {
                m_running = false;
                Q_EMIT audited(record, why);
            },
            Qt::QueuedConnection);
    });
}

} // namespace stampede
