// SPDX-License-Identifier: MIT
#include "run/one_request.h"

#include "run/run_text.h"

#include "base/clock.h"
#include "http/body_decoder.h"
#include "http/classifier.h"
#include "http/client_connection.h"
#include "http/steps.h"
#include "run/http_plan_of.h"
#include "scenario/classify_setting.h"
#include "scenario/person_directory.h"
#include "scenario/user_file.h"

#include <QCoreApplication>

#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace stampede {

namespace {

/// The request whose row of the people's file is the first one of that person; 0 without a file.
std::optional<std::uint64_t> requestFor(const Scenario &scenario, std::int64_t user)
{
    const auto file = scenario.users.loaded.file;
    if (!file) {
        return 0;
    }
    for (std::size_t row = 0; row < file->rows(); ++row) {
        if (file->userAt(row) == user) {
            return row;
        }
    }
    return std::nullopt;
}

using Event = ClientConnection::Event;

constexpr std::size_t kScratchBytes = 131'072;
constexpr std::int64_t kOpenWithinNs = 10 * kNsPerSecond;

/// Why a step failed, as a sentence; `why` is a phrase.
QString ofStep(const QString &step, const QString &why)
{
    return RunText::tr("The step %1 failed: %2.").arg(step, why);
}

/// Sends requests one after the other, each over a connection of its own, and waits for the answer.
class OneCaller
{
public:
    OneCaller(const HttpPlan &plan, std::vector<std::string> wanted)
        : m_plan(plan)
        , m_wanted(BodyDecoder::withItsHeaders(std::move(wanted)))
        , m_scratch(kScratchBytes)
    {}

    /// The answer is valid until the next call. The error is a phrase.
    Result<ServiceAnswer, QString> ask(RequestTemplate &request, const TemplateValues &values)
    {
        if (!m_poller.error().empty()) {
            return Failure{QString::fromStdString(m_poller.error())};
        }
        const UrlTemplate &url = request.url();
        if (url.secure && !m_tls) {
            auto made = TlsContext::make(m_plan.verifyPeer, m_plan.tls);
            if (!made) {
                return Failure{QString::fromStdString(made.error())};
            }
            m_tls = std::move(made).value();
        }
        if (auto opened = open(url); !opened) {
            return Failure{opened.error()};
        }
        request.write(m_text, values);
        Event event = m_line->ask(m_text, request.isHead(), m_poller);
        event = event == Event::None ? await(m_plan.load.timeoutNs) : event;
        switch (event) {
        case Event::Answered:
            return m_decoder.decoded(m_line->reader().answer());
        case Event::None:
            return Failure{
                RunText::tr("no answer within %1 ms").arg(m_plan.load.timeoutNs / kNsPerMs)};
        case Event::Wrong:
            return Failure{RunText::tr("what came is no answer of HTTP/1.1")};
        case Event::Opened:
        case Event::OpenFailed:
        case Event::Lost:
        case Event::IdleClosed:
            break;
        }
        return Failure{RunText::tr("the connection was closed without an answer")};
    }

private:
    Result<void, QString> open(const UrlTemplate &url)
    {
        std::vector<SocketAddress> addresses;
        if (!url.socket.empty()) {
            addresses.push_back(addressOfSocket(url.socket));
        } else if (auto found = resolve(url.host, url.port); found) {
            addresses = std::move(found).value();
        } else {
            return Failure{RunText::tr("the service cannot be reached: %1")
                               .arg(QString::fromStdString(found.error()))};
        }
        std::string why = "no connection within 10 s";
        for (const SocketAddress &address : addresses) {
            m_line = std::make_unique<ClientConnection>(m_wanted, ClientConnection::Owner{});
            Event event =
                m_line->open(address, url.secure ? m_tls.get() : nullptr, url.host, m_poller);
            event = event == Event::None ? await(kOpenWithinNs) : event;
            if (event == Event::Opened) {
                return {};
            }
            why = m_line->error().empty() ? why : m_line->error();
        }
        return Failure{
            RunText::tr("the service cannot be reached: %1").arg(QString::fromStdString(why))};
    }

