#include "run/http_plan_of.h"

#include "run/load_plan_of.h"
#include "scenario/user_file.h"
#include "scenario/user_picker.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <memory>
#include <utility>

namespace stampede {

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(HttpPlanText)
};

std::optional<std::string> environmentOf(const std::string &name)
{
    return qEnvironmentVariableIsSet(name.c_str())
               ? std::optional(qEnvironmentVariable(name.c_str()).toStdString())
               : std::nullopt;
}

RequestText requestTextOf(const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    const auto &file = scenario.users.loaded.file;
    RequestText text;
    text.method = target.method.toStdString();
    text.url = target.url.toStdString();
    for (const auto &[name, value] : target.headers) {
        text.headers.emplace_back(name.toStdString(), value.toStdString());
    }
    const bool hasBody = text.method == "POST" || text.method == "PUT" || text.method == "PATCH";
    if (target.body.isUndefined()) {
        const bool asText = file && !file->areNumbers();
        text.body = !hasBody ? "" : asText ? R"({"userId":"{userId}"})" : R"({"userId":{userId}})";
    } else if (target.body.isString()) {
        text.body = target.body.toString().toStdString();
    } else {
        const QJsonDocument document = target.body.isArray()
                                           ? QJsonDocument(target.body.toArray())
                                           : QJsonDocument(target.body.toObject());
        text.body = document.toJson(QJsonDocument::Compact).toStdString();
    }
    const std::size_t first = text.body.find_first_not_of(" \t\r\n");
    text.bodyIsJson =
        first != std::string::npos && (text.body[first] == '{' || text.body[first] == '[');
    return text;
}

TemplateNames namesOf(const Scenario &scenario)
{
    TemplateNames names;
    names.couponId = scenario.target.couponId.toStdString();
    names.environment = environmentOf;
    if (const auto &file = scenario.users.loaded.file) {
        for (const QString &column : file->columns()) {
            names.columns.push_back(column.toStdString());
        }
        if (!file->areNumbers()) {
            names.personColumn = static_cast<std::size_t>(file->personColumn());
        }
    }
    return names;
}

/// Looks columns of the users' file up by their place in the header.
std::function<std::string_view(std::size_t, std::uint64_t)> columnsOf(const Scenario &scenario)
{
    const auto file = scenario.users.loaded.file;
    if (!file) {
        return {};
    }
    const auto picker = std::make_shared<const UserPicker>(scenario.users, scenario.seed);
    return [file, picker](std::size_t column, std::uint64_t request) -> std::string_view {
        const QByteArrayView value =
            file->value(picker->rowOf(request), file->columns().at(static_cast<qsizetype>(column)));
        return {value.data(), static_cast<std::size_t>(value.size())};
    };
}

AnswerTest testOf(const ValueTest &test)
{
    if (!test.matches.isEmpty()) {
        return QRegularExpression(test.matches);
    }
    switch (test.equals.type()) {
    case QJsonValue::String:
        return test.equals.toString().toStdString();
    case QJsonValue::Double:
        return test.equals.toDouble();
    case QJsonValue::Bool:
        return test.equals.toBool();
    case QJsonValue::Null:
        return nullptr;
    case QJsonValue::Array:
    case QJsonValue::Object:
    case QJsonValue::Undefined:
        break;
    }
    return std::monostate();
}

AnswerRule ruleOf(const ClassifyRule &rule)
{
    AnswerRule made;
    made.leastStatus = rule.leastStatus;
    made.mostStatus = rule.mostStatus;
    made.header = rule.header.toLower().toStdString();
    made.headerTest = testOf(rule.headerTest);
    if (rule.pointer) {
        made.pointer = rule.pointer->toStdString();
    }
    made.column = rule.column.toStdString();
    made.check = rule.check.toStdString();
    made.test = testOf(rule.test);
    made.outcome = rule.outcome;
    return made;
}

/// The way back of ruleOf() for rules that look at a text, or at nothing but the status.
ClassifyRule writtenRule(const AnswerRule &rule)
{
    ClassifyRule written;
    written.leastStatus = rule.leastStatus;
    written.mostStatus = rule.mostStatus;
    if (rule.pointer) {
        written.pointer = QString::fromStdString(*rule.pointer);
    }
    if (const auto *text = std::get_if<std::string>(&rule.test)) {
        written.test.equals = QString::fromStdString(*text);
    }
    written.outcome = rule.outcome;
    return written;
}

Result<HttpPlan, RunError> planWith(const Scenario &scenario, const RequestText &text,
                                    const QString &runId)
{
    const std::string prefix = runId.toStdString() + "-";
    auto request = RequestTemplate::make(text, namesOf(scenario), prefix);
    if (!request) {
        QStringList lines;
        for (const RequestDiagnostic &fault : request.error()) {
            lines << QStringLiteral("%1: target.%2: %3").arg(scenario.name, fault.path, fault.text);
        }
        return Failure{RunError{ExitCode::Scenario, lines.join(QLatin1Char('\n')), {}}};
    }
    HttpPlan plan;
    plan.request = std::move(request).value();
    plan.verifyPeer = !scenario.target.insecure;
    plan.column = columnsOf(scenario);
    if (const auto pointer = scenario.stockPointer()) {
        plan.stockPointer = pointer->toStdString();
    }
    return plan;
}

} // namespace

QList<ClassifyRule> usualClassifyRules()
{
    QList<ClassifyRule> rules;
    for (const AnswerRule &rule : Classifier::usualRules()) {
        rules.append(writtenRule(rule));
    }
    return rules;
}

std::vector<AnswerRule> answerRulesOf(const Scenario &scenario)
{
    std::vector<AnswerRule> rules;
    for (const ClassifyRule &rule : scenario.target.classify) {
        rules.push_back(ruleOf(rule));
    }
    return rules.empty() ? Classifier::usualRules() : rules;
}

Result<HttpPlan, RunError> httpPlanOf(const Scenario &scenario, const QString &runId)
{
    auto plan = planWith(scenario, requestTextOf(scenario), runId);
    if (!plan) {
        return plan;
    }
    plan.value().load = loadPlanOf(scenario);
    plan.value().rules = answerRulesOf(scenario);
    if (scenario.target.classify.isEmpty()) {
        plan.value().rowPointer = "/userCouponId";
    }
    return plan;
}

Result<HttpPlan, RunError> httpWarmUpPlanOf(const Scenario &scenario, const QString &runId)
{
    RequestText text = requestTextOf(scenario);
    text.method = "GET";
    text.url = scenario.target.warmupUrl.toStdString();
    text.body.clear();
    text.bodyIsJson = false;
    auto plan = planWith(scenario, text, runId + QStringLiteral("-warm-up"));
    if (plan) {
        plan.value().load = warmUpPlanOf(scenario);
    }
    return plan;
}

QString withoutSecrets(const QString &text, const Scenario &scenario)
{
    static const QRegularExpression variable(QStringLiteral("\\$\\{env:([^}]*)\\}"));
    const RequestText request = requestTextOf(scenario);
    QString all = QString::fromStdString(request.url + "\n" + request.body);
    for (const auto &[name, value] : request.headers) {
        all += QLatin1Char('\n') + QString::fromStdString(value);
    }
    QString clean = text;
    auto found = variable.globalMatch(all);
    while (found.hasNext()) {
        const QString value = qEnvironmentVariable(found.next().captured(1).toUtf8().constData());
        if (!value.isEmpty()) {
            clean.replace(value, hiddenSecret());
        }
    }
    return clean;
}

} // namespace stampede
