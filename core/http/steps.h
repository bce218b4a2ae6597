// SPDX-License-Identifier: MIT
#pragma once

#include "http/classifier.h"
#include "http/request_template.h"
#include "measure/histogram.h"

#include <QList>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QRegularExpression>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stampede {

/// A value that a step takes from its answer.
struct StepExtract
{
    enum class From
    {
        Pointer, ///< RFC 6901 into a JSON body
        Header,
        Cookie,
        Matches, ///< the first group of an expression, or all that matched, in the body
    };
    std::string name;
    std::size_t slot = 0; ///< in StepState::values
    From from = From::Pointer;
    std::string where; ///< the pointer, or the name of the header (lower case) or of the cookie
    QRegularExpression expression{};
};

/// A request before the request that counts.
struct StepPlan
{
    QString name;
    RequestTemplate request;
    std::vector<std::pair<int, int>> expected; ///< ranges of statuses, any of them
    std::vector<StepExtract> extracts;
    std::optional<AnswerRule> until; ///< asked again until that holds
    std::int64_t everyNs = 0;        ///< between an answer and the next time it is asked
    std::int64_t atMostNs = 0;       ///< from the first time it was asked
};

/// What steps leave behind for who walked them. A failed one leaves why.
struct StepState
{
    std::vector<std::string> values; ///< by slot; empty where nobody took one
    QList<QNetworkCookie> cookies;
    bool failed = false;
};

/// Who has walked steps before the load began.
struct StepMemory
{
    StepState everybody;        ///< of the run and of the round
    std::vector<StepState> vus; ///< empty where no step is theirs
    std::unordered_map<std::int64_t, StepState> people;
};

/// What became of one step of all that walked it.
struct StepFigures
{
    QString name;
    std::uint64_t count = 0; ///< times it was walked to its end, or failed
    std::uint64_t failed = 0;
    Histogram lengths; ///< ns from the first time it was asked to the last answer, of those that
                       ///< did not fail
    QString firstFailure;
};

/// Reads what a step was answered. One thread.
class StepReader
{
public:
    explicit StepReader(const StepPlan &plan);

    enum class Next
    {
        Done,
        Again, ///< ask again
        Failed,
    };
    /// Takes values into `values`; `why` says why it failed, without the answer's text.
    Next read(const ServiceAnswer &answer, std::vector<std::string> &values, QString &why);
    /// The headers that it looks at, lower case.
    [[nodiscard]] std::vector<std::string> wantedHeaders() const;

private:
    std::optional<std::string> taken(const StepExtract &extract, const ServiceAnswer &answer);

    const StepPlan &m_plan;
    Classifier m_until;
};

/// Cookies as RFC 6265 has them. One thread.
class CookieKeeper final : private QNetworkCookieJar
{
public:
    /// Takes what an answer from that URL sets.
    void take(QList<QNetworkCookie> &cookies, const ServiceAnswer &answer, const QUrl &url);
    /// The value of the header Cookie of a request to that URL; empty for none.
    std::string headerFor(const QList<QNetworkCookie> &cookies, const QUrl &url);
};

/// The header whose values cookies are taken from.
inline constexpr auto kSetCookie = "set-cookie";
/// Where cookies of that service belong to.
QUrl cookieUrlOf(const UrlTemplate &url);

} // namespace stampede
