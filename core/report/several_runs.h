// SPDX-License-Identifier: MIT
#pragma once

#include "compare/comparison.h"
#include "report/report.h"

#include <QJsonObject>

#include <memory>

namespace stampede {

/// A report over two to six runs, all held against the first: a cover with a line for each and the
/// verdict of the worst; what sets them apart, their charts over one another and their audits side
/// by side; then page one of each. Of the options only `pseudonyms` and `madeAgain` count. Pure;
/// any thread.
Report makeReport(const QList<std::shared_ptr<const RunRecord>> &runs,
                  const ReportOptions &options);

/// The comparison as a table for a terminal, and below it what it rests on.
QString comparisonText(const QList<std::shared_ptr<const RunRecord>> &runs);

/// An object of schema stampede.comparison/1: `runs` [results without their timeline], `differing`
/// [paths of settings], `figures` [{`key`, `runs` [{`mean`, `change_percent`, `low_percent`,
/// `high_percent`, `more_than_noise`}]}]; what was not tested is null.
QJsonObject comparisonToJson(const QList<std::shared_ptr<const RunRecord>> &runs);

} // namespace stampede
