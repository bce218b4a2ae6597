#include "scenario/json_file.h"

#include "scenario/json_syntax.h"
#include "scenario/scenario_text.h"

#include <QFile>
#include <QJsonDocument>

namespace stampede {

Result<QJsonObject, QString> parseJsonFile(const QByteArray &json, const QString &place)
{
    const auto broken = [&](qsizetype offset, const QString &expected) {
        return QStringLiteral("%1:%2: %3").arg(place, lineAndColumn(json, offset), expected);
    };
    if (const auto fault = findJsonFault(json)) {
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

Result<QByteArray, QString> readFileUpTo(const QString &path, qsizetype most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{file.errorString()};
    }
    QByteArray content;
    while (content.size() <= most) {
        const QByteArray part = file.read(most + 1 - content.size());
        if (part.isEmpty()) {
            break;
        }
        content += part;
    }
    if (file.error() != QFileDevice::NoError) {
        return Failure{file.errorString()};
    }
    return content;
}

} // namespace stampede
