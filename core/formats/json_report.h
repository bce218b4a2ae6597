// SPDX-License-Identifier: MIT
#pragma once
// formats: a run for programs: the result file, JUnit, CSV and the latency spectrum. Fields of the
// record, nothing computed. See docs/files.md.
// report: a finished run for people and programs, from the one record; computes nothing of its own.

#include "record/run_record.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace stampede {

/// The result as an object of schema stampede.result/1. A value that the run does not have is null.
QJsonObject resultToJson(const RunRecord &record);
/// [{"at", "verdict"}], the oldest first.
QJsonArray judgedAgainToJson(const QList<LaterVerdict> &verdicts);

/// The same as an indented file.
QByteArray resultFile(const RunRecord &record);

/// The prediction part of it, also for `predict`.
QJsonObject predictionToJson(const Scenario &scenario, const Prediction &prediction);

} // namespace stampede
