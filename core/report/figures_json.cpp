#include "report/figures_json.h"

#include "report/json_values.h"

#include <QJsonArray>

namespace stampede {

namespace {

constexpr double kNsPerUsReal = 1e3;

QJsonValue latencyToJson(const LatencyFigures &figures)
{
    if (figures.count == 0) {
        return QJsonValue::Null;
    }
    const auto us = [](double ns) { return QJsonValue(ns / kNsPerUsReal); };
    return QJsonObject{{QStringLiteral("count"), number(figures.count)},
                       {QStringLiteral("min_us"), us(static_cast<double>(figures.minNs))},
                       {QStringLiteral("mean_us"), us(figures.meanNs)},
                       {QStringLiteral("p50_us"), us(static_cast<double>(figures.p50Ns))},
                       {QStringLiteral("p90_us"), us(static_cast<double>(figures.p90Ns))},
                       {QStringLiteral("p95_us"), us(static_cast<double>(figures.p95Ns))},
                       {QStringLiteral("p99_us"), us(static_cast<double>(figures.p99Ns))},
                       {QStringLiteral("p999_us"), us(static_cast<double>(figures.p999Ns))},
                       {QStringLiteral("max_us"), us(static_cast<double>(figures.maxNs))}};
}

QJsonObject latencyTableToJson(const LatencyTable &table)
{
    QJsonObject object = {{QStringLiteral("all"), latencyToJson(table.all)}};
    for (const Outcome outcome : kAllOutcomes) {
        object.insert(keyOf(outcome), latencyToJson(table.byOutcome[indexOf(outcome)]));
    }
    return object;
}

} // namespace

QJsonObject outcomesToJson(const OutcomeCounts &outcomes)
{
    QJsonObject object;
    for (const Outcome outcome : kAllOutcomes) {
        object.insert(keyOf(outcome), number(outcomes.of(outcome)));
    }
    object.insert(QStringLiteral("total"), number(outcomes.total()));
    return object;
}

QJsonObject timelineToJson(const Timeline &timeline)
{
    QJsonObject series;
    const auto add = [&series, &timeline](const QString &name, auto &&valueOf) {
        QJsonArray values;
        for (const TimelineBucket &bucket : timeline.buckets) {
            values.append(valueOf(bucket));
        }
        series.insert(name, values);
    };
    for (const Outcome outcome : kAllOutcomes) {
        add(keyOf(outcome), [outcome](const TimelineBucket &bucket) {
            return QJsonValue(static_cast<qint64>(bucket.answers[indexOf(outcome)]));
        });
    }
    const auto orNull = [](std::int64_t value, bool there) {
        return there ? number(value) : QJsonValue(QJsonValue::Null);
    };
    add(QStringLiteral("asked"),
        [](const TimelineBucket &bucket) { return QJsonValue(static_cast<qint64>(bucket.asked)); });
    add(QStringLiteral("in_flight"), [](const TimelineBucket &bucket) {
        return QJsonValue(static_cast<qint64>(bucket.inFlight));
    });
    add(QStringLiteral("issued_total"),
        [](const TimelineBucket &bucket) { return number(bucket.issuedTotal); });
    add(QStringLiteral("remaining"), [&orNull](const TimelineBucket &bucket) {
        return orNull(bucket.stock, bucket.stock >= 0);
    });
    const auto percentile = [&add](const QString &name, std::int64_t TimelineBucket::*field) {
        add(name, [field](const TimelineBucket &bucket) {
            return bucket.*field == 0
                       ? QJsonValue(QJsonValue::Null)
                       : QJsonValue(static_cast<double>(bucket.*field) / kNsPerUsReal);
        });
    };
    percentile(QStringLiteral("issued_p50_us"), &TimelineBucket::issuedP50Ns);
    percentile(QStringLiteral("issued_p95_us"), &TimelineBucket::issuedP95Ns);
    percentile(QStringLiteral("issued_p99_us"), &TimelineBucket::issuedP99Ns);
    return {{QStringLiteral("bucket_ms"), static_cast<double>(timeline.bucketNs) / 1e6},
            {QStringLiteral("series"), series}};
}

QJsonObject generatorToJson(const RunRecord &record)
{
    const GeneratorFigures &generator = record.generator;
    QJsonArray rateChanges;
    for (const RateChange &change : generator.rateChanges) {
        rateChanges.append(
            QJsonObject{{QStringLiteral("at_ms"), static_cast<double>(change.atNs) / 1e6},
                        {QStringLiteral("requests_per_second"), change.perSecond}});
    }
    const auto ifKnown = [&record](const QJsonValue &value) {
        return record.knowsGenerator() ? value : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("valid"), generator.valid},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(generator.reasons)},
            {QStringLiteral("cpu_seconds"), ifKnown(generator.cpuSeconds)},
            {QStringLiteral("cpu_us_per_request"), ifKnown(generator.cpuUsPerRequest)},
            {QStringLiteral("lateness_p99_us"), ifKnown(number(generator.latenessP99Us))},
            {QStringLiteral("dropped"), ifKnown(number(generator.dropped))},
            {QStringLiteral("unsent_at_stop"), ifKnown(number(generator.unsentAtStop))},
            {QStringLiteral("rate_changes"), rateChanges},
            {QStringLiteral("ui_cpu_seconds"), optionalReal(generator.uiCpuSeconds)},
            {QStringLiteral("ui_longest_stall_ms"), optionalReal(generator.uiLongestStallMs)}};
}

QJsonObject throughputToJson(const ThroughputFigures &throughput)
{
    return {{QStringLiteral("answers_per_second"), throughput.answersPerSecond},
            {QStringLiteral("issued_per_second"), throughput.issuedPerSecond},
            {QStringLiteral("duration_seconds"), throughput.durationSeconds}};
}

QJsonObject latencyToJson(const LatencyTable &service, const LatencyTable &response)
{
    return {{QStringLiteral("service"), latencyTableToJson(service)},
            {QStringLiteral("response"), latencyTableToJson(response)}};
}

} // namespace stampede
