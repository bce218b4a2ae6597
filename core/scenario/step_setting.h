// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/diagnostic_sink.h"
#include "scenario/target_settings.h"

#include <QJsonValue>

#include <optional>
#include <utility>

namespace stampede {

/// Reads `target.steps`. What is wrong goes to `fault`, each step and key by its path.
QList<StepSettings> readSteps(const QJsonValue &value, const DiagnosticSink &fault);
/// The steps as they stand in a file.
QJsonValue stepsToJson(const QList<StepSettings> &steps);
/// The words of the file: "run", "round", "vu", "person", "request".
QString stepEachKey(StepEach each);

/// Without what is secret: values of headers, and of fields of the body that are secrets by their
/// names and written out.
void hideStepSecrets(StepSettings &step);

/// Reads an object of headers. What is wrong goes to `fault`.
QList<std::pair<QString, QString>> readHeaderList(const QJsonValue &value, const QString &path,
                                                  const DiagnosticSink &fault);
QJsonValue headersToJson(const QList<std::pair<QString, QString>> &headers);
/// Reads a body: a text, or an object or a list that is sent as JSON.
Result<QJsonValue, QString> readBody(const QJsonValue &value);
/// Why a URL cannot be one of a request over HTTP; nothing where it can.
std::optional<QString> urlDiagnostic(const QString &url);

} // namespace stampede
