// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/diagnostic_sink.h"
#include "scenario/target_settings.h"

#include <QJsonObject>
#include <QJsonValue>

namespace stampede {

/// Reads a JSON pointer (RFC 6901), the empty one included. The error says what it must be.
Result<QString, QString> readJsonPointer(const QJsonValue &value);

/// "/" and a key as a part of such a pointer: ~ and / are written ~0 and ~1.
QString jsonPointerPart(QString key);

/// Reads `target.classify`. What is wrong goes to `fault`, each rule and key by its path.
QList<ClassifyRule> readClassify(const QJsonValue &value, const DiagnosticSink &fault);
/// Reads what an answer must be, as a rule without an outcome.
ClassifyRule readAnswerTest(const QJsonValue &value, const QString &path,
                            const DiagnosticSink &fault);
QJsonObject answerTestToJson(const ClassifyRule &rule);
/// The rules as they stand in a file.
QJsonValue classifyToJson(const QList<ClassifyRule> &rules);

/// Reads `target.audit`: "none", "serve" or an object.
TargetAudit readTargetAudit(const QJsonValue &value, const DiagnosticSink &fault);
QJsonValue targetAuditToJson(const TargetAudit &audit);
/// Whether TargetAudit::profile is the profile itself, as JSON, and not the name of a file.
bool holdsProfile(const QString &profile);
/// Where loadProfile() finds the profile of a target: its file, from the scenario's folder, or the
/// profile itself; empty without one.
QString profilePlace(const TargetSettings &target);

} // namespace stampede
