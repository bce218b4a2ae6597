#pragma once

#include "run/database_audit.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace stampede {

/// Audits a database as it is, without a load, in a thread of its own; only reads. UI thread.
class DatabaseAuditor final : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseAuditor(QObject *parent = nullptr);
    /// audited() follows. Nothing happens while one goes on.
    void start(const DatabaseHost &host);
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; } ///< 0 until the checks begin

Q_SIGNALS:
    /// Of the record only the parts are filled in that an audit has. Null, with why, where it could
    /// not be made.
    void audited(std::shared_ptr<const stampede::RunRecord> record, const QString &why);

private:
    bool m_running = false;
    std::atomic<int> m_done = 0;
    std::atomic<int> m_total = 0;
    std::jthread m_job; ///< last, so that it has ended before the rest goes
};

} // namespace stampede
