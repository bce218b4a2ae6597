// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"

#include <QJsonValue>
#include <QString>

#include <concepts>
#include <cstdint>
#include <optional>

namespace stampede {

/// Whole numbers as JSON has them: exact up to 2^53.
inline QJsonValue number(std::integral auto value)
{
    return QJsonValue(static_cast<qint64>(value));
}

inline QJsonValue optionalNumber(const std::optional<std::int64_t> &value)
{
    return value ? number(*value) : QJsonValue(QJsonValue::Null);
}

inline QJsonValue optionalReal(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

/// null where there is no text.
inline QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// The outcome's name in files.
inline QString keyOf(Outcome outcome)
{
    const std::string_view key = outcomeKey(outcome);
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

} // namespace stampede
