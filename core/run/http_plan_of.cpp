// SPDX-License-Identifier: MIT
#include "run/http_plan_of.h"

#include "run/run_text.h"

#include "run/load_plan_of.h"
#include "scenario/step_setting.h"
#include "scenario/user_file.h"
#include "scenario/user_picker.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <memory>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace stampede {

namespace {

std::optional<std::string> environmentOf(const std::string &name)
{
    return qEnvironmentVariableIsSet(name.c_str())
               ? std::optional(qEnvironmentVariable(name.c_str()).toStdString())
               : std::nullopt;
}

/// A request as it is written down; of the target or of a step.
template<typename Sent>
RequestText textOf(const Sent &sent, const QString &method)
{
    RequestText text;
    text.method = method.toStdString();
    text.url = sent.url.toStdString();
    for (const auto &[name, value] : sent.headers) {
        text.headers.emplace_back(name.toStdString(), value.toStdString());
    }
    text.body = bodyText(sent.body, sent.headers).toStdString();
    const std::size_t first = text.body.find_first_not_of(" \t\r\n");
    text.bodyIsJson =
        first != std::string::npos && (text.body[first] == '{' || text.body[first] == '[');
    return text;
}

RequestText requestTextOf(const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    const auto &file = scenario.users.loaded.file;
    RequestText text = textOf(target, target.method);
    const bool hasBody = text.method == "POST" || text.method == "PUT" || text.method == "PATCH";
    if (target.body.isUndefined() && hasBody) {
        const bool asText = file && !file->areNumbers();
        text.body = asText ? R"({"userId":"{userId}"})" : R"({"userId":{userId}})";
        text.bodyIsJson = true;
    }
    return text;
}

RequestText requestTextOf(const StepSettings &step)
{
    const bool hasBody = !step.body.isUndefined();
    return textOf(step, !step.method.isEmpty() ? step.method
                        : hasBody              ? QStringLiteral("POST")
                                               : QStringLiteral("GET"));
}

/// Steps in the order in which they are walked.
std::vector<const StepSettings *> inOrder(const QList<StepSettings> &steps)
{
    std::vector<const StepSettings *> ordered;
    for (const StepEach each : kAllStepEach) {
        for (const StepSettings &step : steps) {
            if (step.each == each) {
                ordered.push_back(&step);
            }
        }
    }
    return ordered;
}

TemplateNames namesOf(const Scenario &scenario, int round)
{
    TemplateNames names;
    names.round = std::to_string(round);
    for (const StepSettings *step : inOrder(scenario.target.steps)) {
        for (const StepValue &value : step->extract) {
            names.extracted.push_back(value.name.toStdString());
        }
    }
    TargetSettings ofRound;
    ofRound.couponId = scenario.target.couponId;
    fillInRound(ofRound, round);
    names.couponId = ofRound.couponId.toStdString();
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

/// A line for each fault of a request.
QStringList faultLines(const Scenario &scenario, const QString &of,
                       const std::vector<RequestDiagnostic> &faults)
{
    QStringList lines;
    for (const RequestDiagnostic &fault : faults) {
        lines << QStringLiteral("%1: %2.%3: %4").arg(scenario.name, of, fault.path, fault.text);
    }
    return lines;
}

Failure<RunError> scenarioFault(const QStringList &lines)
{
    return Failure{RunError{ExitCode::Scenario, lines.join(QLatin1Char('\n')), {}}};
}

std::vector<std::pair<int, int>> expectedOf(const StepSettings &step)
{
    std::vector<std::pair<int, int>> ranges;
    for (const QString &status : step.expect) {
        const int first = status.left(1).toInt() * 100;
        ranges.emplace_back(status.endsWith(QLatin1String("xx"))
                                ? std::pair(first, first + 99)
                                : std::pair(status.toInt(), status.toInt()));
    }
    return ranges.empty() ? std::vector<std::pair<int, int>>{{200, 299}} : ranges;
}

StepExtract extractOf(const StepValue &value, const TemplateNames &names)
{
    using From = StepExtract::From;
    StepExtract extract;
    extract.name = value.name.toStdString();
    extract.slot = static_cast<std::size_t>(
        std::find(names.extracted.begin(), names.extracted.end(), extract.name) -
        names.extracted.begin());
    extract.where = value.where.toStdString();
    if (value.from == QLatin1String("header")) {
        extract.from = From::Header;
        extract.where = value.where.toLower().toStdString();
    } else if (value.from == QLatin1String("cookie")) {
        extract.from = From::Cookie;
    } else if (value.from == QLatin1String("matches")) {
        extract.from = From::Matches;
        extract.expression = QRegularExpression(value.where);
    }
    return extract;
}

/// The files of TLS, which are tried once. The fault says which setting is wrong.
Result<TlsFiles, QString> tlsFilesOf(const Scenario &scenario)
{
    const TlsSettings &tls = scenario.target.tls;
    const QDir folder(scenario.target.folder.path);
    TlsFiles files;
    for (const auto &[key, written, file] :
         {std::tuple("ca", &tls.ca, &TlsFiles::authority),
          {"certificate", &tls.certificate, &TlsFiles::certificate},
          {"key", &tls.key, &TlsFiles::key}}) {
        if (written->isEmpty()) {
            continue;
        }
        files.*file = folder.filePath(*written).toStdString();
        const bool needsCertificate = QLatin1String(key) == QLatin1String("key");
        if (needsCertificate && tls.certificate.isEmpty()) {
            return Failure{QStringLiteral("%1: target.tls.key: %2")
                               .arg(scenario.name, RunText::tr("has a use with "
                                                               "target.tls.certificate only"))};
        }
        if (const auto made = TlsContext::make(!scenario.target.insecure, files); !made) {
            return Failure{
                QStringLiteral("%1: target.tls.%2: %3")
                    .arg(scenario.name, QLatin1String(key), QString::fromStdString(made.error()))};
        }
    }
    return files;
}

/// Adds the steps of `each` to the plan.
Result<void, RunError> addSteps(HttpPlan &plan, const Scenario &scenario, StepEach each,
                                const TemplateNames &names, const std::string &idPrefix)
{
    QStringList lines;
    for (qsizetype i = 0; i < scenario.target.steps.size(); ++i) {
        const StepSettings &step = scenario.target.steps[i];
        if (step.each != each) {
            continue;
        }
        auto request = RequestTemplate::make(requestTextOf(step), names,
                                             idPrefix + "s" + std::to_string(i + 1) + "-");
        if (!request) {
            lines << faultLines(scenario, QStringLiteral("target.steps[%1]").arg(i),
                                request.error());
            continue;
        }
        StepPlan &made = plan.steps.emplace_back();
        made.name = step.name;
        made.request = std::move(request).value();
        made.expected = expectedOf(step);
        for (const StepValue &value : step.extract) {
            made.extracts.push_back(extractOf(value, names));
        }
        if (step.until) {
            made.until = ruleOf(*step.until);
        }
        made.everyNs = step.every.value_or(kStepEvery).count();
        made.atMostNs = step.atMost.value_or(kStepAtMost).count();
    }
    return lines.isEmpty() ? Result<void, RunError>() : scenarioFault(lines);
}

Result<HttpPlan, RunError> planWith(const Scenario &scenario, const RequestText &text,
                                    const QString &runId, int round)
{
    const std::string prefix = runId.toStdString() + "-";
    TemplateNames names = namesOf(scenario, round);
    names.requestIdPrefix = prefix;
    auto request = RequestTemplate::make(text, names, prefix);
    if (!request) {
        return scenarioFault(faultLines(scenario, QStringLiteral("target"), request.error()));
    }
    auto files = tlsFilesOf(scenario);
    if (!files) {
        return scenarioFault({files.error()});
    }
    HttpPlan plan;
    plan.request = std::move(request).value();
    plan.verifyPeer = !scenario.target.insecure;
    plan.tls = std::move(files).value();
    plan.column = columnsOf(scenario);
    plan.keepsCookies = scenario.target.cookies;
    plan.extracted = names.extracted.size();
    if (const auto pointer = scenario.stockPointer()) {
        plan.stockPointer = pointer->toStdString();
    }
    return plan;
}

/// The first request of everybody who may ask, one after the other.
std::vector<std::uint64_t> firstRequestsOf(const Scenario &scenario, const LoadPlan &load)
{
    const std::int64_t planned = scenario.plannedRequests();
    const auto &file = scenario.users.loaded.file;
    std::uint64_t among = static_cast<std::uint64_t>(std::max<std::int64_t>(planned, 0));
    if (scenario.users.pick == Pick::File && file) {
        const std::uint64_t rows = file->rows();
        among = planned < 0 ? rows : std::min(among, rows);
    } else if (planned < 0) {
        // Who asks again and again until the time is up: most of them by then.
        constexpr std::uint64_t kRounds = 20;
        among = kRounds * static_cast<std::uint64_t>(peopleWhoMayAsk(scenario.users));
    }
    std::vector<std::uint64_t> first;
    std::unordered_set<std::int64_t> known;
    for (std::uint64_t request = 0; request < among; ++request) {
        if (known.insert(load.userOf(request)).second) {
            first.push_back(request);
        }
    }
    return first;
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

Result<HttpPlan, RunError> httpPlanOf(const Scenario &scenario, const QString &runId, int round)
{
    auto plan = planWith(scenario, requestTextOf(scenario), runId, round);
    if (!plan) {
        return plan;
    }
    TemplateNames names = namesOf(scenario, round);
    names.requestIdPrefix = runId.toStdString() + "-";
    if (auto added =
            addSteps(plan.value(), scenario, StepEach::Request, names, names.requestIdPrefix);
        !added) {
        return Failure{added.error()};
    }
    plan.value().load = loadPlanOf(scenario);
    plan.value().rules = answerRulesOf(scenario);
    if (scenario.target.classify.isEmpty()) {
        plan.value().rowPointer = "/userCouponId";
    }
    return plan;
}

Result<std::optional<HttpPlan>, RunError> stepsPlanOf(const Scenario &scenario,
                                                      const QString &runId, int round,
                                                      StepEach each,
                                                      const std::shared_ptr<StepMemory> &memory)
{
    const auto &steps = scenario.target.steps;
    const auto first = std::find_if(steps.begin(), steps.end(),
                                    [each](const StepSettings &step) { return step.each == each; });
    if (first == steps.end()) {
        return std::optional<HttpPlan>();
    }
    TemplateNames names = namesOf(scenario, round);
    names.requestIdPrefix = (runId + QLatin1Char('-') + stepEachKey(each)).toStdString() + "-";
    auto planned = planWith(scenario, requestTextOf(*first), runId, round);
    if (!planned) {
        return Failure{planned.error()};
    }
    HttpPlan plan = std::move(planned).value();
    if (auto added = addSteps(plan, scenario, each, names, names.requestIdPrefix); !added) {
        return Failure{added.error()};
    }
    plan.request = plan.steps.front().request;
    plan.memory = memory;
    LoadPlan load = loadPlanOf(scenario);
    std::int64_t walkers = 1;
    switch (each) {
    case StepEach::Vu:
        plan.walkers = HttpPlan::Walkers::Vus;
        walkers = load.vus;
        memory->vus.assign(static_cast<std::size_t>(walkers), memory->everybody);
        break;
    case StepEach::Person: {
        plan.walkers = HttpPlan::Walkers::People;
        auto requests =
            std::make_shared<const std::vector<std::uint64_t>>(firstRequestsOf(scenario, load));
        walkers = static_cast<std::int64_t>(requests->size());
        plan.column = [requests, column = plan.column](std::size_t at, std::uint64_t walker) {
            return column(at, requests->at(walker));
        };
        load.userOf = [requests, userOf = load.userOf](std::uint64_t walker) {
            return walker < requests->size() ? userOf(requests->at(walker)) : 0;
        };
        break;
    }
    case StepEach::Run:
    case StepEach::Round:
    case StepEach::Request:
        plan.walkers = HttpPlan::Walkers::Everybody;
        break;
    }
    plan.load.pacing = Pacing::SharedIterations;
    plan.load.vus =
        static_cast<int>(std::min<std::int64_t>(load.vus, std::max<std::int64_t>(walkers, 1)));
    plan.load.iterations = walkers;
    plan.load.durationNs = std::chrono::nanoseconds(std::chrono::hours(24)).count();
    plan.load.timeoutNs = load.timeoutNs;
    plan.load.userOf = load.userOf;
    return std::optional(std::move(plan));
}

Result<HttpPlan, RunError> httpWarmUpPlanOf(const Scenario &scenario, const QString &runId)
{
    RequestText text = requestTextOf(scenario);
    text.method = "GET";
    text.url = scenario.target.warmupUrl.toStdString();
    text.body.clear();
    text.bodyIsJson = false;
    // What steps take is not known yet, and a warm-up is without effect.
    std::erase_if(text.headers, [&scenario](const auto &header) {
        const QStringList names = placeholdersOf(QString::fromStdString(header.second));
        const auto &steps = scenario.target.steps;
        return std::any_of(steps.begin(), steps.end(), [&names](const StepSettings &step) {
            return std::any_of(step.extract.begin(), step.extract.end(),
                               [&names](const auto &one) { return names.contains(one.name); });
        });
    });
    auto plan = planWith(scenario, text, runId + QStringLiteral("-warm-up"), 1);
    if (plan) {
        plan.value().load = warmUpPlanOf(scenario);
        plan.value().keepsCookies = false;
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
    for (const StepSettings &step : scenario.target.steps) {
        const RequestText sent = requestTextOf(step);
        all += QString::fromStdString("\n" + sent.url + "\n" + sent.body);
        for (const auto &[name, value] : sent.headers) {
            all += QLatin1Char('\n') + QString::fromStdString(value);
        }
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
