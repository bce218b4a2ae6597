#include "http/http_worker.h"

#include "base/check.h"
#include "base/clock.h"

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

/// Those that rules look at, and those that say why they may not.
std::vector<std::string> headersFor(const Classifier &classifier)
{
    std::vector<std::string> names = classifier.wantedHeaders();
    for (const char *name : {"content-encoding", "content-type"}) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.emplace_back(name);
        }
    }
    return names;
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
    , m_wanted(headersFor(m_classifier))
    , m_vus(static_cast<std::size_t>(plan.load.vus))
    , m_scratch(kScratchBytes)
{
    for (std::uint32_t vu = 0; vu < m_vus.size(); ++vu) {
        m_vus[vu].line =
            std::make_unique<ClientConnection>(m_wanted, ClientConnection::Owner{false, vu});
    }
}

HttpWorker::~HttpWorker() = default;

std::int64_t HttpWorker::sinceStartNs() const
{
    return monotonicNs() - m_signs.startedAtNs.load(std::memory_order_relaxed);
}

Result<void, std::string> HttpWorker::open(TlsContext *tls,
                                           const std::vector<SocketAddress> &addresses,
                                           const std::stop_token &stop)
{
    m_tls = tls;
    m_stop = stop;
    for (const SocketAddress &address : addresses) {
        if (openAt(address, stop) || stop.stop_requested()) {
            return {};
        }
    }
    return Failure{m_report.firstRefusal};
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
    return m_vus[vu].line->open(m_address, m_tls, m_request.url().host, m_poller);
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
    const auto [isLate, index] = line.owner();
    if (isLate) {
        return takeLate(index, event);
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
        if (user.doing == Doing::Connecting && user.operation.request == again.request) {
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
    m_request.write(m_buffer, {user.operation.user, user.operation.request, &m_plan.column});
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
    const ServiceAnswer answer = user.line->reader().answer();
    const auto outcome = m_classifier.classify(answer);
    user.operation.returnedNs = sinceStartNs();
    user.operation.errorCode = static_cast<std::uint16_t>(answer.status);
    user.operation.stockRead = m_classifier.stockOf(answer);
    noteServerError(answer);
    if (!outcome) {
        const auto [why, named] = m_classifier.whyNot(answer);
        noteUnrecognised({answer.status, withoutControls(answer.body), why, named});
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
    noteUnrecognised(
        {reader.wrongStatus(), withoutControls(reader.firstBytes()), NotRecognised::NoHttp, {}});
    m_vus[vu].operation.returnedNs = sinceStartNs();
    m_vus[vu].operation.errorCode = static_cast<std::uint16_t>(reader.wrongStatus());
    end(vu, Outcome::Unknown, UnknownReason::Unclassified);
}

void HttpWorker::noteUnrecognised(const HttpReport::Unrecognised &answer)
{
    if (!m_report.firstUnrecognised) {
        m_report.firstUnrecognised = answer;
    }
}

void HttpWorker::noteServerError(const ServiceAnswer &answer)
{
    if (answer.status >= 500 && answer.status < 600 && !m_report.firstServerError) {
        m_report.firstServerError =
            HttpReport::ServerError{answer.status, withoutControls(answer.body)};
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
    if (outcome == Outcome::NotSent && m_stopAtNs < 0) {
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
            m_waiting.push_front(vu); // he has waited longest
            m_nextDueNs = ticket.atNs;
            break;
        }
    }
}

void HttpWorker::timeOut(std::uint32_t vu)
{
    Vu &user = m_vus[vu];
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
        const ServiceAnswer answer = late.line->reader().answer();
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
    } else if (sinceStartNs() >= m_stopAtNs + kGraceAfterStopNs) {
        breakOff();
    }
}

void HttpWorker::breakOff()
{
    while (m_oldest != kNobody) {
        const std::uint32_t vu = m_oldest;
        ClientConnection &line = *m_vus[vu].line;
        const bool left = m_vus[vu].doing == Doing::Asking && line.hasHandedOver();
        m_cutShort = true;
        line.close();
        // Closing takes nothing back: what has left may still be carried out.
        end(vu, left ? Outcome::Unknown : Outcome::Interrupted,
            left ? UnknownReason::Reset : UnknownReason::None);
    }
}

} // namespace stampede
