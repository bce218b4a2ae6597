// SPDX-License-Identifier: MIT
#include "report/strategy_rows.h"

#include "report/report_words.h"

#include "base/clock.h"
#include "record/verdict.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using text::count;

bool isOurs(const RunRecord &record)
{
    return record.scenario.target.kind == TargetKind::InProcess;
}

QString perCoupon(std::int64_t ns, std::int64_t coupons)
{
    return coupons == 0 ? QStringLiteral("–")
                        : text::latencyMs(static_cast<double>(ns) / static_cast<double>(coupons));
}

QString optionalCount(const std::optional<std::int64_t> &value)
{
    return value ? count(*value) : QStringLiteral("–");
}

QString serverCpu(const RunRecord &record)
{
    const auto answers = static_cast<double>(record.outcomes.total());
    return record.counters.cpuUs && answers > 0
               ? count(std::llround(static_cast<double>(*record.counters.cpuUs) / answers))
               : QStringLiteral("–");
}

QStringList strategyLine(const RunRecord &record)
{
    const RowHold hold = record.hotRow ? record.hotRow->hold : RowHold();
    return {strategyKey(record.scenario.service.strategy),
            count(record.scenario.load.vus),
            verdictText(record).word,
            count(std::llround(record.throughput.issuedPerSecond)),
            count(std::llround(record.throughput.answersPerSecond)),
            perCoupon(hold.toWriteNs + hold.toCommitNs, hold.issued),
            perCoupon(hold.toWriteNs, hold.issued),
            perCoupon(hold.toCommitNs, hold.issued),
            optionalCount(record.counters.deadlocks),
            count(record.retries),
            count(hold.overtaken + hold.emptyHanded),
            count(std::llround(record.generator.cpuUsPerRequest)),
            serverCpu(record)};
}

} // namespace

QList<QStringList> strategyRows(const QList<const RunRecord *> &runs)
{
    QList<QStringList> rows;
    for (const RunRecord *run : runs) {
        if (!isOurs(*run)) {
            continue;
        }
        if (rows.isEmpty()) {
            rows.append({ReportText::tr("strategy"), ReportText::tr("VUs"),
                         ReportText::tr("verdict"), ReportText::tr("issued/s"),
                         ReportText::tr("answers/s"), ReportText::tr("row held, ms"),
                         ReportText::tr("to write"), ReportText::tr("to commit"),
                         ReportText::tr("deadlocks"), ReportText::tr("tries again"),
                         ReportText::tr("overtaken"), ReportText::tr("CPU, µs"),
                         ReportText::tr("server CPU, µs")});
        }
        rows.append(strategyLine(*run));
    }
    return rows;
}

bool strategiesDiffer(const QList<const RunRecord *> &runs)
{
    const RunRecord *first = nullptr;
    return std::any_of(runs.begin(), runs.end(), [&first](const RunRecord *run) {
        if (!isOurs(*run)) {
            return false;
        }
        first = first == nullptr ? run : first;
        return run->scenario.service.strategy != first->scenario.service.strategy;
    });
}

QString strategyRowsMeaning()
{
    return ReportText::tr(
        "Row held: how long a coupon kept the row from the others, on average and as clients saw "
        "it: up to the written stock (round trips), and from there to the confirmed commit (the "
        "server's sync is part of it). Requests that share a transaction share its time. "
        "Overtaken: people who were served after somebody who had asked later, or went away "
        "empty-handed although one who asked later got a coupon. CPU: of the load generator "
        "and of the server, a request; that of a server of somebody else cannot be seen.");
}

} // namespace stampede
