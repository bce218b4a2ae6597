// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive.h"
#include "run/background.h"
#include "run/database_audit.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <stop_token>

namespace stampede {

/// What somebody wants to have audited.
struct DatabaseAuditRequest
{
    DatabaseUrl database;
    QStringList allowedHosts; ///< beside this machine
    QString profile;          ///< a file; empty for Stampede's own tables
    QString coupon;           ///< as typed, empty for the profile's or the only one
    QString run;              ///< the id of the run whose answers are judged, or empty
};

/// Audits a database as it is, without a load, in the background; only reads. Its end waits for
/// nothing. UI thread.
class DatabaseAuditor final : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseAuditor(QObject *parent = nullptr);
    ~DatabaseAuditor() override;
    /// audited() follows. A private server that runs in `host` is reached where it is. The run is
    /// one of `place`, where its new verdict is kept. Nothing happens while one goes on.
    void start(const DatabaseHost &host, const DatabaseAuditRequest &request,
               const ArchivePlace &place);
    /// audited() does not follow any more.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_auditing.isBusy(); }
    [[nodiscard]] int done() const { return m_progress->done; }
    [[nodiscard]] int total() const { return m_progress->total; } ///< 0 until the checks begin

Q_SIGNALS:
    /// Of the record only the parts are filled in that an audit has; `told` is what came of keeping
    /// it. Null, with why in `told`, where it could not be made.
    void audited(std::shared_ptr<const stampede::RunRecord> record, const QString &told);

private:
    struct Progress
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0;
    };
    struct Audited
    {
        std::shared_ptr<const RunRecord> record; ///< or null, with why
        QString told;
    };
    static Audited make(DatabaseHost &way, const DatabaseAuditRequest &request,
                        const ArchivePlace &place, const DatabaseAuditHooks &hooks);
    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>(); ///< shared with the job
    std::stop_source m_stop;                                             ///< of the latest
    Background<Audited> m_auditing;
};

} // namespace stampede
