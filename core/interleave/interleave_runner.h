// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_host.h"
#include "interleave/interleave_job.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace stampede {

/// What is carried out, one subject after the other.
struct InterleavePlan
{
    QList<InterleaveSubject> subjects;
    std::optional<InterleaveSubject> better; ///< shown where the only subject goes wrong
    QString schedule;                        ///< that order alone; empty: every one
    InterleaveOptions options{};

    /// Every order of the subject, and where it is issued without the row lock, with it as well.
    static InterleavePlan of(const InterleaveSubject &subject);
    /// The cells of interleaveMatrix(), each with fewer orders where there are many.
    static InterleavePlan ofMatrix(std::int64_t stock, std::optional<Situation> situation);
};

struct InterleaveProgress
{
    qsizetype cell = 0; ///< which subject, from 1; 0: none yet
    qint64 done = 0;    ///< orders of it
    qint64 wrong = 0;
    QString message; ///< what is waited for before that: "Starting the private server …"
};

struct InterleaveOutcome
{
    QList<InterleaveResult> results; ///< of the subjects, in their order; fewer after a stop
    std::optional<InterleaveResult> better;
    std::optional<InterleaveError> error;
};

/// Carries plans out, one at a time, on a private server that is started with the first and kept.
/// Nobody else may use that server meanwhile.
class InterleaveRunner
{
public:
    /// `tell` gets each message of the progress, in the thread of run(); may be empty.
    explicit InterleaveRunner(DatabaseUrl url, std::function<void(const QString &)> tell = {});
    ~InterleaveRunner();

    /// Returns when it is done or stopped. The error: there is no server. Any thread.
    Result<InterleaveOutcome, RunError> run(const InterleavePlan &plan,
                                            const std::stop_token &stop);
    /// Any thread.
    [[nodiscard]] InterleaveProgress progress() const;
    /// Whether the server runs, after run(): an error is then the fault of a statement.
    [[nodiscard]] bool isServerRunning() const;

private:
    void note(const InterleaveProgress &progress);

    DatabaseHost m_host;
    std::function<void(const QString &)> m_tell;
    mutable std::mutex m_mutex; ///< guards m_progress
    InterleaveProgress m_progress;
};

} // namespace stampede
