// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/diagnostic_sink.h"
#include "scenario/target_settings.h"

#include <QJsonValue>
#include <QString>

namespace stampede {

/// Reads `target.audit.settle`; what is wrong goes to `fault`, by its path.
SettleSetting readSettle(const QJsonValue &value, const QString &path, const DiagnosticSink &fault);

/// Undefined where nothing of it was set.
QJsonValue settleToJson(const SettleSetting &settle);

/// Reads "QUIET,UNANSWERED,ATMOST" of the command line. The error says what is wrong with it.
Result<SettleSetting, QString> parseSettle(const QString &words);

} // namespace stampede
