// SPDX-License-Identifier: MIT
#include "interleave/interleave_runner.h"

#include "database/private_server.h"

namespace stampede {

namespace {

constexpr int kConnections = 32;

} // namespace

InterleavePlan InterleavePlan::of(const InterleaveSubject &subject)
{
    InterleavePlan plan;
    plan.subjects << subject;
    if (subject.service && subject.service->strategy == StrategyKind::Pessimistic &&
        !subject.service->layers.rowLock) {
        plan.better = subject;
        plan.better->service->layers.rowLock = true;
    }
    return plan;
}

InterleavePlan InterleavePlan::ofMatrix(std::int64_t stock, std::optional<Situation> situation)
{
    InterleavePlan plan;
    plan.subjects = interleaveMatrix(stock, situation);
    plan.options.mostExhaustive = kMostExhaustiveOfMatrix;
    plan.options.drawn = kDrawnOrdersOfMatrix;
    return plan;
}

InterleaveRunner::InterleaveRunner(DatabaseUrl url, std::function<void(const QString &)> tell)
    : m_host(std::move(url), {})
    , m_tell(std::move(tell))
{}

InterleaveRunner::~InterleaveRunner() = default;

void InterleaveRunner::note(const InterleaveProgress &progress)
{
    const std::lock_guard lock(m_mutex);
    m_progress = progress;
}

InterleaveProgress InterleaveRunner::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

bool InterleaveRunner::isServerRunning() const
{
    return m_host.privateServer() != nullptr && m_host.privateServer()->isRunning();
}

Result<InterleaveOutcome, RunError> InterleaveRunner::run(const InterleavePlan &plan,
                                                          const std::stop_token &stop)
{
    InterleaveProgress progress;
    note(progress);
    const auto server = m_host.open(kConnections, [&](const QString &message) {
        progress.message = message;
        note(progress);
        if (m_tell) {
            m_tell(message);
        }
    });
    if (!server) {
        return Failure{server.error()};
    }
    InterleaveOutcome outcome;
    InterleaveOptions options = plan.options;
    options.progress = [&](qint64 orders, qint64 wrong) {
        progress.done = orders;
        progress.wrong = wrong;
        note(progress);
    };
    for (const InterleaveSubject &subject : plan.subjects) {
        progress = {progress.cell + 1, 0, 0, {}};
        note(progress);
        auto result = carryOut(server.value(), subject, plan.schedule, options, stop);
        if (!result) {
            outcome.error = result.error();
            return outcome;
        }
        outcome.results << std::move(result).value();
        if (outcome.results.constLast().found.stopped) {
            outcome.error = InterleaveError{true, {}};
            return outcome;
        }
    }
    if (plan.better && plan.schedule.isEmpty() && outcome.results.constFirst().found.wrong() > 0) {
        if (auto better = carryOut(server.value(), *plan.better, {}, options, stop); better) {
            outcome.better = std::move(better).value();
        }
    }
    return outcome;
}

} // namespace stampede
