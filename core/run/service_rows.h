// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_host.h"
#include "database/database_lock.h"
#include "database/server_counters.h"
#include "load/load_plan.h"
#include "profile/asked_coupons.h"
#include "profile/profile_fit.h"
#include "record/run_record.h"
#include "run/run_job.h"
#include "run/run_journal.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
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
    Result<void, RunError> claim(const std::function<void(const QString &)> &message);

    /// Before the load, after claim(): empties and fills the rows of `serve`; reads stock and
    /// holders of somebody else's. A fault where the database or the profile is not what it has to
    /// be.
    Result<void, RunError> prepare(const std::function<void(const QString &)> &message);
    /// Coupons before the load, of all that the run asks for; nothing where nobody knows.
    [[nodiscard]] std::optional<std::int64_t> stock() const;
    /// What is known of the service before the load, for the prediction. Valid as long as this.
    [[nodiscard]] ServerFacts facts() const;
    /// What must come out, by all that is known before the load.
    [[nodiscard]] Prediction predicted() const;
    /// The same with what else was there.
    [[nodiscard]] RunStart start() const;
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
    /// One coupon that the run asks for, and what the tables held of it before the load.
    struct Coupon
    {
        ProfileFit fit;
        std::optional<std::int64_t> stock{};
        std::vector<std::int64_t> holdersBefore{};
        std::shared_ptr<const StartOfRows> start{}; ///< of the tables of somebody else
        ServiceRules rules{};
        std::int64_t startsAtUs = AuditInput::kNoStart;
        std::int64_t endsAtUs = AuditInput::kNoEnd;
    };
    /// A part of the history that asked for one coupon.
    struct Part
    {
        std::vector<std::int64_t> places; ///< in the history
        std::vector<Operation> operations;
    };

    Result<void, RunError> prepareServe();
    Result<void, RunError> prepareProfile(const std::function<void(const QString &)> &message);
    Result<void, RunError> lockServe();
    [[nodiscard]] static std::optional<SaleWindow> saleOf(const Coupon &coupon);
    Result<void, RunError> connect(DatabaseHost &host,
                                   const std::function<void(const QString &)> &message);
    Result<void, RunError> fitCoupons(const Profile &profile);
    Result<void, RunError> joinSameCoupons();
    Result<void, RunError> lookForCoupons(const Profile &profile,
                                          const std::function<void(const QString &)> &message);
    Result<void, RunError> readStart(const Profile &profile, Coupon &coupon);
    void joinHolders();
    /// Of all coupons: the person of each row, sorted.
    [[nodiscard]] std::span<const std::int64_t> holders() const
    {
        return m_coupons.size() > 1 ? m_allHolders : m_coupons.front().holdersBefore;
    }
    [[nodiscard]] ServerFacts factsOf(const Coupon &coupon) const;
    [[nodiscard]] std::vector<Part> partsOfHistory() const;
    [[nodiscard]] AuditInput inputOf(const Coupon &coupon,
                                     std::span<const Operation> history) const;
    [[nodiscard]] SettleOrder settling(const RunHooks &hooks) const;
    Result<AuditReport, SqlError> auditCoupons(const std::vector<AuditInput> &inputs,
                                               const std::vector<Part> &parts,
                                               const std::function<void(int, int)> &progress);
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
    std::vector<Coupon> m_coupons{1}; ///< with m_asked each that is asked for, else one
    std::optional<AskedCoupons> m_asked;
    std::vector<std::int64_t> m_allHolders; ///< with several
    std::vector<std::size_t> m_couponOf;    ///< the place in m_coupons of each of those asked for
    QString m_notJudged; ///< why answers cannot be held against the rows; empty where they can
    QList<OwnCheck> m_ownChecks;
    Precedence m_precedence = Precedence::Any;
    std::optional<PredictedService> m_promised; ///< by the profile
    std::optional<OpenTransactions> m_transactionsBefore;
    std::optional<ServerCounters> m_countersBefore;
    std::int64_t m_logBegin = -1; ///< −1: there was no such file
};

} // namespace stampede
