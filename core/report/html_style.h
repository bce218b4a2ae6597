// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace stampede {

/// The style sheet of a report. `footer` stands at the foot of every printed sheet.
QString htmlStyle(const QString &footer);

} // namespace stampede
