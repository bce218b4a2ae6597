// SPDX-License-Identifier: MIT
#include "http/http_worker.h"

#include "http/http_text.h"

#include "base/check.h"
#include "base/clock.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

namespace stampede {

namespace {

using Event = ClientConnection::Event;

constexpr std::size_t kScratchBytes = 131'072;
constexpr std::size_t kOpeningAtOnce = 128;
constexpr std::int64_t kOpenWithinNs = 10 * kNsPerSecond;
constexpr std::int64_t kTryAgainNs = 20 * kNsPerMs;          // where the network fails on purpose
constexpr std::int64_t kRestAfterRefusalNs = 100 * kNsPerMs; // a dead service is not hammered

std::string withoutControls(std::string_view text)
{
    std::string clean(text.substr(0, ResponseReader::kMostShown));
    for (char &c : clean) {
        const auto byte = static_cast<unsigned char>(c);
        c = byte < 0x20 || byte == 0x7F ? '.' : c;
    }
    return clean;
}

/// Those that rules and steps look at, and those that say how a body is to be read.
std::vector<std::string> headersFor(const HttpPlan &plan, const Classifier &classifier,
                                    const std::deque<StepReader> &readers)
{
    std::vector<std::string> names = classifier.wantedHeaders();
    for (const StepReader &reader : readers) {
        for (std::string &name : reader.wantedHeaders()) {
            names.push_back(std::move(name));
        }
    }
    if (plan.keepsCookies) {
        names.emplace_back(kSetCookie);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return BodyDecoder::withItsHeaders(std::move(names));
}

std::deque<StepReader> readersOf(const HttpPlan &plan)
{
    std::deque<StepReader> readers;
    for (const StepPlan &step : plan.steps) {
        readers.emplace_back(step);
    }
    return readers;
}

/// A server's first frame of HTTP/2 (RFC 9113): SETTINGS of stream 0.
bool isHttp2(std::string_view bytes)
{
    constexpr std::size_t kFrameHead = 9;
    constexpr char kSettings = 4;
    return bytes.size() >= kFrameHead && bytes[0] == 0 && bytes[3] == kSettings &&
           bytes.substr(5, 4) == std::string_view("\0\0\0\0", 4);
}

} // namespace

HttpWorker::HttpWorker(const HttpPlan &plan, Pacer &pacer, Recorder &recorder,
                       SharedHistogram &lateness, Poller &readiness, CrowdSigns &signs)
    : m_plan(plan)
    , m_pacer(pacer)
    , m_recorder(recorder)
    , m_lateness(lateness)
    , m_poller(readiness)
    , m_signs(signs)
    , m_request(plan.request)
    , m_classifier(plan.rules, plan.rowPointer, plan.stockPointer)
    , m_walks(!plan.steps.empty() || plan.memory || plan.keepsCookies)
    , m_stepReaders(readersOf(plan))
    , m_wanted(headersFor(plan, m_classifier, m_stepReaders))
    , m_vus(static_cast<std::size_t>(plan.load.vus))
    , m_scratch(kScratchBytes)
{
    for (std::uint32_t vu = 0; vu < m_vus.size(); ++vu) {
        m_vus[vu].line =
            std::make_unique<ClientConnection>(m_wanted, ClientConnection::Owner{false, vu});
    }
    if (m_walks) {
        prepareSteps();
    }
}

HttpWorker::~HttpWorker() = default;

std::int64_t HttpWorker::sinceStartNs() const
{
    return monotonicNs() - m_signs.startedAtNs.load(std::memory_order_relaxed);
}

Result<void, std::string> HttpWorker::open(TlsContext *tls,
                                           const std::vector<SocketAddress> &addresses,
                                           std::vector<StepPlace> places,
                                           const std::stop_token &stop)
{
    m_tls = tls;
    m_stepPlaces = std::move(places);
    m_stop = stop;
    std::string first; // of the address that the name stands for in the first place
    for (const SocketAddress &address : addresses) {
        if (openAt(address, stop) || stop.stop_requested()) {
            return {};
        }
        first = first.empty() ? m_report.firstRefusal : first;
    }
    return Failure{first};
}

/// Whether anybody could be connected there.
bool HttpWorker::openAt(const SocketAddress &address, const std::stop_token &stop)
{
    m_address = address;
    m_report.refusedAtStart = 0;
    m_report.firstRefusal.clear();
    const std::size_t enough = std::min(m_vus.size(), kOpeningAtOnce);
    std::uint32_t next = 0;
    while ((next < m_vus.size() || m_opening > 0) && !stop.stop_requested()) {
        const bool hopeless =
            m_signs.openCount == 0 && static_cast<std::size_t>(m_report.refusedAtStart) >= enough;
        if (hopeless) {
            break;
        }
        while (next < m_vus.size() && m_opening < kOpeningAtOnce) {
            ++m_opening;
            m_vus[next].startedNs = sinceStartNs();
            appendDeadline(next);
            if (openLine(next) == Event::OpenFailed) {
                openedOne(next, false);
            }
            ++next;
        }
        if (m_opening > 0) {
            look(kLookAgainNs);
        }
        while (m_oldest != kNobody && m_vus[m_oldest].startedNs + kOpenWithinNs <= sinceStartNs()) {
            m_vus[m_oldest].line->close();
            openedOne(m_oldest, false);
        }
    }
    while (m_oldest != kNobody) {
        m_vus[m_oldest].line->close();
        openedOne(m_oldest, false);
    }
    return m_signs.openCount > 0;
}

ClientConnection::Event HttpWorker::openLine(std::uint32_t vu)
{
    TlsContext *const tls = m_request.url().secure ? m_tls : nullptr;
    return m_vus[vu].line->open(m_address, tls, m_request.url().host, m_poller);
}

void HttpWorker::openedOne(std::uint32_t vu, bool good)
{
    --m_opening;
    removeDeadline(vu);
    if (good) {
        ++m_signs.openCount;
        return;
    }
    if (m_report.refusedAtStart++ == 0) {
        const std::string &why = m_vus[vu].line->error();
        m_report.firstRefusal = why.empty() ? "no connection within 10 s" : why;
    }
}

/// Waits for connections and lets everybody take what came.
void HttpWorker::look(std::int64_t waitNs)
{
    for (const epoll_event &ready : m_poller.wait(waitNs)) {
        auto &line = *static_cast<ClientConnection *>(ready.data.ptr);
        take(line, line.ready(ready.events, m_scratch, m_poller));
    }
}

void HttpWorker::take(ClientConnection &line, Event event)
{
    const auto [isLate, index, isAside] = line.owner();
    if (isLate) {
        return takeLate(index, event);
    }
    if (!line.error().empty() && (event == Event::Lost || event == Event::IdleClosed) &&
        m_report.firstBreak.empty()) {
        m_report.firstBreak = line.error();
    }
    if (isAside || isStepping(index)) {
        return takeStep(index, event);
    }
    switch (event) {
    case Event::None:
    case Event::IdleClosed:
        return; // whoever needs it next makes a new one
    case Event::Opened:
        return m_vus[index].doing == Doing::Opening ? openedOne(index, true)
                                                    : ask(index, sinceStartNs());
    case Event::OpenFailed:
        return m_vus[index].doing == Doing::Opening ? openedOne(index, false) : refused(index);
    case Event::Answered:
        return takeAnswer(index);
    case Event::Wrong:
        return takeWrong(index);
    case Event::Lost:
        return lost(index);
    }
}

void HttpWorker::send(const std::stop_token &stop)
{
    m_stop = stop;
    for (std::uint32_t vu = 0; vu < m_vus.size(); ++vu) {
        m_vus[vu].doing = Doing::Free;
    }
    for (std::uint32_t vu = 0; vu < m_vus.size(); ++vu) {
        takeTicket(vu, sinceStartNs());
    }
    while (m_finished < m_vus.size()) {
        const std::int64_t nowNs = sinceStartNs();
        look(std::clamp<std::int64_t>(nextMomentNs() - nowNs, 0, kLookAgainNs));
        serveTimes(sinceStartNs());
    }
}

std::int64_t HttpWorker::nextMomentNs() const
{
    std::int64_t next = std::numeric_limits<std::int64_t>::max();
    if (m_oldest != kNobody) {
        next = m_vus[m_oldest].startedNs + m_plan.load.timeoutNs;
    }
    if (!m_resting.empty()) {
        next = std::min(next, m_resting.top().first);
    }
    if (!m_waiting.empty()) {
        next = std::min(next, m_nextDueNs);
    }
    if (!m_again.empty()) {
        next = std::min(next, m_again.front().atNs);
    }
    if (!m_parked.empty()) {
        next = std::min(next, m_parked.top().first);
    }
    if (m_stopAtNs >= 0) {
        next = std::min(next, m_stopAtNs + kGraceAfterStopNs);
    }
    return next;
}

void HttpWorker::takeTicket(std::uint32_t vu, std::int64_t nowNs)
{
    Vu &user = m_vus[vu];
    const Ticket ticket = m_pacer.next(vu, user.done, user.endedNs, nowNs);
    if (ticket.kind == Ticket::Kind::End) {
        return finish(vu);
    }
    if (m_stop.stop_requested()) {
        m_cutShort = true;
        return finish(vu);
    }
    if (ticket.kind == Ticket::Kind::Send) {
        return begin(vu, ticket, nowNs);
    }
    user.doing = Doing::Free;
    if (isOpen(m_plan.load.pacing)) {
        m_waiting.push_back(vu);
        m_nextDueNs = ticket.atNs;
    } else {
        m_resting.emplace(ticket.atNs, vu);
    }
}

void HttpWorker::begin(std::uint32_t vu, const Ticket &ticket, std::int64_t nowNs)
{
    Vu &user = m_vus[vu];
    user.operation = Operation();
    user.operation.request = static_cast<std::uint32_t>(ticket.index);
    user.operation.user = m_plan.load.userOf(ticket.index);
    user.operation.vu = static_cast<std::uint16_t>(vu);
    user.operation.invokedNs = nowNs;
    user.startedNs = nowNs;
    user.dueNs = ticket.atNs;
    user.madeForThis = false;
    m_recorder.began(vu, {nowNs, user.operation.user, user.operation.request, 0});
    appendDeadline(vu);
    if (m_plan.load.pacing == Pacing::Burst) {
        m_lateness.record(nowNs);
    } else if (isOpen(m_plan.load.pacing)) {
        m_lateness.record(nowNs - std::max(ticket.atNs, user.freeNs));
    }
    if (m_walks) {
        return beginWalk(vu, nowNs);
    }
    if (user.line->state() == ClientConnection::State::Idle) {
        ask(vu, nowNs);
    } else {
        connect(vu);
    }
}

void HttpWorker::connect(std::uint32_t vu)
{
    Vu &user = m_vus[vu];
    user.doing = Doing::Connecting;
    m_report.reconnects += user.madeForThis ? 0 : 1; // once a request
    user.madeForThis = true;
    if (openLine(vu) == Event::OpenFailed) {
        refused(vu);
    }
}

/// There is no connection for the request under way. Where the network fails on purpose it waits
/// for one as long as it has time, as the load of a database does.
void HttpWorker::refused(std::uint32_t vu)
{
    if (!m_plan.relayPort || m_stop.stop_requested()) {
        return end(vu, Outcome::NotSent);
    }
    m_vus[vu].line->close();
    m_vus[vu].doing = Doing::Connecting;
    m_again.push_back({sinceStartNs() + kTryAgainNs, vu, m_vus[vu].operation.request});
}

void HttpWorker::tryAgain(std::int64_t nowNs)
{
    while (!m_again.empty() && m_again.front().atNs <= nowNs) {
        const Again again = m_again.front();
        m_again.pop_front();
        const Vu &user = m_vus[again.vu];
        if (!isStepping(again.vu) && user.doing == Doing::Connecting &&
            user.operation.request == again.request) {
            connect(again.vu); // else its time was up
        }
    }
}

void HttpWorker::ask(std::uint32_t vu, std::int64_t nowNs)
{
    Vu &user = m_vus[vu];
    user.doing = Doing::Asking;
    user.operation.invokedNs = nowNs;
    if (isOpen(m_plan.load.pacing) || m_plan.load.pacing == Pacing::Burst) {
        user.operation.latenessUs = Operation::stampUs(nowNs - user.dueNs);
    }
    m_request.write(m_buffer, valuesFor(vu, m_cookieUrl));
    if (user.line->ask(m_buffer, m_request.isHead(), m_poller) == Event::Lost) {
        lost(vu);
    }
}

void HttpWorker::lost(std::uint32_t vu)
{
    const Vu &user = m_vus[vu];
    if (user.line->hasHandedOver()) {
        return end(vu, Outcome::Unknown, UnknownReason::Reset);
    }
    // An old connection had gone before a byte left, which is no fault of this request.
    if (!user.madeForThis) {
        return connect(vu);
    }
    refused(vu);
}

void HttpWorker::takeAnswer(std::uint32_t vu)
{
    Vu &user = m_vus[vu];
    const ServiceAnswer answer = m_decoder.decoded(user.line->reader().answer());
    auto outcome = m_classifier.classify(answer);
    user.operation.returnedNs = sinceStartNs();
    user.operation.errorCode = static_cast<std::uint16_t>(answer.status);
    user.operation.stockRead = m_classifier.stockOf(answer);
    noteServerError(vu, answer);
    if (m_plan.keepsCookies) {
        takeCookies(vu, answer, m_cookieUrl);
    }
    if (outcome == Outcome::Issued && m_request.keyOfPerson() != nullptr) {
        outcome = unlessReplayed(vu, *outcome);
    }
    if (!outcome) {
        if (!m_report.firstUnrecognised) {
            const auto [why, named] = m_classifier.whyNot(answer);
            m_report.firstUnrecognised = {answer.status, shown(vu, answer.body), why, named};
        }
        return end(vu, Outcome::Unknown, UnknownReason::Unclassified);
    }
    if (*outcome == Outcome::Issued) {
        user.operation.rowId = m_classifier.rowOf(answer);
    }
    end(vu, *outcome,
        *outcome == Outcome::Unknown ? UnknownReason::Unclassified : UnknownReason::None);
}

void HttpWorker::takeWrong(std::uint32_t vu)
{
    const ResponseReader &reader = m_vus[vu].line->reader();
    if (!m_report.firstUnrecognised) {
        m_report.firstUnrecognised = {reader.wrongStatus(),
                                      shown(vu, reader.firstBytes()),
                                      isHttp2(reader.firstBytes()) ? NotRecognised::Http2
                                                                   : NotRecognised::NoHttp,
                                      {}};
    }
    m_vus[vu].operation.returnedNs = sinceStartNs();
    m_vus[vu].operation.errorCode = static_cast<std::uint16_t>(reader.wrongStatus());
    end(vu, Outcome::Unknown, UnknownReason::Unclassified);
}

/// The first bytes of a text for reading, without what steps took for the request under way and the
/// cookies it was sent with: an answer may repeat them.
std::string HttpWorker::shown(std::uint32_t vu, std::string_view text) const
{
    std::string all(text.substr(0, 2 * ResponseReader::kMostShown));
    const auto hide = [&all](const std::string &secret) {
        constexpr std::size_t kShortest = 4; // less would hide words
        for (std::size_t at = 0;
             secret.size() >= kShortest && (at = all.find(secret, at)) != std::string::npos;) {
            all.replace(at, secret.size(), "•••");
        }
    };
    if (m_walks) {
        const Walk &walk = m_walksOf[vu];
        std::for_each(walk.values.begin(), walk.values.end(), hide);
        for (const QNetworkCookie &cookie : walk.state->cookies) {
            hide(cookie.value().toStdString());
        }
    }
    return withoutControls(all);
}

void HttpWorker::noteServerError(std::uint32_t vu, const ServiceAnswer &answer)
{
    if (answer.status >= 500 && answer.status < 600 && !m_report.firstServerError) {
        m_report.firstServerError = HttpReport::ServerError{answer.status, shown(vu, answer.body)};
    }
}

/// The request under way has ended; its returnedNs is set where an answer came.
void HttpWorker::end(std::uint32_t vu, Outcome outcome, UnknownReason reason)
{
    Vu &user = m_vus[vu];
    Operation &operation = user.operation;
    const bool hasAnswer = operation.returnedNs != Operation::kNoAnswer;
    const std::int64_t nowNs = hasAnswer ? operation.returnedNs : sinceStartNs();
    operation.outcome = outcome;
    operation.reason = reason;
    if (outcome != Outcome::Unknown) {
        operation.returnedNs = nowNs;
    }
    removeDeadline(vu);
    m_recorder.ended(vu, operation);
    ++user.done;
    user.endedNs = nowNs;
    user.freeNs = nowNs;
    m_lengthNs = std::max(m_lengthNs, nowNs);
    if (outcome == Outcome::NotSent && m_stopAtNs < 0 &&
        m_plan.walkers == HttpPlan::Walkers::None) {
        user.doing = Doing::Free;
        m_resting.emplace(nowNs + kRestAfterRefusalNs, vu);
        return;
    }
    takeTicket(vu, nowNs);
}

void HttpWorker::finish(std::uint32_t vu)
{
    m_vus[vu].doing = Doing::Finished;
    ++m_finished;
}

void HttpWorker::appendDeadline(std::uint32_t vu)
{
    m_vus[vu].older = m_newest;
    m_vus[vu].newer = kNobody;
    (m_newest == kNobody ? m_oldest : m_vus[m_newest].newer) = vu;
    m_newest = vu;
}

void HttpWorker::removeDeadline(std::uint32_t vu)
{
    const Vu &user = m_vus[vu];
    (user.older == kNobody ? m_oldest : m_vus[user.older].newer) = user.newer;
    (user.newer == kNobody ? m_newest : m_vus[user.newer].older) = user.older;
}

namespace {

using Event = ClientConnection::Event;

constexpr std::int64_t kGraceForLateNs = kNsPerSecond;
constexpr std::size_t kMostLate = 1'000; // connections that wait for a late answer

} // namespace

void HttpWorker::serveTimes(std::int64_t nowNs)
{
    obeyStop();
    while (m_oldest != kNobody && m_vus[m_oldest].startedNs + m_plan.load.timeoutNs <= nowNs) {
        timeOut(m_oldest);
    }
    while (!m_resting.empty() && m_resting.top().first <= nowNs) {
        const std::uint32_t vu = m_resting.top().second;
        m_resting.pop();
        m_vus[vu].freeNs = sinceStartNs();
        takeTicket(vu, m_vus[vu].freeNs);
    }
    tryAgain(nowNs);
    askAgain(nowNs);
    serveDue();
}

void HttpWorker::serveDue()
{
    bool hurried =
        m_signs.hurried.load(std::memory_order_relaxed) && m_signs.hurried.exchange(false);
    while (!m_waiting.empty() && !m_stop.stop_requested()) {
        const std::int64_t nowNs = sinceStartNs();
        if (nowNs < m_nextDueNs && !hurried) {
            return;
        }
        hurried = false;
        const std::uint32_t vu = m_waiting.front();
        m_waiting.pop_front();
        const Ticket ticket = m_pacer.next(vu, m_vus[vu].done, m_vus[vu].endedNs, nowNs);
        switch (ticket.kind) {
        case Ticket::Kind::Send:
            begin(vu, ticket, nowNs);
            break;
        case Ticket::Kind::End:
            finish(vu);
            break;
        case Ticket::Kind::Wait:
            m_waiting.push_front(vu); // they have waited longest
            m_nextDueNs = ticket.atNs;
            break;
        }
    }
}

void HttpWorker::timeOut(std::uint32_t vu)
{
    Vu &user = m_vus[vu];
    if (isStepping(vu)) {
        stepLine(vu).close();
        return failStep(
            vu, HttpText::tr("no answer came within %1 ms").arg(m_plan.load.timeoutNs / kNsPerMs));
    }
    if (user.doing == Doing::Connecting || !user.line->hasHandedOver()) {
        user.line->close();
        return end(vu, Outcome::NotSent);
    }
    if (user.line->hasSentAll()) {
        if (m_late.size() == kMostLate) {
            takeLate(0, Event::Lost); // nobody waits for ever
        }
        const auto index = static_cast<std::uint32_t>(m_late.size());
        Operation operation = user.operation;
        operation.outcome = Outcome::Unknown;
        operation.reason = UnknownReason::Timeout;
        user.line->setOwner({true, index});
        m_late.push_back({std::move(user.line), operation});
        user.line =
            std::make_unique<ClientConnection>(m_wanted, ClientConnection::Owner{false, vu});
    } else {
        user.line->close();
    }
    end(vu, Outcome::Unknown, UnknownReason::Timeout);
}

void HttpWorker::takeLate(std::uint32_t index, Event event)
{
    if (event == Event::None) {
        return;
    }
    LateLine &late = m_late[index];
    if (event == Event::Answered) {
        const ServiceAnswer answer = m_decoder.decoded(late.line->reader().answer());
        const auto outcome = m_classifier.classify(answer);
        if (outcome && *outcome != Outcome::Unknown) {
            Operation &operation = late.operation;
            operation.outcome = *outcome;
            operation.reason = UnknownReason::None;
            operation.returnedNs = sinceStartNs();
            operation.rowId = *outcome == Outcome::Issued ? m_classifier.rowOf(answer) : 0;
            operation.errorCode = static_cast<std::uint16_t>(answer.status);
            operation.stockRead = m_classifier.stockOf(answer);
            m_recorder.answeredLate(operation);
            m_lengthNs = std::max(m_lengthNs, operation.returnedNs);
            ++m_report.lateAnswers;
        }
    }
    if (index + 1 < m_late.size()) {
        late = std::move(m_late.back());
        late.line->setOwner({true, index});
    }
    m_late.pop_back();
}

void HttpWorker::awaitLate(const std::stop_token &stop)
{
    const std::int64_t untilNs = sinceStartNs() + kGraceForLateNs;
    while (!m_late.empty() && !stop.stop_requested()) {
        const std::int64_t leftNs = untilNs - sinceStartNs();
        if (leftNs <= 0) {
            return;
        }
        look(std::min(leftNs, kLookAgainNs));
    }
}

void HttpWorker::obeyStop()
{
    if (!m_stop.stop_requested()) {
        return;
    }
    if (m_stopAtNs < 0) {
        m_stopAtNs = sinceStartNs();
        for (; !m_resting.empty(); m_resting.pop()) {
            takeTicket(m_resting.top().second, sinceStartNs());
        }
        for (const std::uint32_t vu : std::exchange(m_waiting, {})) {
            takeTicket(vu, sinceStartNs());
        }
        for (std::uint32_t vu = 0; vu < m_walksOf.size(); ++vu) {
            if (m_walksOf[vu].parked) {
                m_cutShort = true;
                restartDeadline(vu, sinceStartNs());
                m_walksOf[vu].isUnderWay = false;
                end(vu, Outcome::Interrupted);
            }
        }
    } else if (sinceStartNs() >= m_stopAtNs + kGraceAfterStopNs) {
        breakOff();
    }
}

void HttpWorker::breakOff()
{
    while (m_oldest != kNobody) {
        const std::uint32_t vu = m_oldest;
        ClientConnection &line = *m_vus[vu].line;
        const bool isStep = isStepping(vu);
        const bool left = !isStep && m_vus[vu].doing == Doing::Asking && line.hasHandedOver();
        m_cutShort = true;
        line.close();
        if (isStep) {
            stepLine(vu).close();
            m_walksOf[vu].isUnderWay = false;
        }
        // Closing takes nothing back: what has left may still be carried out.
        end(vu, left ? Outcome::Unknown : Outcome::Interrupted,
            left ? UnknownReason::Reset : UnknownReason::None);
    }
}

void HttpWorker::prepareSteps()
{
    m_memory = m_plan.memory ? m_plan.memory : std::make_shared<StepMemory>();
    m_memory->everybody.values.resize(m_plan.extracted);
    if (m_plan.walkers == HttpPlan::Walkers::None && m_memory->vus.size() < m_vus.size()) {
        m_memory->vus.resize(m_vus.size(), m_memory->everybody);
    }
    m_walksOf.resize(m_vus.size());
    m_cookieUrl = cookieUrlOf(m_request.url());
    for (const StepPlan &step : m_plan.steps) {
        m_stepRequests.push_back(step.request);
        m_stepUrls.push_back(cookieUrlOf(step.request.url()));
        m_report.steps.push_back({});
        m_report.steps.back().name = step.name;
    }
}

/// Whose cookies the request under way is sent with.
StepState &HttpWorker::stateOf(std::uint32_t vu)
{
    const Operation &operation = m_vus[vu].operation;
    switch (m_plan.walkers) {
    case HttpPlan::Walkers::Everybody:
        return m_memory->everybody;
    case HttpPlan::Walkers::Vus:
        return m_memory->vus[operation.request];
    case HttpPlan::Walkers::People:
        return m_memory->people.try_emplace(operation.user, m_memory->everybody).first->second;
    case HttpPlan::Walkers::None:
        break;
    }
    return m_memory->people.empty()
               ? m_memory->vus[vu]
               : m_memory->people.try_emplace(operation.user, m_memory->everybody).first->second;
}

void HttpWorker::beginWalk(std::uint32_t vu, std::int64_t nowNs)
{
    Walk &walk = m_walksOf[vu];
    walk.state = &stateOf(vu);
    walk.values = walk.state->values;
    bool failed = walk.state->failed;
    if (m_plan.walkers == HttpPlan::Walkers::None) {
        const StepState &own = m_memory->vus[vu];
        failed = failed || own.failed;
        for (std::size_t slot = 0; slot < walk.values.size(); ++slot) {
            if (walk.values[slot].empty()) {
                walk.values[slot] = own.values[slot];
            }
        }
    }
    if (failed) { // before the load began
        return end(vu, Outcome::NotSent);
    }
    walk.step = 0;
    walk.isUnderWay = true;
    nextStep(vu, nowNs);
}

void HttpWorker::nextStep(std::uint32_t vu, std::int64_t nowNs)
{
    Walk &walk = m_walksOf[vu];
    if (walk.step == m_plan.steps.size()) {
        return walked(vu, nowNs);
    }
    walk.beganNs = nowNs;
    askStep(vu, nowNs);
}

/// All steps are done: the request's own time begins.
void HttpWorker::walked(std::uint32_t vu, std::int64_t nowNs)
{
    Vu &user = m_vus[vu];
    Walk &walk = m_walksOf[vu];
    walk.isUnderWay = false;
    if (m_plan.walkers != HttpPlan::Walkers::None) {
        walk.state->values = walk.values;
        return end(vu, Outcome::Issued);
    }
    if (m_stop.stop_requested()) {
        m_cutShort = true;
        return end(vu, Outcome::Interrupted);
    }
    user.dueNs += nowNs - user.operation.invokedNs;
    restartDeadline(vu, nowNs);
    user.madeForThis = false;
    if (user.line->state() == ClientConnection::State::Idle) {
        ask(vu, nowNs);
    } else {
        connect(vu);
    }
}

ClientConnection &HttpWorker::stepLine(std::uint32_t vu)
{
    Walk &walk = m_walksOf[vu];
    return m_stepPlaces[walk.step].addresses.empty() ? *m_vus[vu].line : *walk.aside;
}

void HttpWorker::openStep(std::uint32_t vu)
{
    Walk &walk = m_walksOf[vu];
    const UrlTemplate &url = m_stepRequests[walk.step].url();
    StepPlace &place = m_stepPlaces[walk.step];
    m_vus[vu].doing = Doing::Connecting;
    m_vus[vu].madeForThis = true;
    ++walk.tried;
    const Event event = place.addresses.empty()
                            ? openLine(vu)
                            : walk.aside->open(place.addresses[place.good],
                                               url.secure ? m_tls : nullptr, url.host, m_poller);
    if (event == Event::OpenFailed) {
        takeStep(vu, event);
    }
}

void HttpWorker::askStep(std::uint32_t vu, std::int64_t nowNs)
{
    Walk &walk = m_walksOf[vu];
    restartDeadline(vu, nowNs);
    walk.tried = 0;
    m_vus[vu].madeForThis = false;
    if (!m_stepPlaces[walk.step].addresses.empty()) {
        if (!walk.aside) {
            walk.aside = std::make_unique<ClientConnection>(
                m_wanted, ClientConnection::Owner{false, vu, true});
        } else if (!m_stepRequests[walk.step].url().isSamePlace(
                       m_stepRequests[walk.asideStep].url())) {
            walk.aside->close();
        }
        walk.asideStep = walk.step;
    }
    if (stepLine(vu).state() == ClientConnection::State::Idle) {
        sendStep(vu);
    } else {
        openStep(vu);
    }
}

void HttpWorker::sendStep(std::uint32_t vu)
{
    Walk &walk = m_walksOf[vu];
    m_vus[vu].doing = Doing::Asking;
    RequestTemplate &request = m_stepRequests[walk.step];
    request.write(m_buffer, valuesFor(vu, m_stepUrls[walk.step]));
    if (stepLine(vu).ask(m_buffer, request.isHead(), m_poller) == Event::Lost) {
        takeStep(vu, Event::Lost);
    }
}

void HttpWorker::takeStep(std::uint32_t vu, Event event)
{
    if (!isStepping(vu) || m_walksOf[vu].parked) {
        return; // a connection that nobody needs now has ended
    }
    ClientConnection &line = stepLine(vu);
    StepPlace &place = m_stepPlaces[m_walksOf[vu].step];
    switch (event) {
    case Event::None:
    case Event::IdleClosed:
        return;
    case Event::Opened:
        return sendStep(vu);
    case Event::OpenFailed:
        if (m_walksOf[vu].tried < place.addresses.size()) {
            place.good = (place.good + 1) % place.addresses.size();
            return openStep(vu);
        }
        return failStep(vu, HttpText::tr("its service cannot be reached: %1")
                                .arg(QString::fromStdString(line.error())));
    case Event::Answered:
        return takeStepAnswer(vu);
    case Event::Wrong:
        return failStep(vu, HttpText::tr("what came is no answer of HTTP/1.1"));
    case Event::Lost:
        // An old connection had gone before a byte left.
        if (!line.hasHandedOver() && !m_vus[vu].madeForThis) {
            return openStep(vu);
        }
        return failStep(vu, HttpText::tr("the connection was closed without an answer"));
    }
}

void HttpWorker::takeStepAnswer(std::uint32_t vu)
{
    Walk &walk = m_walksOf[vu];
    const StepPlan &step = m_plan.steps[walk.step];
    const ServiceAnswer answer = m_decoder.decoded(stepLine(vu).reader().answer());
    const std::int64_t nowNs = sinceStartNs();
    if (m_plan.keepsCookies) {
        takeCookies(vu, answer, m_stepUrls[walk.step]);
    }
    QString why;
    switch (m_stepReaders[walk.step].read(answer, walk.values, why)) {
    case StepReader::Next::Done: {
        StepFigures &figures = m_report.steps[walk.step];
        ++figures.count;
        figures.lengths.record(nowNs - walk.beganNs);
        ++walk.step;
        return nextStep(vu, nowNs);
    }
    case StepReader::Next::Again:
        if (nowNs + step.everyNs > walk.beganNs + step.atMostNs) {
            return failStep(vu, HttpText::tr("what it waits for (until) did not come within "
                                             "%1 ms")
                                    .arg(step.atMostNs / kNsPerMs));
        }
        removeDeadline(vu);
        walk.parked = true;
        walk.againNs = nowNs + step.everyNs;
        m_parked.emplace(walk.againNs, vu);
        return;
    case StepReader::Next::Failed:
        return failStep(vu, why);
    }
}

/// The request under way is not sent.
void HttpWorker::failStep(std::uint32_t vu, const QString &why)
{
    Walk &walk = m_walksOf[vu];
    StepFigures &figures = m_report.steps[walk.step];
    ++figures.count;
    if (figures.failed++ == 0) {
        figures.firstFailure = why;
    }
    walk.isUnderWay = false;
    if (m_plan.walkers != HttpPlan::Walkers::None) {
        walk.state->failed = true;
    }
    end(vu, Outcome::NotSent);
}

/// The time in which an answer must come begins anew.
void HttpWorker::restartDeadline(std::uint32_t vu, std::int64_t nowNs)
{
    if (!std::exchange(m_walksOf[vu].parked, false)) {
        removeDeadline(vu);
    }
    m_vus[vu].startedNs = nowNs;
    appendDeadline(vu);
}

void HttpWorker::askAgain(std::int64_t nowNs)
{
    while (!m_parked.empty() && m_parked.top().first <= nowNs) {
        const auto [atNs, vu] = m_parked.top();
        m_parked.pop();
        if (m_walksOf[vu].parked && m_walksOf[vu].againNs == atNs) {
            askStep(vu, sinceStartNs());
        }
    }
}

TemplateValues HttpWorker::valuesFor(std::uint32_t vu, const QUrl &cookieUrl)
{
    const Vu &user = m_vus[vu];
    TemplateValues values{user.operation.user, user.operation.request, &m_plan.column, vu,
                          user.done};
    if (m_walks) {
        const Walk &walk = m_walksOf[vu];
        values.extracted = &walk.values;
        if (m_plan.walkers != HttpPlan::Walkers::None) {
            values.vu = user.operation.request;
            values.iteration = 0;
        }
        if (m_plan.keepsCookies) {
            m_cookieHeader = m_cookies.headerFor(walk.state->cookies, cookieUrl);
            values.cookies = m_cookieHeader;
        }
    }
    return values;
}

void HttpWorker::takeCookies(std::uint32_t vu, const ServiceAnswer &answer, const QUrl &url)
{
    m_cookies.take(m_walksOf[vu].state->cookies, answer, url);
}

/// Two requests of a person with one Idempotency-Key are one request, so that the second *issued*
/// repeats the first and is no second coupon.
Outcome HttpWorker::unlessReplayed(std::uint32_t vu, Outcome outcome)
{
    const Operation &operation = m_vus[vu].operation;
    std::string key;
    m_request.keyOfPerson()->append(key, {operation.user, operation.request, &m_plan.column});
    const auto [entry, isNew] = m_keys.try_emplace(std::move(key), operation.user);
    if (isNew || entry->second != operation.user) {
        return outcome;
    }
    ++m_report.replays;
    return Outcome::AlreadyIssued;
}

} // namespace stampede
