// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/scenario_reader.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace stampede {

/// One setting and the values that it takes in turn.
struct SweepAxis
{
    QString path;       ///< e.g. "load.vus"
    QStringList values; ///< as typed, at least one, each once
};

/// Of one sweep: more are refused, as nobody waits for them.
inline constexpr qsizetype kMostSweptRuns = 1000;

/// Reads "load.vus=10,50,100". Commas inside quotes, brackets and braces belong to a value. The
/// error says what is wrong with it.
Result<SweepAxis, QString> parseSweepAxis(const QString &text);

/// Every combination, the last axis changing fastest; the overrides of one run each. The error says
/// what cannot be swept: a setting named twice, or more than kMostSweptRuns combinations.
Result<QList<QList<Override>>, QString> sweepRuns(const QList<SweepAxis> &axes);

} // namespace stampede
