// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "report/drawing.h"

#include <QString>

#include <array>
#include <optional>

namespace stampede {

/// A chart of a run: what it shows, in words too.
struct Chart
{
    QString title;
    QString remark; ///< unit, width of the steps
    QString description;
    Drawing drawing;
};

/// What the lines of issued and left do: "Issued rises to 35 at 0.051 s and stays; 0 left."
QString issuedSentence(const RunRecord &record);

/// The charts, drawn from the timeline: at most 300 points a series, whatever the run held.
/// Below 300 requests the answers are one stroke each; up to kMostDots the latency has a dot for
/// each.
Chart issuedAndLeft(const RunRecord &record);
Chart answersByOutcome(const RunRecord &record);
Chart latencyOfAnswers(const RunRecord &record);
Chart requestsUnderWay(const RunRecord &record);
Chart answersASecond(const RunRecord &record);

/// What went wrong with a request, each of its own kind.
inline constexpr std::array kErrorKinds = {Outcome::Contention,     Outcome::ServerError,
                                           Outcome::NotSent,        Outcome::NotFound,
                                           Outcome::InvalidRequest, Outcome::Unknown};

/// Nothing where there was no error.
std::optional<Chart> errorsByKind(const RunRecord &record);

} // namespace stampede
