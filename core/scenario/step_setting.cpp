// SPDX-License-Identifier: MIT
#include "scenario/step_setting.h"

#include "scenario/classify_setting.h"
#include "scenario/object_fields.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"
#include "text/nearest_name.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype kMostHeaders = 100;
constexpr qsizetype kMostSteps = 20;
constexpr qsizetype kMostValues = 20;
const QString kSteps = QStringLiteral("target.steps");

QString key(const char *name)
{
    return QLatin1String(name);
}

QString oneOf(const QStringList &words, const QJsonValue &got)
{
    const QString near = text::nearestName(got.toString(), words);
    const QString list = words.join(QStringLiteral(", "));
    return near.isEmpty() ? ScenarioText::tr("must be one of: %1 (got %2)").arg(list, shown(got))
                          : ScenarioText::tr("must be one of: %1 (got %2; did you mean %3?)")
                                .arg(list, shown(got), near);
}

void readEach(ObjectFields &fields, StepSettings &step)
{
    const QJsonValue value = fields.take("each");
    if (value.isUndefined()) {
        return;
    }
    QStringList words;
    for (const StepEach each : kAllStepEach) {
        words << stepEachKey(each);
        if (value == QJsonValue(stepEachKey(each))) {
            step.each = each;
        }
    }
    if (!words.contains(value.toString())) {
        fields.fault(key("each"), oneOf(words, value));
    }
}

void readRequest(ObjectFields &fields, StepSettings &step, const DiagnosticSink &fault)
{
    step.url = fields.text("url").value_or(QString());
    if (!fields.has("url")) {
        fields.fault(key("url"), ScenarioText::tr("is missing"));
    } else if (const auto wrong = urlDiagnostic(step.url); wrong && !step.url.isEmpty()) {
        fields.fault(key("url"), *wrong);
    }
    const QJsonValue method = fields.take("method");
    const QStringList methods{key("GET"), key("POST"), key("PUT"), key("PATCH"), key("DELETE")};
    if (methods.contains(method.toString())) {
        step.method = method.toString();
    } else if (!method.isUndefined()) {
        fields.fault(key("method"), oneOf(methods, method));
    }
    if (const QJsonValue headers = fields.take("headers"); !headers.isUndefined()) {
        step.headers = readHeaderList(headers, fields.pathOf(key("headers")), fault);
    }
    const QJsonValue body = fields.take("body");
    if (body.isUndefined()) {
        return;
    }
    auto read = readBody(body);
    if (!read) {
        return fields.fault(key("body"), read.error());
    }
    step.body = std::move(read).value();
    const QJsonObject object = step.body.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.value() == QJsonValue(hiddenSecret())) {
            fields.fault(QStringLiteral("body.") + printable(field.key()),
                         ScenarioText::tr("was a secret and is not known any more; write it again, "
                                          "best as ${env:NAME}"));
        }
    }
}

void readExpect(ObjectFields &fields, StepSettings &step)
{
    const QJsonValue value = fields.take("expect");
    if (value.isUndefined()) {
        return;
    }
    static const QRegularExpression status(QStringLiteral("^[1-5]([0-9][0-9]|xx)$"));
    const QJsonArray list = value.toArray();
    for (const auto one : list) {
        const QString text = one.isDouble() ? QString::number(one.toInt()) : one.toString();
        if (status.match(text).hasMatch()) {
            step.expect << text;
        }
    }
    if (list.isEmpty() || step.expect.size() != list.size()) {
        fields.fault(key("expect"), ScenarioText::tr("must be a list of statuses such as [200, "
                                                     "\"3xx\"] (got %1)")
                                        .arg(shown(value)));
    }
}

