#pragma once

#include "scenario/scenario.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>

namespace stampede {

/// Bounds of a figure, both included. No `max` means that nothing bounds it.
struct Range
{
    std::int64_t min = 0;
    std::optional<std::int64_t> max;
    [[nodiscard]] bool contains(std::int64_t value) const
    {
        return value >= min && (!max || value <= *max);
    }
    [[nodiscard]] bool exact() const { return max && *max == min; }
    friend bool operator==(const Range &, const Range &) = default;
};

/// "100", "10 to 100" or "0 or more".
QString rangeText(const Range &range);

/// A remark of the prediction: a stable code and its sentence.
struct PredictionNote
{
    QString code;
    QString text;
    friend bool operator==(const PredictionNote &, const PredictionNote &) = default;
};

/// Damage that the scenario makes possible.
struct PossibleDamage
{
    bool oversell = false;
    bool drift = false;
    bool duplicates = false;
    [[nodiscard]] bool any() const { return oversell || drift || duplicates; }
    friend bool operator==(const PossibleDamage &, const PossibleDamage &) = default;
};

/// What must come out of a run, known before it begins.
struct Prediction
{
    Range requests;
    std::int64_t distinctUsers =
        0; ///< people that will be drawn (at most, where requests are open)
    Range issued;
    Range remaining; ///< the stock column at the end
    Range alreadyIssued;
    Range outOfStock;
    Range outsideSale; ///< not started plus expired
    PossibleDamage possible;
    QList<PredictionNote> notes;
};

/// What is known of the server before the run and changes what must come out.
struct ServerFacts
{
    /// The server refuses changed rows and the session may not switch that off: errors 1020 come
    /// instead of oversold coupons.
    bool snapshotIsolationForced = false;
};

/// The bounds of the contract for every combination of layers. Sources: the rules in
/// docs/prediction.md. `runStartEpochMs` fixes relative sale times.
Prediction predict(const Scenario &scenario, std::int64_t runStartEpochMs,
                   const ServerFacts &facts = {});

/// The same for the requests that were really made: `users` holds the person of each, in order of
/// request; `undecided` of them ended without a definite answer (contention, server error, unknown,
/// interrupted, not sent), which widens the bounds.
Prediction predictAsked(const Scenario &scenario, std::int64_t runStartEpochMs,
                        std::span<const std::int64_t> users, std::int64_t undecided,
                        const ServerFacts &facts = {});

/// The notes `figures-contradict`, `limit-impossible` and `limit-certain` for the scenario's
/// thresholds.
QList<PredictionNote> judgeThresholdsBeforehand(const Scenario &scenario,
                                                const Prediction &prediction);

} // namespace stampede
