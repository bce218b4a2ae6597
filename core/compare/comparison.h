// SPDX-License-Identifier: MIT
#pragma once
// compare: two runs or more side by side, and whether what sets them apart is more than noise.

#include "compare/more_than_noise.h"
#include "record/run_record.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace stampede {

/// One thing that was compared, in words.
struct ComparisonLine
{
    QString label;     ///< "Row lock"
    QStringList cells; ///< one a run, in their order
    QString remark;    ///< "the only difference", or empty
};

/// A figure of every run, the mean over its rounds.
struct ComparedFigure
{
    QString key;                              ///< "issued_p95_ns", "issued_per_second" …
    std::vector<std::optional<double>> means; ///< nothing where a run has no such figure
    std::vector<NoiseTest> tests;             ///< each run against the first
};

/// Two runs or more side by side; all of them are held against the first.
struct RunComparison
{
    /// Of every run what tells it apart, a line each: its place and id, "1 · 7f3a91", when it
    /// began, and, where little differs, its values of that: "Row lock: off".
    QStringList heads;
    /// What differs in scenario and surroundings, then answers, coupons left, audit, latency, rate.
    QList<ComparisonLine> lines;
    QStringList differing; ///< the paths of the settings that do
    QList<ComparedFigure> figures;
    /// How figures were tested against noise, a sentence; empty where none could be.
    QString method;
};

/// At most so many runs are compared at once.
inline constexpr int kMostCompared = 6;

/// Pure; any thread. Needs no history.
RunComparison compareRuns(const QList<std::shared_ptr<const RunRecord>> &runs);

} // namespace stampede
