// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// What a list shows of a kept run, without reading its record.
struct RunSummary
{
    QString id;
    QDateTime startedAt; ///< UTC
    QString scenario;    ///< its name
    QString name;        ///< given by a person, or empty
    QString note;        ///< free words, or empty
    bool baseline = false;
    std::optional<StrategyKind> strategy; ///< nothing for a service of somebody else
    std::optional<Layers> layers;         ///< nothing where the strategy has no switches
    bool answersOnly = false;             ///< nobody saw the rows
    RunVerdict verdict = RunVerdict::Inconclusive;
    int findings = 0;
    int warnings = 0;
    int rounds = 1;
    std::int64_t requests = 0;
    std::int64_t issued = 0;
    std::int64_t alreadyIssued = 0;
    std::int64_t outOfStock = 0;
    std::optional<std::int64_t> issuedP95Ns; ///< service time; nothing where none was issued
    std::int64_t bytes = 0;                  ///< that the run takes in the archive
    QList<LaterVerdict> judgedAgain;         ///< by later audits, the oldest first

    /// The latest audit's where there is one, else the run's own; likewise its findings.
    [[nodiscard]] RunVerdict newestVerdict() const
    {
        return judgedAgain.isEmpty() ? verdict : judgedAgain.constLast().verdict;
    }
    [[nodiscard]] int newestFindings() const
    {
        return judgedAgain.isEmpty() ? findings : judgedAgain.constLast().findings;
    }

    /// The name where it has one, else the scenario's.
    [[nodiscard]] const QString &title() const { return name.isEmpty() ? scenario : name; }
    /// The first six digits of the id, for people.
    [[nodiscard]] QString shortId() const { return id.left(6); }
};

/// The figures of the record; what people say of the run and its bytes are left as they are.
RunSummary summaryOf(const RunRecord &record);

/// "held", "held, 2 warnings", "broken (3)": the verdict in a list. With a later audit: "held; at
/// the run: not decided".
QString shortVerdict(const RunSummary &run);

/// "▣▣▢" for row lock, duplicate check and unique key; "–" where there are no such switches.
QString protectionMarks(const RunSummary &run);

} // namespace stampede
