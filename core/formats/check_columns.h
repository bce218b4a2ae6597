// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace stampede {

/// The name of a column of a check's rows for people; the keys are those of the result file.
QString columnTitle(const QString &key);

/// The answer that a cell of that column names; nothing where the column holds no answers.
std::optional<Outcome> answerIn(const QString &key, const QVariant &cell);

} // namespace stampede
