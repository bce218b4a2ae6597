#pragma once

#include "run/run_record.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace stampede {

/// One thing that was compared, in words.
struct ComparisonLine
{
    QString label;     ///< "Row lock"
    QStringList cells; ///< one a run, in their order
    QString remark;    ///< "the only difference", or empty
};

/// Two runs or more side by side; all of them are held against the first.
struct RunComparison
{
    /// What differs in scenario and surroundings, then answers, coupons left, audit, latency, rate.
    QList<ComparisonLine> lines;
    /// How figures were tested against noise, a sentence; empty where none could be.
    QString method;
};

/// At most so many runs are compared at once.
inline constexpr int kMostCompared = 6;

/// Pure; any thread. Needs no history.
RunComparison compareRuns(const QList<std::shared_ptr<const RunRecord>> &runs);

} // namespace stampede
