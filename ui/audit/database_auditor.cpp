// SPDX-License-Identifier: MIT
#include "ui/audit/database_auditor.h"

#include "archive/later_audit.h"
#include "profile/profile_reader.h"

namespace stampede {

namespace {

/// A way to the database of its own: a host serves one job at a time. A private server that runs is
/// reached as any other.
DatabaseHost wayTo(const DatabaseHost &host, const DatabaseAuditRequest &request)
{
    DatabaseUrl url = request.database;
    if (url.display() == host.url().display() && host.privateServer() != nullptr &&
        host.privateServer()->isRunning()) {
        const ConnectionSettings settings = host.privateServer()->connectionSettings();
        url.kind = DatabaseUrl::Kind::Mysql;
        url.user = settings.user;
        url.host = settings.host;
        url.port = settings.port;
        url.socket = settings.socket;
        url.database = settings.database;
    }
    return {url, request.allowedHosts};
}

} // namespace

DatabaseAuditor::DatabaseAuditor(QObject *parent)
    : QObject(parent)
    , m_auditing([this](const Audited &made) { Q_EMIT audited(made.record, made.told); })
{}

DatabaseAuditor::~DatabaseAuditor()
{
    m_stop.request_stop();
}

void DatabaseAuditor::cancel()
{
    m_stop.request_stop();
    m_auditing.drop();
}

void DatabaseAuditor::start(const DatabaseHost &host, const DatabaseAuditRequest &request,
                            const ArchivePlace &place)
{
    if (isBusy()) {
        return;
    }
    m_progress = std::make_shared<Progress>();
    m_stop = std::stop_source();
    m_auditing.start([progress = m_progress, stop = m_stop.get_token(), way = wayTo(host, request),
                      request, place]() mutable {
        DatabaseAuditHooks hooks;
        hooks.progress = [progress](int done, int total) {
            progress->done = done;
            progress->total = total;
        };
        hooks.stop = stop;
        return make(way, request, place, hooks);
    });
}

DatabaseAuditor::Audited DatabaseAuditor::make(DatabaseHost &way,
                                               const DatabaseAuditRequest &request,
                                               const ArchivePlace &place,
                                               const DatabaseAuditHooks &hooks)
{
    DatabaseAuditOrder order;
    order.coupon = request.coupon;
    std::unique_ptr<Archive> archive;
    std::optional<RunRecord> run;
    if (!request.run.isEmpty()) {
        auto opened = Archive::open(place);
        if (!opened) {
            return {nullptr, opened.error()};
        }
        archive = std::move(opened).value();
        auto kept = keptAnswers(*archive, request.run);
        if (!kept) {
            return {nullptr, kept.error()};
        }
        order.history = std::move(kept.value().history);
        run = std::move(kept.value().record);
        order.settle = rowsOf(run->scenario, run->environment.databaseUrl).settle;
        if (const QString why = whyOfAnotherRun(*archive, *run); !why.isEmpty()) {
            return {nullptr, why};
        }
    }
    if (!request.profile.isEmpty()) {
        auto profile = loadProfile(request.profile);
        if (!profile) {
            return {nullptr, profile.error().join(QLatin1Char('\n'))};
        }
        order.profile = std::move(profile).value();
    }
    auto result = auditDatabase(way, order, hooks);
    if (!result) {
        return {nullptr, result.error().message};
    }
    RunRecord &audit = result.value().record;
    QString told;
    if (run) {
        remarkWhatTheRunLacked(*run, audit);
        // One of several coupons is not the run.
        if (request.coupon.isEmpty() || order.history->coupons.empty()) {
            told = keepLaterVerdict(*archive, *run, audit);
        }
    }
    return {std::make_shared<const RunRecord>(std::move(audit)), told};
}

} // namespace stampede
