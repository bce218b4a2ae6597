// SPDX-License-Identifier: MIT
#include "scenario/object_fields.h"

#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "text/nearest_name.h"

#include <utility>

namespace stampede {

ObjectFields::ObjectFields(const QJsonValue &value, QString path, const DiagnosticSink &fault)
    : m_object(value.toObject())
    , m_path(std::move(path))
    , m_fault(fault)
    , m_isObject(value.isObject())
{
    if (!m_isObject) {
        m_good = false;
        m_fault(m_path, ScenarioText::tr("must be an object (got %1)").arg(shown(value)));
    }
}

QString ObjectFields::pathOf(const QString &key) const
{
    return m_path + QLatin1Char('.') + key;
}

void ObjectFields::fault(const QString &key, const QString &text) const
{
    m_good = false;
    m_fault(pathOf(key), text);
}

bool ObjectFields::has(const char *key) const
{
    return m_object.contains(QLatin1String(key));
}

QJsonValue ObjectFields::take(const char *key)
{
    m_taken << QLatin1String(key);
    const auto found = m_object.constFind(QLatin1String(key));
    return found == m_object.constEnd() ? QJsonValue(QJsonValue::Undefined) : found.value();
}

std::optional<QString> ObjectFields::text(const char *key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    const auto read = readText(value, 1, 4096, Lines::One);
    if (!read) {
        fault(QLatin1String(key), read.error());
        return std::nullopt;
    }
    return read.value();
}

void ObjectFields::endHere()
{
    for (const QString &key : m_object.keys()) {
        if (m_taken.contains(key)) {
            continue;
        }
        const QString near = text::nearestName(key, m_taken);
        fault(printable(key),
              near.isEmpty()
                  ? ScenarioText::tr("unknown setting; possible here: %1")
                        .arg(m_taken.join(QStringLiteral(", ")))
                  : ScenarioText::tr("unknown setting (did you mean %1?)").arg(pathOf(near)));
    }
}

} // namespace stampede
