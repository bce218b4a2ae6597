// SPDX-License-Identifier: MIT
#include "interleave/interleave_json.h"

#include "base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace stampede {

namespace {

const QString kResultSchema = QStringLiteral("stampede.interleavings/1");

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonValue jsonOf(const QVariant &value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.toString());
}

QJsonArray jsonOf(const QVariantList &values)
{
    QJsonArray list;
    for (const QVariant &value : values) {
        list << jsonOf(value);
    }
    return list;
}

QJsonObject jsonOf(const ExecutedStatement &statement)
{
    return {{key("sql"), statement.sql},
            {key("values"), jsonOf(statement.values)},
            {key("columns"), QJsonArray::fromStringList(statement.columns)},
            {key("row"), jsonOf(statement.row)},
            {key("changed"), statement.changed < 0 ? QJsonValue() : QJsonValue(statement.changed)},
            {key("error_code"),
             statement.errorCode == 0 ? QJsonValue() : QJsonValue(statement.errorCode)}};
}

QJsonObject detailsOf(const Order &order)
{
    QJsonArray steps;
    for (const OrderStep &step : order.steps) {
        QJsonArray statements;
        for (const ExecutedStatement &statement : step.statements) {
            statements << jsonOf(statement);
        }
        steps << QJsonObject{{key("person"), QString(letterOf(step.person))},
                             {key("waited_until_step"),
                              step.waited ? QJsonValue(step.cameBackAfter + 1) : QJsonValue()},
                             {key("statements"), statements}};
    }
    QJsonArray faults;
    for (const OrderFault &fault : order.faults) {
        faults << QJsonObject{{key("kind"), fault.kind},
                              {key("title"), fault.title},
                              {key("sentence"), fault.sentence}};
    }
    return {{key("schedule"), order.schedule},
            {key("switches"), order.switches()},
            {key("answers"), QJsonArray::fromStringList(order.answers)},
            {key("faults"), faults},
            {key("steps"), steps}};
}

template<typename Key>
QJsonArray countsOf(const QMap<Key, qint64> &counts, const QString &name)
{
    QJsonArray list;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        list << QJsonObject{{name, QJsonValue(count.key())}, {key("schedules"), count.value()}};
    }
    return list;
}

QJsonValue serviceOf(const InterleaveSubject &subject)
{
    if (!subject.service) {
        return {};
    }
    const ServiceSettings &service = *subject.service;
    QJsonValue layers;
    if (service.strategy == StrategyKind::Pessimistic) {
        layers = QJsonObject{{key("rowLock"), service.layers.rowLock},
                             {key("duplicateCheck"), service.layers.duplicateCheck},
                             {key("uniqueKey"), service.layers.uniqueKey}};
    }
    return QJsonObject{{key("strategy"), strategyKey(service.strategy)},
                       {key("layers"), layers},
                       {key("isolation"), isolationKey(service.isolation)}};
}

QJsonObject cellOf(const InterleaveResult &result)
{
    const Interleavings &found = result.found;
    const InterleaveSubject &subject = result.subject;
    QJsonArray undecided;
    for (const UndecidedOrder &order : found.undecided) {
        undecided << QJsonObject{{key("prefix"), order.prefix}, {key("reason"), order.doubt}};
    }
    QJsonValue sampled;
    if (found.drawn) {
        sampled = QJsonObject{{key("seed"), static_cast<double>(found.seed)},
                              {key("estimated_schedules"), std::round(found.estimated)}};
    }
    const Order *const shortest = found.shortest();
    return {
        {key("service"), serviceOf(subject)},
        {key("transactions"),
         subject.transactions ? QJsonValue(subject.transactions->name) : QJsonValue()},
        {key("situation"),
         subject.transactions ? QJsonValue() : QJsonValue(situationKey(subject.situation))},
        {key("stock"), subject.transactions ? QJsonValue()
                       : subject.situation == Situation::LastCoupon
                           ? QJsonValue(1)
                           : QJsonValue(static_cast<qint64>(subject.stock))},
        {key("schedules"), found.orders.size()},
        {key("wrong"), found.wrong()},
        {key("undecided"), found.undecided.size()},
        {key("undecided_orders"), undecided},
        {key("asked_for"), found.askedFor.isEmpty() ? QJsonValue() : QJsonValue(found.askedFor)},
        {key("sampled"), sampled},
        {key("stopped"), found.stopped},
        {key("kinds"), countsOf(found.kinds(), key("kind"))},
        {key("faults"), countsOf(found.faults(), key("title"))},
        {key("errors"), countsOf(found.errors(), key("error_code"))},
        {key("answers"), countsOf(found.answers(), key("told"))},
        {key("shortest"), shortest == nullptr ? QJsonValue() : detailsOf(*shortest)},
        {key("took_ms"), static_cast<qint64>(found.tookNs / kNsPerMs)}};
}

} // namespace

QByteArray interleavingsToJson(const InterleaveResult &result)
{
    QJsonObject root = cellOf(result);
    root.insert(key("schema"), kResultSchema);
    root.insert(key("server"), result.found.product);
    QJsonArray orders;
    for (const Order &order : result.found.orders) {
        orders << QJsonObject{{key("schedule"), order.schedule},
                              {key("wrong"), order.isWrong()},
                              {key("answers"), QJsonArray::fromStringList(order.answers)},
                              {key("faults"), order.faultText()}};
    }
    root.insert(key("orders"), orders);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QByteArray interleavingsToJson(const QList<InterleaveResult> &cells)
{
    QJsonArray matrix;
    for (const InterleaveResult &cell : cells) {
        matrix << cellOf(cell);
    }
    const QJsonObject root = {{key("schema"), kResultSchema},
                              {key("server"), cells.isEmpty()
                                                  ? QJsonValue()
                                                  : QJsonValue(cells.constFirst().found.product)},
                              {key("matrix"), matrix}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace stampede
