// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace stampede::test {

/// Where a value is not what a JSON Schema says, one line each, "/state/rows: is no integer". Knows
/// the keywords that docs/*.schema.json use; any other is a fault of the schema and told as one, so
/// that nothing is passed over unseen.
QStringList schemaFaults(const QJsonObject &schema, const QJsonValue &value);

/// The same for a schema of docs/ by its name, "runs" for runs.schema.json; it may refer to others.
QStringList schemaFaults(const QString &name, const QJsonValue &value);

} // namespace stampede::test
