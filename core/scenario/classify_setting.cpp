// SPDX-License-Identifier: MIT
#include "scenario/classify_setting.h"

#include "scenario/object_fields.h"
#include "scenario/scenario_text.h"
#include "scenario/settle_setting.h"
#include "text/nearest_name.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace stampede {

namespace {

constexpr qsizetype kMostRules = 100;

const QString kClassify = QStringLiteral("target.classify");
const QString kAudit = QStringLiteral("target.audit");

QString lookFor(const char *key)
{
    return QLatin1String(key);
}

/// The outcomes that an answer can have.
QStringList outcomeNames()
{
    QStringList names;
    for (const Outcome outcome : kAllOutcomes) {
        if (outcome != Outcome::NotSent && outcome != Outcome::Interrupted) {
            names << QString::fromLatin1(outcomeKey(outcome).data());
        }
    }
    return names;
}

ValueTest readTest(ObjectFields &fields)
{
    ValueTest test;
    test.equals = fields.take("equals");
    if (test.equals.isArray() || test.equals.isObject()) {
        fields.fault(QStringLiteral("equals"),
                     ScenarioText::tr("must be a text, a number, true, false or null (got %1)")
                         .arg(shown(test.equals)));
    }
    const auto matches = fields.text("matches");
    if (matches) {
        const QRegularExpression expression(*matches);
        if (!expression.isValid()) {
            fields.fault(QStringLiteral("matches"),
                         ScenarioText::tr("must be a regular expression: %1 at character %2")
                             .arg(expression.errorString(),
                                  QString::number(expression.patternErrorOffset() + 1)));
        }
        test.matches = *matches;
    }
    if (matches && !test.equals.isUndefined()) {
        fields.fault(QStringLiteral("matches"),
                     ScenarioText::tr("excludes equals; leave one of them out"));
    }
    return test;
}

/// A status such as 409, or a class of them such as "5xx".
void readStatus(ObjectFields &fields, ClassifyRule &rule)
{
    const QJsonValue value = fields.take("status");
    if (value.isUndefined()) {
        return;
    }
    static const QRegularExpression classes(QStringLiteral("^[1-5]xx$"));
    if (value.isString() && classes.match(value.toString()).hasMatch()) {
        rule.leastStatus = value.toString().at(0).digitValue() * 100;
        rule.mostStatus = rule.leastStatus + 99;
        return;
    }
    const int status = value.toInt(-1);
    if (status < 100 || status > 599) {
        fields.fault(QStringLiteral("status"),
                     ScenarioText::tr("must be between 100 and 599, or a class such as \"5xx\" "
                                      "(got %1)")
                         .arg(shown(value)));
        return;
    }
    rule.leastStatus = rule.mostStatus = status;
}

void readHeader(ObjectFields &fields, ClassifyRule &rule, const DiagnosticSink &fault)
{
    const QJsonValue value = fields.take("header");
    if (value.isUndefined()) {
        return;
    }
    ObjectFields header(value, fields.pathOf(QStringLiteral("header")), fault);
    if (!header.isObject()) {
        return;
    }
    if (!header.has("name")) {
        header.fault(QStringLiteral("name"), ScenarioText::tr("is missing"));
    }
    rule.header = header.text("name").value_or(QString());
    rule.headerTest = readTest(header);
    if (!rule.headerTest.equals.isUndefined() && !rule.headerTest.equals.isString()) {
        header.fault(
            QStringLiteral("equals"),
            ScenarioText::tr("must be a text (got %1)").arg(shown(rule.headerTest.equals)));
    }
    header.endHere();
}

void readPointer(ObjectFields &fields, ClassifyRule &rule)
{
    const QJsonValue value = fields.take("pointer");
    if (value.isUndefined()) {
        return;
    }
    if (auto pointer = readJsonPointer(value)) {
        rule.pointer = std::move(pointer).value();
    } else {
        fields.fault(QStringLiteral("pointer"), pointer.error());
    }
}

void readOutcome(ObjectFields &fields, ClassifyRule &rule)
{
    const QJsonValue value = fields.take("outcome");
    const QStringList names = outcomeNames();
    if (value.isUndefined()) {
        return fields.fault(QStringLiteral("outcome"),
                            ScenarioText::tr("is missing; must be one of: %1")
                                .arg(names.join(QStringLiteral(", "))));
    }
    const auto outcome = outcomeFromKey(value.toString().toStdString());
    if (outcome && names.contains(value.toString())) {
        rule.outcome = *outcome;
        return;
    }
    const QString near = text::nearestName(value.toString(), names);
    const QString list = names.join(QStringLiteral(", "));
    fields.fault(QStringLiteral("outcome"),
                 near.isEmpty()
                     ? ScenarioText::tr("must be one of: %1 (got %2)").arg(list, shown(value))
                     : ScenarioText::tr("must be one of: %1 (got %2; did you mean %3?)")
                           .arg(list, shown(value), near));
}

ClassifyRule readRule(const QJsonValue &value, const QString &path, const DiagnosticSink &fault,
                      bool withOutcome)
{
    ClassifyRule rule;
    ObjectFields fields(value, path, fault);
    if (!fields.isObject()) {
        return rule;
    }
    readStatus(fields, rule);
    readHeader(fields, rule, fault);
    readPointer(fields, rule);
    rule.column = fields.text("column").value_or(QString());
    rule.check = fields.text("check").value_or(QString());
    rule.test = readTest(fields);
    if (withOutcome) {
        readOutcome(fields, rule);
    }
    if (rule.pointer && !rule.column.isEmpty()) {
        fields.fault(QStringLiteral("column"),
                     ScenarioText::tr("excludes pointer; leave one of them out"));
    }
    if (!rule.pointer && !rule.test.equals.isUndefined() && !rule.test.equals.isString() &&
        !fields.has("pointer")) {
        fields.fault(QStringLiteral("equals"),
                     ScenarioText::tr("must be a text where no pointer names a value of JSON (got "
                                      "%1)")
                         .arg(shown(rule.test.equals)));
    }
    fields.endHere();
    return rule;
}

void writeTest(QJsonObject &json, const ValueTest &test)
{
    if (!test.equals.isUndefined()) {
        json.insert(lookFor("equals"), test.equals);
    }
    if (!test.matches.isEmpty()) {
        json.insert(lookFor("matches"), test.matches);
    }
}

TargetLog readLog(const QJsonValue &value, const DiagnosticSink &fault)
{
    TargetLog log;
    ObjectFields fields(value, kAudit + QStringLiteral(".log"), fault);
    if (!fields.isObject()) {
        return log;
    }
    if (!fields.has("file")) {
        fields.fault(QStringLiteral("file"), ScenarioText::tr("is missing"));
    }
    log.file = fields.text("file").value_or(QString());
    ObjectFields patterns(fields.has("patterns") ? fields.take("patterns")
                                                 : QJsonValue(QJsonObject()),
                          fields.pathOf(QStringLiteral("patterns")), fault);
    if (patterns.isObject()) {
        log.issued = patterns.text("issued").value_or(QString());
        log.outOfStock = patterns.text("outOfStock").value_or(QString());
        log.blockedByKey = patterns.text("blockedByKey").value_or(QString());
        for (const char *needed : {"issued", "outOfStock"}) {
            if (!patterns.has(needed)) {
                patterns.fault(QLatin1String(needed), ScenarioText::tr("is missing"));
            }
        }
        patterns.endHere();
    }
    static_cast<void>(fields.take("patterns"));
    fields.endHere();
    return log;
}

} // namespace

