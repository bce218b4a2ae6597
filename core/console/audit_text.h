// SPDX-License-Identifier: MIT
#pragma once

#include "console/summary_text.h"
#include "record/database_audit.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace stampede {

/// "These checks will run: 9 of 19." and why the others will not, for standard error.
QString planText(const QList<PlannedCheck> &plan);

/// What `audit` prints on standard output, laid out for 80 columns.
QString auditSummary(const DatabaseAudit &audit, const SummaryOptions &options);

/// An object of schema stampede.result/1 in which every part that only a run has is null.
QJsonObject auditToResult(const DatabaseAudit &audit);
QByteArray auditFile(const DatabaseAudit &audit);

} // namespace stampede
