// What a crowd does because time has passed: due requests, timeouts, late answers, a stop.

#include "base/clock.h"
#include "http/http_worker.h"

#include <algorithm>
#include <utility>

namespace stampede {

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
