// SPDX-License-Identifier: MIT
#include "interleave/order.h"

#include "database/connection.h"

#include <algorithm>

namespace stampede {

namespace {

QString literal(const QVariant &value)
{
    if (value.isNull()) {
        return QStringLiteral("NULL");
    }
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
        return value.toString();
    default:
        return quotedText(value.toString());
    }
}

} // namespace

QString ExecutedStatement::written() const
{
    QString text;
    qsizetype next = 0;
    QChar quote;
    for (const QChar letter : sql) {
        if (!quote.isNull()) {
            quote = letter == quote ? QChar() : quote;
        } else if (letter == QLatin1Char('\'') || letter == QLatin1Char('"') ||
                   letter == QLatin1Char('`')) {
            quote = letter;
        } else if (letter == QLatin1Char('?') && next < values.size()) {
            text += literal(values[next++]);
            continue;
        }
        text += letter;
    }
    return text;
}

int Order::switches() const
{
    int count = 0;
    for (qsizetype at = 1; at < schedule.size(); ++at) {
        count += schedule[at] != schedule[at - 1] ? 1 : 0;
    }
    return count;
}

QString Order::faultText() const
{
    QStringList titles;
    for (const OrderFault &fault : faults) {
        titles << fault.title;
    }
    titles.sort();
    titles.removeDuplicates();
    return titles.join(QStringLiteral(", "));
}

QList<int> Order::errorCodes() const
{
    QList<int> codes;
    for (const OrderStep &step : steps) {
        for (const ExecutedStatement &statement : step.statements) {
            if (statement.errorCode != 0 && !codes.contains(statement.errorCode)) {
                codes << statement.errorCode;
            }
        }
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace stampede
