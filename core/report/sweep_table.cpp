// SPDX-License-Identifier: MIT
#include "report/sweep_table.h"

#include "report/report_words.h"

#include "formats/json_report.h"
#include "record/verdict.h"
#include "report/strategy_rows.h"
#include "text/number_text.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonValue>

#include <cmath>

namespace stampede {

namespace {

using text::count;

QString told(const RunRecord &record, Outcome outcome)
{
    return count(static_cast<std::int64_t>(record.outcomes.of(outcome)));
}

QStringList header(const SweptRun &first)
{
    QStringList cells;
    for (const Override &setting : first.settings) {
        cells << setting.path.section(QLatin1Char('.'), -1);
    }
    return cells << ReportText::tr("verdict") << ReportText::tr("issued")
                 << ReportText::tr("already") << ReportText::tr("stock out")
                 << ReportText::tr("errors") << ReportText::tr("left") << ReportText::tr("issued/s")
                 << ReportText::tr("answers/s") << ReportText::tr("p95 issued, ms");
}

QStringList line(const SweptRun &run)
{
    const RunRecord &record = *run.record;
    QStringList cells;
    for (const Override &setting : run.settings) {
        cells << setting.value;
    }
    const LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    const auto left = record.audit ? stockLeft(*record.audit) : std::nullopt;
    return cells << verdictText(record).word << told(record, Outcome::Issued)
                 << told(record, Outcome::AlreadyIssued) << told(record, Outcome::OutOfStock)
                 << count(record.errors()) << (left ? count(*left) : QStringLiteral("–"))
                 << count(std::llround(record.throughput.issuedPerSecond))
                 << count(std::llround(record.throughput.answersPerSecond))
                 << (issued.count > 0 ? text::latencyMs(static_cast<double>(issued.p95Ns))
                                      : QStringLiteral("–"));
}

/// A cell that no spreadsheet takes for a formula.
QString csvCell(QString cell)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    bool isNumber = false;
    static_cast<void>(cell.toDouble(&isNumber));
    if (!cell.isEmpty() && !isNumber && starts.contains(cell.front())) {
        cell.prepend(QLatin1Char('\''));
    }
    if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) ||
        cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'))) {
        cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
        cell = QLatin1Char('"') + cell + QLatin1Char('"');
    }
    return cell;
}

/// The figures of a result that a line of the table file has, as paths into it.
constexpr const char *kCsvFigures[] = {
    "run/id",
    "verdict",
    "outcomes/total",
    "outcomes/issued",
    "outcomes/already_issued",
    "outcomes/out_of_stock",
    "outcomes/contention",
    "outcomes/server_error",
    "outcomes/unknown",
    "state/initial_stock",
    "state/rows",
    "state/remaining",
    "state/drift",
    "throughput/issued_per_second",
    "throughput/answers_per_second",
    "throughput/duration_seconds",
    "latency/service/all/p50_us",
    "latency/service/all/p95_us",
    "latency/service/all/p99_us",
    "latency/service/issued/p50_us",
    "latency/service/issued/p95_us",
    "latency/service/issued/p99_us",
    "database/deadlocks",
    "database/lock_waits",
    "database/lock_wait_ms",
    "database/retries",
    "generator/cpu_us_per_request",
};

QString valueAt(QJsonValue value, const QString &path)
{
    for (const QString &key : path.split(QLatin1Char('/'))) {
        value = value.toObject()[key];
    }
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
}

} // namespace

QList<QStringList> sweepRows(const QList<SweptRun> &runs)
{
    QList<QStringList> rows;
    for (const SweptRun &run : runs) {
        if (rows.isEmpty()) {
            rows.append(header(run));
        }
        rows.append(line(run));
    }
    return rows;
}

QString sweepText(const QList<SweptRun> &runs)
{
    QString out = table(sweepRows(runs), 2);
    if (const QList<QStringList> strategies = sweptStrategies(runs); !strategies.isEmpty()) {
        out += QLatin1Char('\n') + table(strategies, 2) + QLatin1Char('\n') +
               wrapped(strategyRowsMeaning());
    }
    return out;
}

QList<QStringList> sweptStrategies(const QList<SweptRun> &runs)
{
    QList<const RunRecord *> records;
    for (const SweptRun &run : runs) {
        records << run.record.get();
    }
    return strategiesDiffer(records) ? strategyRows(records) : QList<QStringList>();
}

QByteArray sweepCsv(const QList<SweptRun> &runs)
{
    QString out;
    for (const SweptRun &run : runs) {
        QStringList names;
        QStringList cells;
        for (const Override &setting : run.settings) {
            names << csvCell(setting.path);
            cells << csvCell(setting.value);
        }
        const QJsonObject result = resultToJson(*run.record);
        for (const char *path : kCsvFigures) {
            const QString name = QString::fromLatin1(path);
            names << QString(name).replace(QLatin1Char('/'), QLatin1Char('.'));
            cells << csvCell(valueAt(result, name));
        }
        if (out.isEmpty()) {
            out += names.join(QLatin1Char(',')) + QStringLiteral("\r\n");
        }
        out += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return out.toUtf8();
}

QJsonObject sweepToJson(const QString &scenario, const QList<SweptRun> &runs)
{
    QJsonArray list;
    for (const SweptRun &run : runs) {
        QJsonObject settings;
        for (const Override &setting : run.settings) {
            settings.insert(setting.path, setting.value);
        }
        QJsonObject result = resultToJson(*run.record);
        result[QStringLiteral("timeline")] = QJsonValue::Null;
        list.append(QJsonObject{{QStringLiteral("settings"), settings},
                                {QStringLiteral("result"), result}});
    }
    return {{QStringLiteral("schema"), QStringLiteral("stampede.sweep/1")},
            {QStringLiteral("scenario"), scenario},
            {QStringLiteral("runs"), list}};
}

} // namespace stampede