    /// The next event of the connection; None where none came within `ns`.
    Event await(std::int64_t ns)
    {
        const std::int64_t untilNs = monotonicNs() + ns;
        for (std::int64_t leftNs = ns; leftNs > 0; leftNs = untilNs - monotonicNs()) {
            for (const epoll_event &ready : m_poller.wait(leftNs)) {
                if (ready.data.ptr == m_line.get()) {
                    const Event event = m_line->ready(ready.events, m_scratch, m_poller);
                    if (event != Event::None) {
                        return event;
                    }
                }
            }
        }
        return Event::None;
    }

    const HttpPlan &m_plan;
    const std::vector<std::string> m_wanted;
    Poller m_poller;
    std::unique_ptr<TlsContext> m_tls;
    BodyDecoder m_decoder;
    std::vector<char> m_scratch;
    std::string m_text;
    std::unique_ptr<ClientConnection> m_line;
};

QString statusLine(int status)
{
    namespace http = boost::beast::http;
    const auto phrase = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
    return QStringLiteral("%1 %2")
        .arg(QString::number(status),
             QString::fromLatin1(phrase.data(), static_cast<qsizetype>(phrase.size())))
        .trimmed();
}

TriedRequest triedOf(const QString &step, const ServiceAnswer &answer, std::int64_t beganNs)
{
    TriedRequest tried{step, statusLine(answer.status), {}, 0};
    tried.tookMs = (monotonicNs() - beganNs) / kNsPerMs;
    tried.answer.status = answer.status;
    tried.answer.body = QByteArray(answer.body.data(), static_cast<qsizetype>(answer.body.size()));
    for (const AnswerHeader &header : answer.headers) {
        if (header.there) {
            tried.answer.headers.append(
                {QByteArray::fromStdString(header.name), QByteArray::fromStdString(header.value)});
        }
    }
    return tried;
}

/// Walks the steps of a scenario for one person, and then asks.
class OneWalk
{
public:
    OneWalk(HttpPlan plan, std::vector<StepPlan> steps, std::int64_t user, std::uint64_t request)
        : m_plan(std::move(plan))
        , m_steps(std::move(steps))
        , m_user(user)
        , m_request(request)
        , m_values(m_plan.extracted)
        , m_caller(m_plan, wantedHeaders())
    {}

