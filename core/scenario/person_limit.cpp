// SPDX-License-Identifier: MIT
#include "scenario/person_limit.h"

#include "scenario/object_fields.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stampede {

namespace {

constexpr std::int64_t kMostPerPerson = 1'000'000;
constexpr qsizetype kMostColumns = 8;

QStringList readColumns(ObjectFields &fields)
{
    const QString key = QStringLiteral("within");
    const QJsonValue value = fields.take("within");
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > kMostColumns) {
        fields.fault(key, ScenarioText::tr("must be a list of at most %1 columns (got %2)")
                              .arg(QString::number(kMostColumns), shown(value)));
        return {};
    }
    QStringList columns;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const auto name = readText(list[i], 1, kLongestIdentifier, Lines::One);
        if (name) {
            columns << name.value();
        } else {
            fields.fault(QStringLiteral("within[%1]").arg(i), name.error());
        }
    }
    return columns;
}

} // namespace

PersonLimit readPersonLimit(const QJsonValue &value, const QString &path,
                            const DiagnosticSink &fault)
{
    PersonLimit read;
    ObjectFields fields(value, path, fault);
    const QJsonValue limit = fields.take("limit");
    if (limit.isNull()) {
        read.limit.reset();
    } else if (!limit.isUndefined()) {
        if (const auto number = readWhole(limit, 1, kMostPerPerson)) {
            read.limit = number.value();
        } else {
            fields.fault(QStringLiteral("limit"), number.error());
        }
    }
    read.within = readColumns(fields);
    if (!read.limit && !read.within.isEmpty()) {
        fields.fault(QStringLiteral("within"),
                     ScenarioText::tr("means nothing where there is no limit (perPerson.limit is "
                                      "null)"));
    }
    if (fields.isObject()) {
        fields.endHere();
    }
    return read;
}

QJsonValue personLimitToJson(const PersonLimit &limit)
{
    return QJsonObject{{QStringLiteral("limit"), limit.limit
                                                     ? QJsonValue(static_cast<qint64>(*limit.limit))
                                                     : QJsonValue(QJsonValue::Null)},
                       {QStringLiteral("within"), QJsonArray::fromStringList(limit.within)}};
}

} // namespace stampede
