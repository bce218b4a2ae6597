#pragma once

#include "base/clock.h"
#include "http/client_connection.h"
#include "http/http_plan.h"
#include "load/pacer.h"
#include "measure/histogram.h"
#include "measure/recorder.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <queue>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace stampede {

/// What other threads see of a crowd.
struct CrowdSigns
{
    std::atomic<int> openCount{0};
    std::atomic<bool> running{false};
    std::atomic<std::int64_t> startedAtNs{0}; ///< written before `running` is set
    std::atomic<std::int64_t> lengthNs{0};    ///< written before `running` is cleared
    std::atomic<bool> hurried{false};         ///< the rate has changed
};

/// The virtual users of a load over HTTP, from connecting to the last answer. One thread.
class HttpWorker
{
public:
    HttpWorker(const HttpPlan &plan, Pacer &pacer, Recorder &recorder, SharedHistogram &lateness,
               Poller &readiness, CrowdSigns &signs);
    ~HttpWorker();
    HttpWorker(const HttpWorker &) = delete;
    HttpWorker &operator=(const HttpWorker &) = delete;

    /// Connects everybody. The error says why nobody could be; a stop ends it early.
    Result<void, std::string> open(TlsContext *tls, const std::vector<SocketAddress> &addresses,
                                   const std::stop_token &stop);
    /// Sends everything. `startedAtNs` of the signs is the start.
    void send(const std::stop_token &stop);
    /// Waits a moment for answers that are late.
    void awaitLate(const std::stop_token &stop);

    [[nodiscard]] bool isCutShort() const { return m_cutShort; }
    [[nodiscard]] std::int64_t lengthNs() const { return m_lengthNs; }
    [[nodiscard]] HttpReport &report() { return m_report; }
    /// How often each rule decided.
    [[nodiscard]] const std::vector<std::uint64_t> &ruleHits() const { return m_classifier.hits(); }
    [[nodiscard]] const std::vector<std::uint64_t> &ruleNulls() const
    {
        return m_classifier.nulls();
    }

private:
    enum class Doing : std::uint8_t
    {
        Opening, ///< before the load
        Free,    ///< in a line for a turn, or resting
        Connecting,
        Asking,
        Finished,
    };
    static constexpr std::uint32_t kNobody = 0xFFFF'FFFFU;
    static constexpr std::int64_t kGraceAfterStopNs = kNsPerSecond;
    static constexpr std::int64_t kLookAgainNs = 500 * kNsPerMs; ///< bound of every wait
    struct Vu
    {
        std::unique_ptr<ClientConnection> line;
        Operation operation;        ///< under way
        std::int64_t startedNs = 0; ///< when its turn came
        std::int64_t dueNs = 0;
        std::int64_t freeNs = 0;
        std::int64_t endedNs = 0;
        std::uint64_t done = 0;
        std::uint32_t older = kNobody; ///< neighbours in the order of deadlines
        std::uint32_t newer = kNobody;
        Doing doing = Doing::Opening;
        bool madeForThis = false; ///< the connection was opened for the request under way
    };
    /// A connection that still waits for the answer to a request whose time was up.
    struct LateLine
    {
        std::unique_ptr<ClientConnection> line;
        Operation operation;
    };
    /// A request that waits for a connection.
    struct Again
    {
        std::int64_t atNs;
        std::uint32_t vu;
        std::uint32_t request;
    };
    using Rest = std::pair<std::int64_t, std::uint32_t>; ///< until when, who

    [[nodiscard]] std::int64_t sinceStartNs() const;
    ClientConnection::Event openLine(std::uint32_t vu);
    bool openAt(const SocketAddress &address, const std::stop_token &stop);
    void openedOne(std::uint32_t vu, bool good);
    void look(std::int64_t waitNs);
    void take(ClientConnection &line, ClientConnection::Event event);
    void takeLate(std::uint32_t index, ClientConnection::Event event);
    [[nodiscard]] std::int64_t nextMomentNs() const;

    void takeTicket(std::uint32_t vu, std::int64_t nowNs);
    void begin(std::uint32_t vu, const Ticket &ticket, std::int64_t nowNs);
    void connect(std::uint32_t vu);
    void refused(std::uint32_t vu);
    void tryAgain(std::int64_t nowNs);
    void ask(std::uint32_t vu, std::int64_t nowNs);
    void takeAnswer(std::uint32_t vu);
    void takeWrong(std::uint32_t vu);
    void end(std::uint32_t vu, Outcome outcome, UnknownReason reason = UnknownReason::None);
    void finish(std::uint32_t vu);
    void lost(std::uint32_t vu);

    void serveTimes(std::int64_t nowNs);
    void serveDue();
    void timeOut(std::uint32_t vu);
    void obeyStop();
    void breakOff();
    void appendDeadline(std::uint32_t vu);
    void removeDeadline(std::uint32_t vu);
    void noteUnrecognised(const HttpReport::Unrecognised &answer);
    void noteServerError(const ServiceAnswer &answer);

    const HttpPlan &m_plan;
    Pacer &m_pacer;
    Recorder &m_recorder;
    SharedHistogram &m_lateness;
    Poller &m_poller;
    CrowdSigns &m_signs;
    RequestTemplate m_request;
    Classifier m_classifier;
    const std::vector<std::string> m_wanted;
    TlsContext *m_tls = nullptr;
    SocketAddress m_address;
    std::vector<Vu> m_vus;
    std::vector<LateLine> m_late;
    std::uint32_t m_oldest = kNobody; ///< whose deadline comes first
    std::uint32_t m_newest = kNobody;
    std::priority_queue<Rest, std::vector<Rest>, std::greater<>> m_resting;
    std::deque<std::uint32_t> m_waiting; ///< open models: free and connected, longest first
    std::deque<Again> m_again;           ///< the next one first
    std::int64_t m_nextDueNs = 0;
    std::int64_t m_stopAtNs = -1;
    std::size_t m_finished = 0;
    std::size_t m_opening = 0;
    bool m_cutShort = false;
    std::int64_t m_lengthNs = 0;
    std::stop_token m_stop;
    HttpReport m_report;
    std::string m_buffer; ///< the request that is written
    std::vector<char> m_scratch;
};

} // namespace stampede
