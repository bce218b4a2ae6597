// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "scenario/scenario_reader.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace stampede {

/// One run of a sweep.
struct SweptRun
{
    QList<Override> settings;                ///< what sets it apart, in the order of the axes
    std::shared_ptr<const RunRecord> record; ///< without its history
};

/// The lines of the table, its head in front; empty without a run.
QList<QStringList> sweepRows(const QList<SweptRun> &runs);
/// strategyRows() of the runs where they used more than one strategy; else empty.
QList<QStringList> sweptStrategies(const QList<SweptRun> &runs);
/// The runs as one table for a terminal: settings, verdict, answers, rates, latency.
QString sweepText(const QList<SweptRun> &runs);
/// The same with every figure, one line a run, and the names of the result file as columns.
QByteArray sweepCsv(const QList<SweptRun> &runs);
/// An object of schema stampede.sweep/1: `runs` [{`settings`, `result`}], each result as
/// resultToJson() gives it, without the timeline.
QJsonObject sweepToJson(const QString &scenario, const QList<SweptRun> &runs);

} // namespace stampede