void readValue(const QString &name, const QJsonValue &value, const QString &path,
               StepSettings &step, const DiagnosticSink &fault)
{
    static const QRegularExpression word(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    if (!word.match(name).hasMatch() || placeholderNames({}).contains(name)) {
        fault(path, ScenarioText::tr("must be a name of letters, digits and _ that stands for "
                                     "nothing else"));
    }
    ObjectFields fields(value, path, fault);
    if (!fields.isObject()) {
        return;
    }
    for (const char *from : {"pointer", "header", "cookie", "matches"}) {
        if (const auto where = fields.text(from)) {
            step.extract.append({name, key(from), *where});
        }
    }
    const auto &taken = step.extract;
    const auto places = std::count_if(taken.begin(), taken.end(),
                                      [&name](const StepValue &one) { return one.name == name; });
    if (places != 1 && fields.isGood()) {
        fault(path, ScenarioText::tr("must say where the value stands, by one of: pointer, header, "
                                     "cookie, matches"));
    }
    if (places == 1 && taken.last().from == key("pointer")) {
        if (const auto pointer = readJsonPointer(taken.last().where); !pointer) {
            fields.fault(key("pointer"), pointer.error());
        }
    }
    if (places == 1 && taken.last().from == key("matches")) {
        const QRegularExpression expression(taken.last().where);
        if (!expression.isValid()) {
            fields.fault(key("matches"),
                         ScenarioText::tr("must be a regular expression: %1 at character %2")
                             .arg(expression.errorString(),
                                  QString::number(expression.patternErrorOffset() + 1)));
        }
    }
    fields.endHere();
}

void readExtract(ObjectFields &fields, StepSettings &step, const DiagnosticSink &fault)
{
    const QJsonValue value = fields.take("extract");
    if (value.isUndefined()) {
        return;
    }
    const QJsonObject object = value.toObject();
    if (object.isEmpty() || object.size() > kMostValues) {
        return fields.fault(key("extract"),
                            ScenarioText::tr("must be an object of 1 to %1 values such as "
                                             "{\"token\": {\"pointer\": \"/token\"}} (got %2)")
                                .arg(QString::number(kMostValues), shown(value)));
    }
    for (auto one = object.begin(); one != object.end(); ++one) {
        readValue(one.key(), one.value(),
                  fields.pathOf(QStringLiteral("extract.") + printable(one.key())), step, fault);
    }
}

void readUntil(ObjectFields &fields, StepSettings &step, const DiagnosticSink &fault)
{
    const QJsonValue until = fields.take("until");
    if (!until.isUndefined()) {
        step.until = readAnswerTest(until, fields.pathOf(key("until")), fault);
    }
    for (const auto &[name, member, least] :
         {std::tuple("every", &StepSettings::every, Duration(10ms)),
          std::tuple("atMost", &StepSettings::atMost, Duration(10ms))}) {
        const QJsonValue value = fields.take(name);
        if (value.isUndefined()) {
            continue;
        }
        const auto length = readDuration(value, least, Duration(1h));
        if (!length) {
            fields.fault(key(name), length.error());
        } else if (until.isUndefined()) {
            fields.fault(key(name), ScenarioText::tr("has a use with until only; leave it out"));
        } else {
            step.*member = length.value();
        }
    }
}

StepSettings readStep(const QJsonValue &value, const QString &path, const DiagnosticSink &fault)
{
    StepSettings step;
    ObjectFields fields(value, path, fault);
    if (!fields.isObject()) {
        return step;
    }
    if (!fields.has("name")) {
        fields.fault(key("name"), ScenarioText::tr("is missing"));
    }
    step.name = fields.text("name").value_or(QString());
    readEach(fields, step);
    readRequest(fields, step, fault);
    readExpect(fields, step);
    readExtract(fields, step, fault);
    readUntil(fields, step, fault);
    fields.endHere();
    return step;
}

} // namespace

std::optional<QString> urlDiagnostic(const QString &url)
{
    const auto begins = [&url](const char *start) { return url.startsWith(QLatin1String(start)); };
    if (!begins("http://") && !begins("https://") && !begins("http+unix://") && !begins("${env:")) {
        return ScenarioText::tr("must begin with http://, https:// or http+unix:// (got %1)")
            .arg(shown(QJsonValue(url)));
    }
    const QString authority = url.section(QStringLiteral("://"), 1).section(QLatin1Char('/'), 0, 0);
    if (authority.contains(QLatin1Char('@'))) {
        return ScenarioText::tr("must not hold a user or a password; give them as a header, from "
                                "${env:NAME}");
    }
    return std::nullopt;
}

