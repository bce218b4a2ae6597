#pragma once

#include <QJsonObject>
#include <QString>

namespace stampede {

/// `object` with `value` at a dotted path. Missing objects on the way are made; where something
/// else than an object stands in the way, nothing is changed.
QJsonObject withValueAt(QJsonObject object, const QString &path, const QJsonValue &value);

} // namespace stampede
