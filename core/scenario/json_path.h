// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace stampede {

/// `object` with `value` at a dotted path. Missing objects on the way are made; where something
/// else than an object stands in the way, nothing is changed.
QJsonObject withValueAt(QJsonObject object, const QString &path, const QJsonValue &value);
/// The same where keys may hold dots themselves. An undefined value takes the last key away.
QJsonObject withValueAt(QJsonObject object, const QStringList &keys, const QJsonValue &value);

/// The value at a dotted path; undefined where there is none.
QJsonValue valueAt(const QJsonObject &object, const QString &path);
QJsonValue valueAt(const QJsonObject &object, const QStringList &keys);

} // namespace stampede
