// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"

#include <QJsonValue>
#include <QList>
#include <QString>

namespace stampede {

/// How ids of a column are written: as the column has them, or binary ones as hexadecimal digits.
enum class IdForm
{
    ByColumn, ///< BINARY(16) as Uuid, other binary columns as Hex, everything else as Text
    Text,
    Uuid, ///< 00112233-4455-6677-8899-aabbccddeeff
    Hex
};

QString idFormKey(IdForm form); ///< "text" …; empty for ByColumn

/// A test that a row has to pass to count.
struct RowCondition
{
    enum class Test
    {
        In,    ///< its value is one of `values`; none of them is NULL
        NotIn, ///< it is none of them; NULL is none of them
        IsNull,
        IsNotNull
    };

    QString column;
    Test test = Test::IsNull;
    QList<QJsonValue> values; ///< texts, numbers, true or false
};

/// A value of a condition as the database compares it: true is 1.
QString comparedText(const QJsonValue &value);

/// Reads a list of `{ "column", and one of "equals", "in", "notIn", "isNull" }`; what is wrong goes
/// to the sink, by its path.
QList<RowCondition> readConditions(const QJsonValue &value, const QString &path,
                                   const DiagnosticSink &fault);
QJsonValue conditionsToJson(const QList<RowCondition> &conditions);

} // namespace stampede
