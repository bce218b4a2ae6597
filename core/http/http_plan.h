#pragma once

#include "http/classifier.h"
#include "http/request_template.h"
#include "load/load_plan.h"

#include <cstdint>
#include <functional>
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
    /// The value of a column of the users' file for a request; empty without one. Pure.
    std::function<std::string_view(std::size_t, std::uint64_t)> column;
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
    std::vector<std::uint64_t> ruleNulls; ///< as of Classifier::nulls()
    std::vector<std::uint64_t> ruleHits;  ///< how often each rule decided, in their order
};

} // namespace stampede
