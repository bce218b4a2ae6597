// SPDX-License-Identifier: MIT
#include "scenario/json_file.h"

#include "scenario/json_syntax.h"
#include "scenario/scenario_text.h"

#include <QJsonDocument>

namespace stampede {

Result<QJsonObject, QString> parseJsonFile(const QByteArray &json, const QString &place)
{
    const auto broken = [&](qsizetype offset, const QString &expected) {
        return QStringLiteral("%1:%2: %3").arg(place, lineAndColumn(json, offset), expected);
    };
    if (const auto fault = findJsonDiagnostic(json)) {
        return Failure{broken(fault->offset, fault->expected)};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::IllegalUTF8String) {
        return Failure{broken(error.offset, ScenarioText::tr("expected text in UTF-8"))};
    }
    if (error.error != QJsonParseError::NoError) {
        return Failure{
            broken(error.offset, ScenarioText::tr("expected JSON (%1)").arg(error.errorString()))};
    }
    return document.object();
}

} // namespace stampede