    OneTry make()
    {
        for (StepPlan &step : m_steps) {
            if (auto walked = walk(step); !walked) {
                m_made.failure = walked.error();
                return m_made;
            }
        }
        const std::int64_t beganNs = monotonicNs();
        auto answer = ask(m_plan.request);
        if (!answer) {
            m_made.failure = RunText::tr("No answer: %1.").arg(answer.error());
            return m_made;
        }
        m_made.request = triedOf({}, answer.value(), beganNs);
        return m_made;
    }

private:
    std::vector<std::string> wantedHeaders() const
    {
        std::vector<std::string> names = Classifier(m_plan.rules).wantedHeaders();
        for (const StepPlan &step : m_steps) {
            for (std::string &name : StepReader(step).wantedHeaders()) {
                names.push_back(std::move(name));
            }
        }
        if (m_plan.keepsCookies) {
            names.emplace_back(kSetCookie);
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    }

    Result<ServiceAnswer, QString> ask(RequestTemplate &request)
    {
        const QUrl url = cookieUrlOf(request.url());
        const std::string cookies =
            m_plan.keepsCookies ? m_keeper.headerFor(m_cookies, url) : std::string();
        auto answer =
            m_caller.ask(request, {m_user, m_request, &m_plan.column, 0, 0, &m_values, cookies});
        if (answer && m_plan.keepsCookies) {
            m_keeper.take(m_cookies, answer.value(), url);
        }
        return answer;
    }

    Result<void, QString> walk(StepPlan &step)
    {
        StepReader reader(step);
        const std::int64_t beganNs = monotonicNs();
        for (;;) {
            const auto answer = ask(step.request);
            if (!answer) {
                return Failure{ofStep(step.name, answer.error())};
            }
            QString why;
            const auto next = reader.read(answer.value(), m_values, why);
            if (next == StepReader::Next::Again &&
                monotonicNs() + step.everyNs < beganNs + step.atMostNs) {
                std::this_thread::sleep_for(std::chrono::nanoseconds(step.everyNs));
                continue;
            }
            m_made.steps.append(triedOf(step.name, answer.value(), beganNs));
            if (next == StepReader::Next::Done) {
                return {};
            }
            if (next == StepReader::Next::Again) {
                why = RunText::tr("what it waits for (until) did not come within %1 ms")
                          .arg(step.atMostNs / kNsPerMs);
            }
            return Failure{ofStep(step.name, why)};
        }
    }

    HttpPlan m_plan;
    std::vector<StepPlan> m_steps;
    std::int64_t m_user;
    std::uint64_t m_request;
    std::vector<std::string> m_values;
    OneCaller m_caller;
    CookieKeeper m_keeper;
    QList<QNetworkCookie> m_cookies;
    OneTry m_made;
};

/// The steps that are walked before one request, in their order.
Result<std::vector<StepPlan>, QString> stepsBefore(const Scenario &scenario, HttpPlan &plan)
{
    std::vector<StepPlan> steps;
    for (const StepEach each : {StepEach::Run, StepEach::Round, StepEach::Vu, StepEach::Person}) {
        auto made =
            stepsPlanOf(scenario, QStringLiteral("try"), 1, each, std::make_shared<StepMemory>());
        if (!made) {
            return Failure{made.error().message};
        }
        if (!made.value()) {
            continue;
        }
        for (StepPlan &step : made.value()->steps) {
            if (each != StepEach::Round || !step.extracts.empty()) {
                steps.push_back(std::move(step));
            }
        }
    }
    for (StepPlan &step : plan.steps) {
        steps.push_back(std::move(step));
    }
    plan.steps.clear();
    return steps;
}

} // namespace

QJsonArray usualRules()
{
    return classifyToJson(usualClassifyRules()).toArray();
}

QJsonArray rulesOf(const Scenario &scenario)
{
    const QList<ClassifyRule> &own = scenario.target.classify;
    return own.isEmpty() ? usualRules() : classifyToJson(own).toArray();
}

OneTry tryOneRequest(const Scenario &scenario, const QString &person)
{
    const auto fail = [](const QString &why) { return OneTry{{}, std::nullopt, why}; };
    const PersonDirectory people(scenario.users.loaded.file);
    const std::int64_t user = people.personNamed(person).value_or(0);
    if (user < 1 && people.areNumbers()) {
        return fail(RunText::tr("A user is a whole number from 1 on."));
    }
    const auto index = user < 1 ? std::nullopt : requestFor(scenario, user);
    if (!index) {
        return fail(RunText::tr("User %1 is not in %2.").arg(person, scenario.users.path));
    }
    auto plan = httpPlanOf(scenario, QStringLiteral("try"));
    if (!plan) {
        return fail(plan.error().message);
    }
    auto steps = stepsBefore(scenario, plan.value());
    if (!steps) {
        return fail(steps.error());
    }
    return OneWalk(std::move(plan).value(), std::move(steps).value(), user, *index).make();
}

std::optional<Outcome> meaningOf(const OneAnswer &answer, const Scenario &scenario)
{
    auto plan = httpPlanOf(scenario, QStringLiteral("try"));
    if (!plan) {
        return std::nullopt;
    }
    Classifier classifier(plan.value().rules);
    std::vector<AnswerHeader> wanted;
    for (const std::string &name : BodyDecoder::withItsHeaders(classifier.wantedHeaders())) {
        AnswerHeader header{name, {}, false};
        for (const auto &[got, value] : answer.headers) {
            if (got.toLower().toStdString() == name) {
                header.value = value.toStdString();
                header.there = true;
            }
        }
        wanted.push_back(header);
    }
    ServiceAnswer seen;
    seen.status = answer.status;
    seen.body = {answer.body.constData(), static_cast<std::size_t>(answer.body.size())};
    seen.headers = wanted;
    // What came unpacked already keeps the header that says it was packed.
    BodyDecoder decoder;
    const ServiceAnswer decoded = decoder.decoded(seen);
    return classifier.classify(decoded.unread ? seen : decoded);
}

} // namespace stampede
