#pragma once

#include "hot_row/hot_row.h"

#include <QJsonValue>

#include <optional>

namespace stampede {

/// The part `hot_row` of a result file (docs/files.md); null where the run has none.
QJsonValue hotRowToJson(const std::optional<HotRow> &hotRow);

} // namespace stampede
