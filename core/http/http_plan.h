// SPDX-License-Identifier: MIT
#pragma once

#include "http/classifier.h"
#include "http/request_template.h"
#include "http/steps.h"
#include "http/tls.h"
#include "load/load_plan.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// What a load over HTTP has to do.
struct HttpPlan
{
    LoadPlan load;
    RequestTemplate request;
    std::vector<AnswerRule> rules;
    std::string rowPointer;                  ///< as of Classifier
    std::optional<std::string> stockPointer; ///< as of Classifier
    /// The service is reached through a relay on this port of the loopback; else directly.
    std::optional<std::uint16_t> relayPort{};
    bool verifyPeer = true; ///< with https: the certificate and its host name
    TlsFiles tls{};
    /// The value of a column of the users' file for a request; empty without one. Pure.
    std::function<std::string_view(std::size_t, std::uint64_t)> column;
    /// What everybody does before each request, in this order.
    std::vector<StepPlan> steps{};
    std::size_t extracted = 0; ///< values that steps take, those of earlier loads included
    bool keepsCookies = false; ///< of each virtual user, or of each person that `memory` knows
    /// What steps before this load left behind; null where nobody walked any. Used by this load
    /// alone while it runs.
    std::shared_ptr<StepMemory> memory{};
    /// The load is its steps: `request` says where it connects to and is never sent.
    enum class Walkers
    {
        None,      ///< the load is what it is
        Everybody, ///< what steps leave is that of everybody
        Vus,       ///< request i walks for virtual user i
        People,    ///< each request walks for its person
    };
    Walkers walkers = Walkers::None;
};

/// What a load over HTTP leaves behind beside its history.
struct HttpReport
{
    /// An answer that no rule knew, or that was none.
    struct Unrecognised
    {
        int status = 0;    ///< 0 where it was no HTTP
        std::string start; ///< its first 200 bytes; control characters are dots
        NotRecognised why = NotRecognised::NoHttp;
        std::string named; ///< the encoding or the character set
    };
    /// An answer with a status of 5xx.
    struct ServerError
    {
        int status = 0;
        std::string start; ///< as above
    };
    int refusedAtStart = 0;        ///< virtual users that were not connected when the load began
    std::string firstRefusal;      ///< why the first one was not
    std::uint64_t reconnects = 0;  ///< connections made while the load ran
    std::uint64_t lateAnswers = 0; ///< came after their timeout and said what had happened
    std::optional<Unrecognised> firstUnrecognised;
    std::optional<ServerError> firstServerError;
    std::string firstBreak;               ///< what TLS said when a connection ended that was open
    std::uint64_t replays = 0;            ///< answers *issued* that repeated one with the same key
    std::vector<StepFigures> steps;       ///< as of HttpPlan::steps
    std::vector<std::uint64_t> ruleNulls; ///< as of Classifier::nulls()
    std::vector<std::uint64_t> ruleHits;  ///< how often each rule decided, in their order
};

} // namespace stampede
