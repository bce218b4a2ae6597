// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario_reader.h"

#include <QByteArray>
#include <QStringList>

namespace stampede {

/// A scenario file with these members beside the schema.
inline QByteArray scenarioWith(const QByteArray &members)
{
    return R"({"schema":"stampede.scenario/1",)" + members + "}";
}

/// The faults of reading a file named s.json, or none.
inline QStringList faultsOf(const QByteArray &json, const QList<Override> &overrides = {})
{
    const auto scenario = readScenario(json, QStringLiteral("s.json"), overrides);
    return scenario ? QStringList() : scenario.error();
}

/// The faults as one text, a line each.
inline QString joined(const QStringList &faults)
{
    return faults.join(QLatin1Char('\n'));
}

} // namespace stampede