Result<QString, QString> readJsonPointer(const QJsonValue &value)
{
    static const QRegularExpression pointer(QStringLiteral("^(/([^~/]|~[01])*)*$"));
    if (!value.isString() || !pointer.match(value.toString()).hasMatch()) {
        return Failure{ScenarioText::tr("must be a JSON pointer such as \"/code\" (got %1)")
                           .arg(shown(value))};
    }
    return value.toString();
}

QString jsonPointerPart(QString key)
{
    key.replace(QLatin1Char('~'), QLatin1String("~0"));
    return QLatin1Char('/') + key.replace(QLatin1Char('/'), QLatin1String("~1"));
}

QList<ClassifyRule> readClassify(const QJsonValue &value, const DiagnosticSink &fault)
{
    QList<ClassifyRule> rules;
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.isEmpty()) {
        fault(kClassify, ScenarioText::tr("must be a list of rules such as [{\"status\": 200, "
                                          "\"outcome\": \"issued\"}] (got %1)")
                             .arg(shown(value)));
        return rules;
    }
    if (list.size() > kMostRules) {
        fault(kClassify, ScenarioText::tr("must be at most %1 rules (got %2)")
                             .arg(QString::number(kMostRules), QString::number(list.size())));
        return rules;
    }
    for (qsizetype i = 0; i < list.size(); ++i) {
        rules << readRule(list.at(i), QStringLiteral("%1[%2]").arg(kClassify).arg(i), fault, true);
    }
    return rules;
}

ClassifyRule readAnswerTest(const QJsonValue &value, const QString &path,
                            const DiagnosticSink &fault)
{
    return readRule(value, path, fault, false);
}

QJsonObject answerTestToJson(const ClassifyRule &rule)
{
    QJsonObject json;
    if (rule.leastStatus == rule.mostStatus) {
        json.insert(lookFor("status"), rule.leastStatus);
    } else if (rule.leastStatus > 0) {
        json.insert(lookFor("status"), QStringLiteral("%1xx").arg(rule.leastStatus / 100));
    }
    if (!rule.header.isEmpty()) {
        QJsonObject header{{lookFor("name"), rule.header}};
        writeTest(header, rule.headerTest);
        json.insert(lookFor("header"), header);
    }
    if (rule.pointer) {
        json.insert(lookFor("pointer"), *rule.pointer);
    }
    for (const auto &[key, name] : {std::pair("column", rule.column), {"check", rule.check}}) {
        if (!name.isEmpty()) {
            json.insert(lookFor(key), name);
        }
    }
    writeTest(json, rule.test);
    return json;
}

