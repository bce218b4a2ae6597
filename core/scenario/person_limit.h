// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"

#include <QJsonValue>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace stampede {

/// How many coupons one person may hold: rows, whatever number of pieces each stands for.
struct PersonLimit
{
    std::optional<std::int64_t> limit = 1; ///< at least 1; nothing: as many as they like
    /// Columns of the issued rows: the limit holds among rows that are equal in them, one a day.
    QStringList within;

    [[nodiscard]] bool isOne() const { return limit == 1 && within.isEmpty(); }
    friend bool operator==(const PersonLimit &, const PersonLimit &) = default;
};

/// Reads `{ "limit": 1 | N | null, "within": ["column", …] }`; what is wrong goes to the sink, by
/// its path.
PersonLimit readPersonLimit(const QJsonValue &value, const QString &path,
                            const DiagnosticSink &fault);
QJsonValue personLimitToJson(const PersonLimit &limit);

} // namespace stampede
