#pragma once

#include "database/database_lock.h"
#include "database/server_counters.h"
#include "load/load_plan.h"
#include "profile/profile_fit.h"
#include "run/database_host.h"
#include "run/run_job.h"
#include "run/run_journal.h"
#include "run/run_record.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace stampede {

/// The rows of a service over HTTP, wherever they are: those of a `serve` of ours, those of
/// somebody else, which are only ever read, or none that anybody can see. One job thread.
class ServiceRows
{
public:
    /// `host`: the database of the run, for the rows of `serve`; `lock` is taken for them, where it
    /// is null. `record` gets what is found out.
    ServiceRows(RunRecord &record, DatabaseHost &host, std::unique_ptr<DatabaseLock> &lock);

    /// Whether prepare() writes rows anew: those of `serve`.
    [[nodiscard]] bool areOurs() const { return where().rows == TargetRows::Serve; }
    /// First of all, where they are ours: makes sure that nobody else works with them and that they
    /// may be written. Writes nothing.
    Result<void, RunFault> claim(const std::function<void(const QString &)> &message);

    /// Before the load, after claim(): empties and fills the rows of `serve`; reads stock and
    /// holders of somebody else's. A fault where the database or the profile is not what it has to
    /// be.
    Result<void, RunFault> prepare(const std::function<void(const QString &)> &message);
    /// Coupons before the load; nothing where nobody knows.
    [[nodiscard]] std::optional<std::int64_t> stock() const { return m_stock; }
    /// What is known of the service before the load, for the prediction. Valid as long as this.
    [[nodiscard]] ServerFacts facts() const;
    /// The same with what else was there.
    [[nodiscard]] RunStart start() const
    {
        return {m_stock.value_or(0), m_startsAtUs, m_endsAtUs, m_holdersBefore};
    }
    /// The plan's people as the tables tell them apart: where the database takes two texts for one
    /// person, that person asks twice.
    void tellApart(LoadPlan &plan);
    /// Where the service's log ends now, and who has a transaction open; what follows belongs to
    /// the run.
    void beforeLoad();
    /// After the load: waits for rest and judges.
    void audit(const RunStop &stop, const RunHooks &hooks);
    /// At the end: what everybody is called whom the record names stays with it.
    void keepPeople();

private:
    Result<void, RunFault> prepareServe();
    Result<void, RunFault> prepareProfile(const std::function<void(const QString &)> &message);
    Result<void, RunFault> lockServe();
    Result<void, RunFault> connect(DatabaseHost &host,
                                   const std::function<void(const QString &)> &message);
    Result<void, RunFault> readStart(const Profile &profile);
    [[nodiscard]] AuditInput input() const;
    [[nodiscard]] SettleOrder settling(const AuditInput &input, const RunHooks &hooks) const;
    void noteCounters();
    [[nodiscard]] LogEvidence ofLog() const;
    [[nodiscard]] QString pathOf(const QString &file) const;
    [[nodiscard]] const Scenario &scenario() const { return m_record.scenario; }
    [[nodiscard]] const TargetAudit &where() const { return m_record.scenario.target.audit; }

    RunRecord &m_record;
    DatabaseHost &m_host;
    std::unique_ptr<DatabaseLock> &m_lock;
    std::optional<DatabaseHost> m_theirs; ///< the database of somebody else
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
    ProfileFit m_fit;
    QList<OwnCheck> m_ownChecks;
    Precedence m_precedence = Precedence::Any;
    std::optional<std::int64_t> m_stock;
    std::vector<std::int64_t> m_holdersBefore;
    std::shared_ptr<const StartOfRows> m_start; ///< of the tables of somebody else
    ServiceRules m_rules;
    std::optional<PredictedService> m_promised; ///< by the profile
    std::int64_t m_startsAtUs = AuditInput::kNoStart;
    std::int64_t m_endsAtUs = AuditInput::kNoEnd;
    std::optional<OpenTransactions> m_transactionsBefore;
    std::optional<ServerCounters> m_countersBefore;
    std::int64_t m_logBegin = -1; ///< −1: there was no such file
};

} // namespace stampede
