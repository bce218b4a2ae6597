// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"
#include "scenario/scenario.h"

#include <QJsonValue>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace stampede {

/// The most pieces that one request can ask for.
inline constexpr std::int64_t kMostPiecesAsked = 4'294'967'295;

/// Reads `target.quantity`: a whole number from 1 on, or "{column}" of the people's file. The error
/// says what it must be.
Result<AskedQuantity, QString> readQuantity(const QJsonValue &value);
QJsonValue quantityToJson(const AskedQuantity &quantity);

/// How many pieces a request asks for that takes this row of the people's file (UserPicker::rowOf()
/// of the request; of no matter where there is no file). Nothing where the scenario does not say,
/// or names a column of a file that is not loaded: a kept run does not hold it. At least 1. Any
/// thread.
std::optional<std::int64_t> quantityOf(const Scenario &scenario, std::size_t userFileRow);

/// The fewest and the most pieces that a request of this scenario can ask for.
struct PiecesAsked
{
    std::int64_t fewest = 1;
    std::int64_t most = 1;
    friend bool operator==(const PiecesAsked &, const PiecesAsked &) = default;
};
/// Nothing as of quantityOf().
std::optional<PiecesAsked> piecesAsked(const Scenario &scenario);

/// Tells the first values of that column of the people's file that are no whole numbers from 1 on,
/// each with its line, and how many more there are.
void tellWrongQuantities(const Scenario &scenario, const DiagnosticSink &fault);

} // namespace stampede
