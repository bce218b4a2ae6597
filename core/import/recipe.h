// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace stampede {

/// The tools that there is a recipe for: k6, jmeter, vegeta, locust.
QStringList recipeTools();
/// What to add to a script of that tool so that its run can be judged; empty for another tool.
QString recipeFor(const QString &tool);

} // namespace stampede