Result<QJsonValue, QString> readBody(const QJsonValue &value)
{
    if (value.isObject() || value.isArray()) {
        return value;
    }
    const auto text = readText(value, 0, 65'536, Lines::Many);
    if (!text) {
        return Failure{ScenarioText::tr("must be a text, or an object that is sent as JSON (got "
                                        "%1)")
                           .arg(shown(value))};
    }
    return QJsonValue(text.value());
}

QString stepEachKey(StepEach each)
{
    switch (each) {
    case StepEach::Run:
        return QStringLiteral("run");
    case StepEach::Round:
        return QStringLiteral("round");
    case StepEach::Vu:
        return QStringLiteral("vu");
    case StepEach::Person:
        return QStringLiteral("person");
    case StepEach::Request:
        return QStringLiteral("request");
    }
    return {};
}

QList<std::pair<QString, QString>> readHeaderList(const QJsonValue &value, const QString &path,
                                                  const DiagnosticSink &fault)
{
    QList<std::pair<QString, QString>> list;
    const QJsonObject headers = value.toObject();
    if (!value.isObject() || headers.size() > kMostHeaders) {
        fault(path, ScenarioText::tr("must be an object of at most %1 headers such as "
                                     "{\"Authorization\": \"Bearer ${env:TOKEN}\"}")
                        .arg(kMostHeaders));
        return list;
    }
    for (const QString &name : headers.keys()) {
        const QString at = path + QLatin1Char('.') + printable(name);
        const auto text = readText(headers.value(name), 0, 8192, Lines::One);
        if (!text) {
            // What was got may be a secret.
            fault(at, ScenarioText::tr("must be a text of one line, at most 8,192 characters"));
        } else if (text.value() == hiddenSecret()) {
            fault(at, ScenarioText::tr("was a secret and is not known any more; write it again, "
                                       "best as ${env:NAME}"));
        } else {
            list.append({name, text.value()});
        }
    }
    return list;
}

QJsonValue headersToJson(const QList<std::pair<QString, QString>> &headers)
{
    QJsonObject json;
    for (const auto &[name, value] : headers) {
        json.insert(name, value);
    }
    return json.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(json);
}

QList<StepSettings> readSteps(const QJsonValue &value, const DiagnosticSink &fault)
{
    QList<StepSettings> steps;
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > kMostSteps) {
        fault(kSteps,
              ScenarioText::tr("must be a list of at most %1 steps such as [{\"name\": \"log "
                               "in\", \"each\": \"person\", \"url\": \"http://…\"}] (got %2)")
                  .arg(QString::number(kMostSteps), shown(value)));
        return steps;
    }
    for (qsizetype i = 0; i < list.size(); ++i) {
        steps << readStep(list.at(i), QStringLiteral("%1[%2]").arg(kSteps).arg(i), fault);
    }
    return steps;
}

QJsonValue stepsToJson(const QList<StepSettings> &steps)
{
    QJsonArray list;
    for (const StepSettings &step : steps) {
        QJsonObject json{{key("name"), step.name},
                         {key("each"), stepEachKey(step.each)},
                         {key("url"), step.url}};
        if (!step.method.isEmpty()) {
            json.insert(key("method"), step.method);
        }
        if (!step.headers.isEmpty()) {
            json.insert(key("headers"), headersToJson(step.headers));
        }
        if (!step.body.isUndefined()) {
            json.insert(key("body"), step.body);
        }
        QJsonArray expect;
        for (const QString &status : step.expect) {
            bool isNumber = false;
            const int number = status.toInt(&isNumber);
            expect.append(isNumber ? QJsonValue(number) : QJsonValue(status));
        }
        if (!expect.isEmpty()) {
            json.insert(key("expect"), expect);
        }
        QJsonObject extract;
        for (const StepValue &one : step.extract) {
            extract.insert(one.name, QJsonObject{{one.from, one.where}});
        }
        if (!extract.isEmpty()) {
            json.insert(key("extract"), extract);
        }
        if (step.until) {
            json.insert(key("until"), answerTestToJson(*step.until));
        }
        for (const auto &[name, length] :
             {std::pair("every", step.every), {"atMost", step.atMost}}) {
            if (length) {
                json.insert(key(name), durationText(*length));
            }
        }
        list.append(json);
    }
    return list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list);
}

void hideStepSecrets(StepSettings &step)
{
    for (auto &[name, value] : step.headers) {
        if (isSecretHeader(name)) {
            value = hiddenSecret();
        }
    }
    QJsonObject body = step.body.toObject();
    bool isChanged = false;
    for (auto field = body.begin(); field != body.end(); ++field) {
        const QString value = field->toString();
        if (isSecretColumn(field.key()) && !value.isEmpty() && placeholdersOf(value).isEmpty() &&
            !value.contains(QLatin1String("${env:"))) {
            *field = hiddenSecret();
            isChanged = true;
        }
    }
    if (isChanged) {
        step.body = body;
    }
}

} // namespace stampede
