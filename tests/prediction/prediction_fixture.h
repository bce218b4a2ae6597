// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"
#include "scenario/scenario_reader.h"

namespace stampede {

/// The start of every run here, in ms of the Unix epoch.
inline constexpr std::int64_t kNow = 1'790'000'000'000;

/// A preset that must exist.
inline Scenario preset(const char *id)
{
    return loadScenario(QString::fromLatin1(id)).value();
}

/// The preset hundred-users with these protections.
inline Scenario hundredUsers(Layers layers)
{
    Scenario scenario = preset("hundred-users");
    scenario.service.layers = layers;
    return scenario;
}

/// The codes of notes, in order.
inline QStringList codes(const QList<PredictionNote> &notes)
{
    QStringList list;
    for (const PredictionNote &note : notes) {
        list.append(note.code);
    }
    return list;
}

/// The sentence of the first note of that code, or nothing.
inline QString textOf(const QList<PredictionNote> &notes, const char *code)
{
    for (const PredictionNote &note : notes) {
        if (note.code == QLatin1String(code)) {
            return note.text;
        }
    }
    return {};
}

/// "7", "1-7", or "1-" where nothing bounds it.
inline QString plainRange(const Range &range)
{
    if (range.exact()) {
        return QString::number(range.min);
    }
    return QStringLiteral("%1-%2").arg(range.min).arg(range.max ? QString::number(*range.max)
                                                                : QString());
}

/// "issued 100 already 996 out 0 left 100", and what damage is possible.
inline QString figures(const Prediction &prediction)
{
    const PossibleDamage &possible = prediction.possible;
    return QStringLiteral("issued %1 already %2 out %3 left %4%5%6%7")
        .arg(plainRange(prediction.issued), plainRange(prediction.alreadyIssued),
             plainRange(prediction.outOfStock), plainRange(prediction.remaining),
             possible.oversell ? QStringLiteral(" oversell") : QString(),
             possible.drift ? QStringLiteral(" drift") : QString(),
             possible.duplicates ? QStringLiteral(" duplicates") : QString());
}

} // namespace stampede
