// SPDX-License-Identifier: MIT
#include "run/service_round.h"

#include "run/run_text.h"

#include "faults/fault_injector.h"
#include "faults/fault_proxy.h"
#include "http/http_engine.h"
#include "record/run_figures.h"
#include "run/http_plan_of.h"
#include "run/round_parts.h"
#include "run/service_rows.h"
#include "scenario/step_setting.h"
#include "text/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

constexpr int kSpareFiles = 40;

/// Whether the service may be attacked: it is on this machine, or somebody answers for it.
Result<void, RunError> mayBeAttacked(const UrlTemplate &url, const DatabaseHost &host)
{
    DatabaseUrl place;
    place.kind = DatabaseUrl::Kind::Mysql;
    place.socket = QString::fromStdString(url.socket);
    place.host = QString::fromStdString(url.host);
    if (host.mayReach(place)) {
        return {};
    }
    return Failure{RunError{ExitCode::Unreachable,
                            RunText::tr("%1 is not this computer. If you answer for the service "
                                        "there, add --allow-host %1.")
                                .arg(place.host),
                            {},
                            FaultKind::ForeignHost,
                            {},
                            {},
                            place.host}};
}

/// The variables of the environment that name a proxy, which other programs would use.
QStringList proxyVariables()
{
    QStringList set;
    for (const char *name :
         {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
        if (!qEnvironmentVariableIsEmpty(name)) {
            set << QLatin1String(name);
        }
    }
    return set;
}

/// What may be the reason why a service does not answer as it should; empty for nothing.
QString proxyHint()
{
    const QStringList set = proxyVariables();
    return set.isEmpty() ? QString()
                         : QLatin1Char(' ') +
                               RunText::tr("A proxy is named in the environment (%1); Stampede "
                                           "uses none and asks the service directly.")
                                   .arg(set.join(QStringLiteral(", ")));
}

/// `url` as it is written, so that nothing is told that only the environment knows.
Failure<RunError> unreachable(const QString &url, const std::string &error)
{
    return Failure{RunError{ExitCode::Unreachable,
                            RunText::tr("The service %1 cannot be reached: %2. Nothing was sent.")
                                    .arg(url, QString::fromStdString(error)) +
                                proxyHint(),
                            {}}};
}

QString keyOf(NotRecognised why)
{
    switch (why) {
    case NotRecognised::NoHttp:
        return QStringLiteral("no_http");
    case NotRecognised::Http2:
        return QStringLiteral("http2");
    case NotRecognised::Encoded:
        return QStringLiteral("encoded");
    case NotRecognised::Charset:
        return QStringLiteral("charset");
    case NotRecognised::TooLong:
        return QStringLiteral("too_long");
    case NotRecognised::NoJson:
        return QStringLiteral("no_json");
    case NotRecognised::NoRule:
        return QStringLiteral("no_rule");
    }
    return {};
}

/// What it was and why no rule knew it. `start`: its first bytes, for reading.
QString notRecognisedText(const HttpReport::Unrecognised &answer, const QString &start)
{
    const QString status = QString::number(answer.status);
    const QString named = QString::fromStdString(answer.named);
    switch (answer.why) {
    case NotRecognised::NoHttp:
        return RunText::tr("The first answer that was not recognised is no HTTP: %1").arg(start);
    case NotRecognised::Http2:
        return RunText::tr("The service answered in HTTP/2, which Stampede does not speak: it "
                           "asks by HTTP/1.1. Let the service take HTTP/1.1 too, or ask it "
                           "through a gateway that does.");
    case NotRecognised::Encoded:
        return RunText::tr("The first answer that was not recognised, %1, has the content "
                           "encoding %2, through which it could not be read (gzip and deflate "
                           "can be). Do not ask for it by Accept-Encoding.")
            .arg(status, named);
    case NotRecognised::Charset:
        if (named.isEmpty()) {
            return RunText::tr("The first answer that was not recognised, %1, is not written "
                               "in UTF-8, and its Content-Type names no character set: what is "
                               "not ASCII in it was not compared.")
                .arg(status);
        }
        return RunText::tr("The first answer that was not recognised, %1, is written in %2, which "
                           "could not be read.")
            .arg(status, named);
    case NotRecognised::TooLong:
        return RunText::tr("The first answer that was not recognised, %1, is longer than the 1 "
                           "MiB that is read, so that no pointer finds anything: %2")
            .arg(status, start);
    case NotRecognised::NoJson:
        return RunText::tr("The first answer that was not recognised, %1, has a body that is no "
                           "JSON, and no rule without a pointer holds: %2")
            .arg(status, start.isEmpty() ? RunText::tr("it is empty") : start);
    case NotRecognised::NoRule:
        return RunText::tr("The first answer that was not recognised, no rule holds for it: %1 "
                           "%2")
            .arg(status, start);
    }
    return {};
}

/// A round against a service over HTTP.
class ServiceRound : public Round
{
public:
    ServiceRound(const Scenario &scenario, const RoundTools &tools)
        : Round(scenario, tools)
        , m_rows(m_record, m_host, m_lock)
    {
        m_record.people = PersonDirectory(scenario.users.loaded.file);
    }

private:
    Result<void, RunError> prepare() override;
    Result<void, RunError> load() override;
    void audit() override { m_rows.audit(m_stop, m_hooks); }
    void afterAudit() override { m_rows.keepPeople(); }

    Result<void, RunError> walkOnce();
    Result<void, RunError> walk(StepEach each);
    void noteSteps(const std::vector<StepFigures> &steps, StepEach each);
    Result<void, RunError> warmUp();
    void predictIt();
    void noteContact(const HttpReport &report);

    ServiceRows m_rows;
    HttpPlan m_plan;                      ///< from prepare() to load()
    std::shared_ptr<StepMemory> m_memory; ///< what steps before the load left behind
    std::vector<StepFigure> m_steps;
};

Result<void, RunError> ServiceRound::prepare()
{
    auto plan = httpPlanOf(scenario(), m_record.id, m_record.round);
    if (!plan) {
        return Failure{plan.error()};
    }
    if (auto allowed = mayBeAttacked(plan.value().request.url(), m_host); !allowed) {
        return allowed;
    }
    for (const StepPlan &step : plan.value().steps) {
        if (auto allowed = mayBeAttacked(step.request.url(), m_host); !allowed) {
            return allowed;
        }
    }
    if (auto fits = fitsThisMachine(scenario(), scenario().mostVus() + kSpareFiles); !fits) {
        return fits;
    }
    if (scenario().target.insecure) {
        remark(RunText::tr("The service's certificate was not checked (target.insecure)."));
    }
    if (const QString hint = proxyHint().trimmed(); !hint.isEmpty()) {
        remark(hint);
    }
    if (auto claimed = m_rows.claim(m_hooks.message); !claimed) {
        return claimed;
    }
    // Rows are emptied for a load that can be sent, and for no other.
    if (m_rows.areOurs()) {
        if (auto reached = HttpEngine::reach(plan.value()); !reached) {
            return unreachable(scenario().target.url, reached.error());
        }
    }
    if (auto walked = walkOnce(); !walked) {
        return walked;
    }
    if (auto warm = warmUp(); !warm) {
        return warm;
    }
    for (const StepEach each : {StepEach::Vu, StepEach::Person}) {
        if (auto walked = walk(each); !walked) {
            return walked;
        }
    }
    plan.value().memory = m_memory;
    if (auto rows = m_rows.prepare(m_hooks.message); !rows) {
        return rows;
    }
    if (m_hooks.stock && m_rows.stock()) {
        m_hooks.stock(*m_rows.stock());
    }
    m_rows.tellApart(plan.value().load);
    predictIt();
    m_plan = std::move(plan).value();
    return {};
}

/// The steps of the run, in its first round, and those of this round.
Result<void, RunError> ServiceRound::walkOnce()
{
    const auto &steps = scenario().target.steps;
    const bool hasSome = std::any_of(steps.begin(), steps.end(), [](const StepSettings &step) {
        return step.each != StepEach::Request;
    });
    if (!hasSome) {
        return {};
    }
    if (!m_stepsOfRun) {
        m_memory = std::make_shared<StepMemory>();
        if (auto walked = walk(StepEach::Run); !walked) {
            return walked;
        }
        m_stepsOfRun = m_memory;
    }
    m_memory = std::make_shared<StepMemory>(*m_stepsOfRun);
    return walk(StepEach::Round);
}

Result<void, RunError> ServiceRound::walk(StepEach each)
{
    if (!m_memory || m_stop.end.stop_requested()) {
        return {};
    }
    auto plan = stepsPlanOf(scenario(), m_record.id, m_record.round, each, m_memory);
    if (!plan) {
        return Failure{plan.error()};
    }
    if (!plan.value()) {
        return {};
    }
    for (const StepPlan &step : plan.value()->steps) {
        if (auto allowed = mayBeAttacked(step.request.url(), m_host); !allowed) {
            return allowed;
        }
        if (m_hooks.message) {
            m_hooks.message(RunText::tr("Step \"%1\"").arg(step.name));
        }
    }
    const auto &steps = scenario().target.steps;
    const auto first = std::find_if(steps.begin(), steps.end(),
                                    [each](const StepSettings &step) { return step.each == each; });
    HttpEngine engine(std::move(*std::move(plan).value()));
    if (const auto walked = engine.run(m_stop.end); !walked) {
        return unreachable(first->url, walked.error());
    }
    noteSteps(engine.report().steps, each);
    const bool isOfAll = each == StepEach::Run || each == StepEach::Round;
    for (const StepFigures &step : engine.report().steps) {
        if (isOfAll && step.failed > 0) {
            return Failure{RunError{ExitCode::Unreachable,
                                    RunText::tr("The step \"%1\" failed: %2. Nothing was sent "
                                                "after it.")
                                        .arg(step.name, step.firstFailure),
                                    {}}};
        }
    }
    return {};
}

void ServiceRound::noteSteps(const std::vector<StepFigures> &steps, StepEach each)
{
    for (const StepFigures &step : steps) {
        StepFigure figure{step.name,
                          stepEachKey(each),
                          static_cast<std::int64_t>(step.count),
                          static_cast<std::int64_t>(step.failed),
                          {},
                          {},
                          step.firstFailure};
        if (step.lengths.count() > 0) {
            figure.p50Ns = step.lengths.percentile(50);
            figure.p95Ns = step.lengths.percentile(95);
            remark(RunText::tr("Step \"%1\" (%2), done: %3; half of them within %4 ms, 95 % "
                               "within %5 ms.")
                       .arg(figure.name, figure.each, text::count(figure.count - figure.failed),
                            text::latencyMs(static_cast<double>(*figure.p50Ns)),
                            text::latencyMs(static_cast<double>(*figure.p95Ns))));
        }
        if (figure.failed > 0) {
            remark(RunText::tr("Step \"%1\" (%2), failed: %3, at first because %4. Requests that "
                               "needed it were not sent.")
                       .arg(figure.name, figure.each, text::count(figure.failed),
                            figure.firstFailure));
        }
        m_steps.push_back(std::move(figure));
    }
}

Result<void, RunError> ServiceRound::warmUp()
{
    if (scenario().warmup <= Duration::zero() || m_stop.end.stop_requested()) {
        return {};
    }
    enter(Phase::WarmUp);
    auto plan = httpWarmUpPlanOf(scenario(), m_record.id);
    if (!plan) {
        return Failure{plan.error()};
    }
    if (auto allowed = mayBeAttacked(plan.value().request.url(), m_host); !allowed) {
        return allowed;
    }
    const auto loaded = HttpEngine(std::move(plan).value()).run(m_stop.end);
    return loaded ? Result<void, RunError>()
                  : unreachable(scenario().target.warmupUrl, loaded.error());
}

void ServiceRound::predictIt()
{
    predicted(m_rows.predicted());
    for (const PredictionNote &note : m_record.prediction.notes) {
        if (m_hooks.message && note.code == QLatin1String("one-caller")) { // while it can be ended
            m_hooks.message(note.text);
        }
    }
}

Result<void, RunError> ServiceRound::load()
{
    enter(Phase::Run);
    m_rows.beforeLoad();
    const UrlTemplate &url = m_plan.request.url();
    const auto relay = FaultProxy::toService(scenario(), url.host, url.port, url.socket);
    if (!relay) {
        return Failure{RunError{ExitCode::Unreachable, relay.error(), {}}};
    }
    if (NetworkRelay *between = relay.value().relay(); between != nullptr) {
        m_plan.relayPort = between->port();
    }
    HttpEngine engine(std::move(m_plan));
    const JournalScope journal(m_journal, m_record, m_rows.start(), m_host);
    journal.join(engine);
    FaultInjector director(scenario().faults,
                           {nullptr, relay.value().relay(), {}, scenario().seed, {}}, m_stop.end);
    director.join(engine);
    auto loaded = runWatched(engine, m_record, {director.token(), m_stop.now}, m_hooks);
    if (!loaded) {
        return unreachable(scenario().target.url, loaded.error());
    }
    takeLoad(m_record, loaded.value());
    journal.tell(m_record);
    m_record.faults = director.faults();
    noteContact(engine.report());
    m_latency = fillFromLoad(m_record, loaded.value(), m_rows.stock().value_or(-1));
    return {};
}

void ServiceRound::noteContact(const HttpReport &report)
{
    ServiceContact contact;
    contact.refusedAtStart = report.refusedAtStart;
    contact.reconnects = static_cast<std::int64_t>(report.reconnects);
    contact.lateAnswers = static_cast<std::int64_t>(report.lateAnswers);
    contact.ruleHits.assign(report.ruleHits.begin(), report.ruleHits.end());
    if (report.refusedAtStart > 0) {
        remark(text::plural(report.refusedAtStart,
                            RunText::tr("%1 of %2 was not connected when the load began: %3."),
                            RunText::tr("%1 of %2 were not connected when the load began: %3."))
                   .arg(text::count(report.refusedAtStart),
                        text::virtualUsers(scenario().mostVus()),
                        QString::fromStdString(report.firstRefusal)));
    }
    noteSteps(report.steps, StepEach::Request);
    contact.steps = m_steps;
    if (!report.firstBreak.empty()) {
        remark(RunText::tr("The service ended a TLS connection that was open: %1. Where it "
                           "wants to know who asks, target.tls.certificate and target.tls.key "
                           "say so.")
                   .arg(QString::fromStdString(report.firstBreak)));
    }
    if (report.replays > 0) {
        remark(text::plural(static_cast<std::int64_t>(report.replays),
                            RunText::tr("%1 answer \"issued\" has the Idempotency-Key of an "
                                        "earlier one of the same person: it repeats that one, "
                                        "and counts as already issued."),
                            RunText::tr("%1 answers \"issued\" have the Idempotency-Key of an "
                                        "earlier one of the same person: they repeat that one, "
                                        "and count as already issued."))
                   .arg(text::count(static_cast<std::int64_t>(report.replays))));
    }
    if (contact.lateAnswers > 0) {
        remark(text::plural(contact.lateAnswers,
                            RunText::tr("%1 answer came after its timeout and was counted."),
                            RunText::tr("%1 answers came after their timeout and were counted."))
                   .arg(text::count(contact.lateAnswers)));
    }
    if (report.firstUnrecognised) {
        const std::string &start = report.firstUnrecognised->start;
        contact.firstUnrecognisedStatus = report.firstUnrecognised->status;
        contact.firstUnrecognised = withoutSecrets(
            QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size())), scenario());
        contact.whyUnrecognised = keyOf(report.firstUnrecognised->why);
        remark(notRecognisedText(*report.firstUnrecognised, contact.firstUnrecognised));
    }
    if (report.firstServerError) {
        const std::string &start = report.firstServerError->start;
        contact.firstServerErrorStatus = report.firstServerError->status;
        contact.firstServerError = withoutSecrets(
            QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size())), scenario());
        remark(RunText::tr("The first answer with a status of 5xx: %1 %2")
                   .arg(QString::number(*contact.firstServerErrorStatus),
                        contact.firstServerError.isEmpty() ? RunText::tr("without a body")
                                                           : contact.firstServerError));
    }
    for (std::size_t i = 0; i < report.ruleNulls.size(); ++i) {
        if (report.ruleNulls[i] > 0) {
            remark(RunText::tr("Rule %1 of target.classify looks for a value at its pointer; there "
                               "was null, which is none (answers: %2). A rule with \"equals\": "
                               "null would hold for them.")
                       .arg(QString::number(i + 1),
                            text::count(static_cast<std::int64_t>(report.ruleNulls[i]))));
        }
    }
    m_record.contact = contact;
}

} // namespace

Result<RunRecord, RunError> makeServiceRound(const Scenario &scenario, const RoundTools &tools)
{
    return ServiceRound(scenario, tools).make();
}

} // namespace stampede
