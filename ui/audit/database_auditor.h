#pragma once

#include "run/background.h"
#include "run/database_audit.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace stampede {

/// Audits a database as it is, without a load, in the background; only reads. Its end waits for
/// nothing. UI thread.
class DatabaseAuditor final : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseAuditor(QObject *parent = nullptr);
    /// audited() follows. Nothing happens while one goes on.
    void start(const DatabaseHost &host);
    [[nodiscard]] int done() const { return m_progress->done; }
    [[nodiscard]] int total() const { return m_progress->total; } ///< 0 until the checks begin

Q_SIGNALS:
    /// Of the record only the parts are filled in that an audit has. Null, with why, where it could
    /// not be made.
    void audited(std::shared_ptr<const stampede::RunRecord> record, const QString &why);

private:
    struct Progress
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0;
    };
    struct Audited
    {
        std::shared_ptr<const RunRecord> record; ///< or null, with why
        QString why;
    };
    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>(); ///< shared with the job
    Background<Audited> m_auditing;
};

} // namespace stampede
