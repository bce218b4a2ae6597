// SPDX-License-Identifier: MIT
#pragma once

#include "picture/drawing.h"
#include "record/run_record.h"

#include <QString>

#include <array>
#include <optional>

namespace stampede {

/// What the lines of issued and left do: "Issued rises to 35 at 0.051 s and stays; 0 left."
QString issuedSentence(const RunRecord &record);

/// The charts, drawn from the timeline: at most 300 points a series, whatever the run held.
/// Below 300 requests the answers are one stroke each; up to kMostDots the latency has a dot for
/// each.
Picture issuedAndLeft(const RunRecord &record);
Picture answersByOutcome(const RunRecord &record);
Picture latencyOfAnswers(const RunRecord &record);
Picture requestsUnderWay(const RunRecord &record);
Picture answersASecond(const RunRecord &record);

/// What went wrong with a request, each of its own kind.
inline constexpr std::array kErrorKinds = {Outcome::Contention,     Outcome::ServerError,
                                           Outcome::NotSent,        Outcome::NotFound,
                                           Outcome::InvalidRequest, Outcome::Unknown};

/// Nothing where there was no error.
std::optional<Picture> errorsByKind(const RunRecord &record);

} // namespace stampede
