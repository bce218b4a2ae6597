// SPDX-License-Identifier: MIT
#include "profile/row_condition.h"

#include "profile/profile_text.h"
#include "scenario/object_fields.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stampede {

namespace {

constexpr qsizetype kMostConditions = 20;
constexpr qsizetype kMostValues = 100;
constexpr qsizetype kLongestValue = 200;

bool isValue(const QJsonValue &value)
{
    return value.isDouble() || value.isBool() ||
           (value.isString() && readText(value, 0, kLongestValue, Lines::One));
}

/// The values of one of the three tests that have any.
QList<QJsonValue> readValues(ObjectFields &fields, const char *key, const QJsonValue &value)
{
    const bool single = QLatin1String(key) == QLatin1String("equals");
    const QJsonArray list = single ? QJsonArray{value} : value.toArray();
    QList<QJsonValue> values;
    for (const QJsonValue each : list) {
        if (isValue(each)) {
            values << each;
        }
    }
    if (value.isArray() && list.isEmpty()) {
        fields.fault(QLatin1String(key), ProfileText::tr("is empty; must hold at least one value"));
        return values;
    }
    const bool fits = (single || value.isArray()) && !list.isEmpty() && list.size() <= kMostValues;
    if (!fits || values.size() != list.size()) {
        fields.fault(QLatin1String(key),
                     single ? ProfileText::tr("must be a text, a number, true or false (got %1); "
                                              "isNull asks for NULL")
                                  .arg(shown(value))
                            : ProfileText::tr("must be a list of 1 to %1 texts, numbers, true or "
                                              "false (got %2); isNull asks for NULL")
                                  .arg(QString::number(kMostValues), shown(value)));
    }
    return values;
}

RowCondition readCondition(const QJsonValue &value, const QString &path,
                           const DiagnosticSink &fault)
{
    RowCondition condition;
    ObjectFields fields(value, path, fault);
    if (!fields.isObject()) {
        return condition;
    }
    const QJsonValue name = fields.take("column");
    const auto column = readText(name, 1, kLongestIdentifier, Lines::One);
    if (column) {
        condition.column = column.value();
    } else {
        fields.fault(QStringLiteral("column"),
                     name.toString().isEmpty() && !name.isDouble()
                         ? ProfileText::tr("is missing; must be a column of the table")
                         : column.error());
    }
    int tests = 0;
    for (const char *key : {"equals", "in", "notIn"}) {
        if (const QJsonValue tested = fields.take(key); !tested.isUndefined()) {
            ++tests;
            condition.test = QLatin1String(key) == QLatin1String("notIn")
                                 ? RowCondition::Test::NotIn
                                 : RowCondition::Test::In;
            condition.values = readValues(fields, key, tested);
        }
    }
    if (const QJsonValue tested = fields.take("isNull"); !tested.isUndefined()) {
        ++tests;
        if (const auto flag = readFlag(tested)) {
            condition.test =
                flag.value() ? RowCondition::Test::IsNull : RowCondition::Test::IsNotNull;
        } else {
            fields.fault(QStringLiteral("isNull"), flag.error());
        }
    }
    if (tests != 1) {
        fault(path, ProfileText::tr("must have one of equals, in, notIn and isNull"));
    }
    fields.endHere();
    return condition;
}

} // namespace

QString idFormKey(IdForm form)
{
    switch (form) {
    case IdForm::ByColumn:
        return {};
    case IdForm::Text:
        return QStringLiteral("text");
    case IdForm::Uuid:
        return QStringLiteral("uuid");
    case IdForm::Hex:
        return QStringLiteral("hex");
    }
    return {};
}

QString comparedText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    }
    return value.isString() ? value.toString() : value.toVariant().toString();
}

QList<RowCondition> readConditions(const QJsonValue &value, const QString &path,
                                   const DiagnosticSink &fault)
{
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > kMostConditions) {
        fault(path, ProfileText::tr("must be a list of at most %1 conditions (got %2)")
                        .arg(QString::number(kMostConditions), shown(value)));
        return {};
    }
    QList<RowCondition> conditions;
    for (qsizetype i = 0; i < list.size(); ++i) {
        conditions << readCondition(list[i], QStringLiteral("%1[%2]").arg(path).arg(i), fault);
    }
    return conditions;
}

QJsonValue conditionsToJson(const QList<RowCondition> &conditions)
{
    QJsonArray list;
    for (const RowCondition &condition : conditions) {
        QJsonObject object{{QStringLiteral("column"), condition.column}};
        QJsonArray values;
        for (const QJsonValue &value : condition.values) {
            values.append(value);
        }
        switch (condition.test) {
        case RowCondition::Test::In:
            if (values.size() == 1) {
                object.insert(QStringLiteral("equals"), values.first());
            } else {
                object.insert(QStringLiteral("in"), values);
            }
            break;
        case RowCondition::Test::NotIn:
            object.insert(QStringLiteral("notIn"), values);
            break;
        case RowCondition::Test::IsNull:
        case RowCondition::Test::IsNotNull:
            object.insert(QStringLiteral("isNull"), condition.test == RowCondition::Test::IsNull);
            break;
        }
        list.append(object);
    }
    return list;
}

} // namespace stampede
