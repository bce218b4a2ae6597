// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "http/body_decoder.h"
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
#include <unordered_map>
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

/// Where a step leads that is not where the load goes.
struct StepPlace
{
    std::vector<SocketAddress> addresses; ///< empty where the step goes where the load goes
    std::size_t good = 0;                 ///< the one that is tried first
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

    /// Connects everybody. `tls`: for all places that are asked for by https. `places`: of each
    /// step. The error says why nobody could be; a stop ends it early.
    Result<void, std::string> open(TlsContext *tls, const std::vector<SocketAddress> &addresses,
                                   std::vector<StepPlace> places, const std::stop_token &stop);
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
    /// What a virtual user does before the request under way.
    struct Walk
    {
        std::unique_ptr<ClientConnection> aside; ///< to where a step leads; null before the first
        StepState *state = nullptr;              ///< whose cookies are used
        std::vector<std::string> values;         ///< for this request
        std::size_t asideStep = 0;               ///< the step that `aside` was opened for
        std::size_t step = 0;
        std::size_t tried = 0;    ///< addresses of this step
        std::int64_t beganNs = 0; ///< this step
        std::int64_t againNs = 0; ///< when it asks again, where it is parked
        bool parked = false;      ///< has no deadline meanwhile
        bool isUnderWay = false;
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

    void prepareSteps();
    [[nodiscard]] bool isStepping(std::uint32_t vu) const
    {
        return m_walks && m_walksOf[vu].isUnderWay;
    }
    StepState &stateOf(std::uint32_t vu);
    void beginWalk(std::uint32_t vu, std::int64_t nowNs);
    void nextStep(std::uint32_t vu, std::int64_t nowNs);
    void walked(std::uint32_t vu, std::int64_t nowNs);
    ClientConnection &stepLine(std::uint32_t vu);
    void openStep(std::uint32_t vu);
    void askStep(std::uint32_t vu, std::int64_t nowNs);
    void sendStep(std::uint32_t vu);
    void takeStep(std::uint32_t vu, ClientConnection::Event event);
    void takeStepAnswer(std::uint32_t vu);
    void failStep(std::uint32_t vu, const QString &why);
    void restartDeadline(std::uint32_t vu, std::int64_t nowNs);
    void askAgain(std::int64_t nowNs);
    [[nodiscard]] TemplateValues valuesFor(std::uint32_t vu, const QUrl &cookieUrl);
    void takeCookies(std::uint32_t vu, const ServiceAnswer &answer, const QUrl &url);
    Outcome unlessReplayed(std::uint32_t vu, Outcome outcome);

    void serveTimes(std::int64_t nowNs);
    void serveDue();
    void timeOut(std::uint32_t vu);
    void obeyStop();
    void breakOff();
    void appendDeadline(std::uint32_t vu);
    void removeDeadline(std::uint32_t vu);
    void noteServerError(std::uint32_t vu, const ServiceAnswer &answer);
    [[nodiscard]] std::string shown(std::uint32_t vu, std::string_view text) const;

    const HttpPlan &m_plan;
    Pacer &m_pacer;
    Recorder &m_recorder;
    SharedHistogram &m_lateness;
    Poller &m_poller;
    CrowdSigns &m_signs;
    RequestTemplate m_request;
    Classifier m_classifier;
    const bool m_walks; ///< there are steps, or what they left, or cookies
    std::deque<StepReader> m_stepReaders;
    const std::vector<std::string> m_wanted;
    BodyDecoder m_decoder;
    TlsContext *m_tls = nullptr;
    SocketAddress m_address;
    std::vector<Vu> m_vus;
    std::vector<LateLine> m_late;
    std::uint32_t m_oldest = kNobody; ///< whose deadline comes first
    std::uint32_t m_newest = kNobody;
    std::priority_queue<Rest, std::vector<Rest>, std::greater<>> m_resting;
    std::deque<std::uint32_t> m_waiting; ///< open models: free and connected, longest first
    std::deque<Again> m_again;           ///< the next one first
    std::vector<Walk> m_walksOf;         ///< a virtual user; empty without m_walks
    std::vector<RequestTemplate> m_stepRequests;
    std::vector<StepPlace> m_stepPlaces;
    std::vector<QUrl> m_stepUrls; ///< for cookies
    QUrl m_cookieUrl;
    std::shared_ptr<StepMemory> m_memory; ///< null without m_walks
    std::priority_queue<Rest, std::vector<Rest>, std::greater<>> m_parked;
    CookieKeeper m_cookies;
    std::string m_cookieHeader;
    std::unordered_map<std::string, std::int64_t> m_keys; ///< who was told *issued* with that key
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
