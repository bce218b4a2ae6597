#include "scenario/json_path.h"

namespace stampede {

QJsonObject withValueAt(QJsonObject object, const QString &path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    if (dot < 0) {
        object.insert(path, value);
        return object;
    }
    const QString key = path.left(dot);
    const QJsonValue child = object.value(key);
    if (child.isObject() || child.isUndefined()) {
        object.insert(key, withValueAt(child.toObject(), path.mid(dot + 1), value));
    }
    return object;
}

} // namespace stampede
