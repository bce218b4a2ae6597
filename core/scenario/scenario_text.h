// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QJsonValue>
#include <QString>

namespace stampede {

/// The translation context of what this module says to people.
struct ScenarioText
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioText)
};

/// The text of a file or a command line made safe to print on one line: what is not printable is
/// written as \uXXXX.
QString escaped(const QString &text);

/// escaped(), and past 60 characters cut with "…".
QString printable(const QString &text);

/// A JSON value as a fault line shows it, e.g. `"ten"` or `0.5`; printable() is applied.
QString shown(const QJsonValue &value);

} // namespace stampede
