// SPDX-License-Identifier: MIT
#include "scenario/json_path.h"

namespace stampede {

QJsonObject withValueAt(QJsonObject object, const QStringList &keys, const QJsonValue &value)
{
    const QString &key = keys.constFirst();
    if (keys.size() == 1) {
        if (value.isUndefined()) {
            object.remove(key);
        } else {
            object.insert(key, value);
        }
        return object;
    }
    const QJsonValue child = object.value(key);
    const bool goes = child.isUndefined() && value.isUndefined(); // there is nothing to take away
    if (!goes && (child.isObject() || child.isUndefined())) {
        object.insert(key, withValueAt(child.toObject(), keys.mid(1), value));
    }
    return object;
}

QJsonObject withValueAt(QJsonObject object, const QString &path, const QJsonValue &value)
{
    return withValueAt(std::move(object), path.split(QLatin1Char('.')), value);
}

QJsonValue valueAt(const QJsonObject &object, const QStringList &keys)
{
    const QJsonValue value = object.value(keys.constFirst());
    return keys.size() == 1 ? value : valueAt(value.toObject(), keys.mid(1));
}

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    return valueAt(object, path.split(QLatin1Char('.')));
}

} // namespace stampede
