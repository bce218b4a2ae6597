// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction_bounds.h"

#include <QList>

namespace stampede {

/// Nobody knows how far away the sale is, only on which side of the load: its clock has no zone.
inline constexpr std::int64_t kNoDistance = -1;

/// What the notes of a prediction speak of.
struct NoteContext
{
    const Scenario &scenario;
    const Prediction &prediction; ///< its figures and possible damage
    IssueModel rules;
    SaleTime sale = SaleTime::Open;
    std::int64_t saleDistanceMs = 0; ///< until the sale starts, or since it ended; or kNoDistance
    bool errorsForced = false;       ///< the server itself refuses changed rows
    std::int64_t undecided = 0;      ///< requests without a definite answer
    bool faultsAhead = false;        ///< the undecided are those that planned faults may bring
};

/// The notes in the order in which a person should read them, translated.
QList<PredictionNote> makeNotes(const NoteContext &context);

} // namespace stampede