QJsonValue classifyToJson(const QList<ClassifyRule> &rules)
{
    QJsonArray list;
    for (const ClassifyRule &rule : rules) {
        QJsonObject json = answerTestToJson(rule);
        json.insert(lookFor("outcome"), QString::fromLatin1(outcomeKey(rule.outcome).data()));
        list.append(json);
    }
    return list;
}

bool holdsProfile(const QString &profile)
{
    return profile.startsWith(QLatin1Char('{'));
}

QString profilePlace(const TargetSettings &target)
{
    const QString &profile = target.audit.profile;
    return profile.isEmpty() || holdsProfile(profile) ? profile
                                                      : QDir(target.folder.path).filePath(profile);
}

namespace {

/// The name of a file, or what would stand in it.
QString readProfileSetting(const QJsonValue &value, ObjectFields &fields)
{
    if (value.isObject()) {
        static_cast<void>(fields.take("profile"));
        if (value.toObject().isEmpty()) {
            fields.fault(lookFor("profile"), ScenarioText::tr("describes no table yet"));
        }
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    QString file = fields.text("profile").value_or(QString());
    if (holdsProfile(file)) {
        fields.fault(lookFor("profile"),
                     ScenarioText::tr("must be a file, or the profile itself as an object"));
    }
    return file;
}

} // namespace

TargetAudit readTargetAudit(const QJsonValue &value, const DiagnosticSink &fault)
{
    TargetAudit audit;
    if (value == QJsonValue(lookFor("serve"))) {
        audit.rows = TargetRows::Serve;
        return audit;
    }
    if (value == QJsonValue(lookFor("none"))) {
        return audit;
    }
    if (!value.isObject()) {
        fault(kAudit, ScenarioText::tr("must be \"none\", \"serve\", or an object with profile and "
                                       "database (got %1)")
                          .arg(shown(value)));
        return audit;
    }
    ObjectFields fields(value, kAudit, fault);
    if (fields.has("rows")) {
        const QJsonValue rows = fields.take("rows");
        if (rows == QJsonValue(lookFor("serve"))) {
            audit.rows = TargetRows::Serve;
        } else if (rows != QJsonValue(lookFor("none"))) {
            fields.fault(lookFor("rows"),
                         ScenarioText::tr("must be one of: none, serve (got %1)").arg(shown(rows)));
        }
    }
    audit.profile = readProfileSetting(value[QLatin1String("profile")], fields);
    audit.database = fields.text("database").value_or(QString());
    if (fields.has("profile") != fields.has("database")) {
        fields.fault(fields.has("profile") ? lookFor("database") : lookFor("profile"),
                     ScenarioText::tr("is missing; profile and database belong together"));
    }
    if (fields.has("profile")) {
        if (fields.has("rows")) {
            fields.fault(lookFor("rows"),
                         ScenarioText::tr("excludes profile; leave one of them out"));
        }
        audit.rows = TargetRows::Profile;
    }
    if (fields.has("log")) {
        audit.log = readLog(fields.take("log"), fault);
    } else {
        static_cast<void>(fields.take("log"));
    }
    const QString settle = QStringLiteral("settle");
    if (const QJsonValue found = fields.take("settle"); !found.isUndefined()) {
        audit.settle = readSettle(found, fields.pathOf(settle), fault);
        if (audit.rows == TargetRows::None) {
            fields.fault(settle,
                         ScenarioText::tr("needs rows to wait for; without them the answers "
                                          "are judged at once"));
        }
    }
    static_cast<void>(fields.take("rows"));
    fields.endHere();
    return audit;
}

QJsonValue targetAuditToJson(const TargetAudit &audit)
{
    QJsonObject json;
    if (const QJsonValue settle = settleToJson(audit.settle); !settle.isUndefined()) {
        json.insert(lookFor("settle"), settle);
    }
    if (audit.log) {
        QJsonObject patterns;
        for (const auto &[key, text] : {std::pair("issued", audit.log->issued),
                                        std::pair("outOfStock", audit.log->outOfStock),
                                        std::pair("blockedByKey", audit.log->blockedByKey)}) {
            if (!text.isEmpty()) {
                patterns.insert(lookFor(key), text);
            }
        }
        json.insert(lookFor("log"), QJsonObject{{lookFor("file"), audit.log->file},
                                                {lookFor("patterns"), patterns}});
    }
    switch (audit.rows) {
    case TargetRows::None:
        return json.isEmpty() ? QJsonValue(lookFor("none")) : QJsonValue(json);
    case TargetRows::Serve:
        if (json.isEmpty()) {
            return lookFor("serve");
        }
        json.insert(lookFor("rows"), lookFor("serve"));
        return json;
    case TargetRows::Profile:
        json.insert(lookFor("profile"),
                    holdsProfile(audit.profile)
                        ? QJsonValue(QJsonDocument::fromJson(audit.profile.toUtf8()).object())
                        : QJsonValue(audit.profile));
        json.insert(lookFor("database"), audit.database);
        return json;
    }
    return json;
}

} // namespace stampede
