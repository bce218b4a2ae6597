// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>

namespace stampede {

/// What is attacked.
enum class TargetKind
{
    InProcess, ///< the service in this program
    Http       ///< a service that speaks HTTP
};

/// Where the rows of a service over HTTP are.
enum class TargetRows
{
    None,   ///< nobody knows: the answers are all there is
    Serve,  ///< a `serve` of ours on the database of the run
    Profile ///< somebody else's tables
};

/// What a value of an answer must be.
struct ValueTest
{
    QJsonValue equals = QJsonValue::Undefined; ///< this text, number, true, false or null
    QString matches;                           ///< a regular expression; empty for none
    [[nodiscard]] bool isAny() const { return equals.isUndefined() && matches.isEmpty(); }
    friend bool operator==(const ValueTest &, const ValueTest &) = default;
};

/// One rule of `classify`: an answer for which all of it holds means `outcome`.
struct ClassifyRule
{
    int leastStatus = 0; ///< the status is in leastStatus…mostStatus; 0…999 where any is right
    int mostStatus = 999;
    QString header; ///< empty for none
    ValueTest headerTest;
    std::optional<QString> pointer; ///< RFC 6901
    QString column;                 ///< of the results of another tool; empty for none
    QString check;                  ///< of k6, which passed; empty for none
    ValueTest test;                 ///< of what pointer or column find, else of the whole body
    Outcome outcome = Outcome::Unknown;
    friend bool operator==(const ClassifyRule &, const ClassifyRule &) = default;
};

/// The log of a service of somebody else, and how its lines are told apart. Empty patterns match
/// nothing.
struct TargetLog
{
    QString file; ///< relative to the scenario's file
    QString issued;
    QString outOfStock;
    QString blockedByKey;
    friend bool operator==(const TargetLog &, const TargetLog &) = default;
};

/// How long is waited until nothing can change any more; what is not set has its default.
struct SettleSetting
{
    std::optional<std::chrono::nanoseconds> quiet; ///< between two equal reads of rows and stock
    std::optional<std::chrono::nanoseconds>
        unanswered; ///< after the last request without an answer was sent
    std::optional<std::chrono::nanoseconds> atMost; ///< then it is given up
    friend bool operator==(const SettleSetting &, const SettleSetting &) = default;
};

struct TargetAudit
{
    TargetRows rows = TargetRows::None;
    QString profile;  ///< with TargetRows::Profile: a file beside the scenario's, or its JSON
    QString database; ///< the URL of that database
    std::optional<TargetLog> log;
    SettleSetting settle;
    friend bool operator==(const TargetAudit &, const TargetAudit &) = default;
};

/// Where paths of the scenario are looked for. Never a reason for two scenarios to differ.
struct ScenarioFolder
{
    QString path; ///< absolute
    friend bool operator==(const ScenarioFolder &, const ScenarioFolder &) { return true; }
};

/// How many pieces of the stock a request asks for.
struct AskedQuantity
{
    std::int64_t pieces = 1; ///< ≥ 1; has no use beside a column
    QString column; ///< of the people's file, whose values are the pieces; empty for a number
    friend bool operator==(const AskedQuantity &, const AskedQuantity &) = default;
};

/// How often a step is walked.
enum class StepEach
{
    Run,     ///< once
    Round,   ///< before each round
    Vu,      ///< for each virtual user, before the load
    Person,  ///< for each person who may ask, before the load
    Request, ///< before each request
};
/// Every one, in the order in which they are walked.
inline constexpr std::array kAllStepEach = {StepEach::Run, StepEach::Round, StepEach::Vu,
                                            StepEach::Person, StepEach::Request};

/// A value that a step takes from its answer, for the placeholder of that name.
struct StepValue
{
    QString name;
    QString from;  ///< "pointer", "header", "cookie" or "matches"
    QString where; ///< the pointer, the name, or the expression
    friend bool operator==(const StepValue &, const StepValue &) = default;
};

/// A request before the requests that count.
struct StepSettings
{
    QString name;
    StepEach each = StepEach::Request;
    QString url;
    QString method; ///< empty: POST with a body, else GET
    QList<std::pair<QString, QString>> headers;
    QJsonValue body = QJsonValue::Undefined; ///< as of TargetSettings; undefined: none
    QStringList expect;                      ///< statuses such as "200" or "2xx"; empty: 2xx
    QList<StepValue> extract;
    std::optional<ClassifyRule> until; ///< its outcome means nothing
    std::optional<std::chrono::nanoseconds> every;
    std::optional<std::chrono::nanoseconds> atMost;
    friend bool operator==(const StepSettings &, const StepSettings &) = default;
};
inline constexpr std::chrono::nanoseconds kStepEvery = std::chrono::milliseconds(200);
inline constexpr std::chrono::nanoseconds kStepAtMost = std::chrono::seconds(30);

/// Files of TLS, relative to the scenario's; empty for none.
struct TlsSettings
{
    QString ca;          ///< is believed in the place of the system's certificates
    QString certificate; ///< of this side
    QString key;         ///< of that certificate
    friend bool operator==(const TlsSettings &, const TlsSettings &) = default;
};

struct TargetSettings
{
    TargetKind kind = TargetKind::InProcess;
    QString url; ///< as written; `${env:NAME}` is filled in only when it is sent
    QString method = QStringLiteral("POST");
    QList<std::pair<QString, QString>> headers; ///< by name
    /// A text is sent as it stands, an object as JSON; undefined: {"userId": {userId}} where the
    /// method has a body.
    QJsonValue body = QJsonValue::Undefined;
    QString couponId = QStringLiteral("1"); ///< for {couponId}
    bool insecure = false;                  ///< certificates are not checked
    TlsSettings tls;
    QList<StepSettings> steps; ///< as written; walked in the order of StepEach
    bool cookies = false;      ///< of each virtual user, or person with StepEach::Person
    QString warmupUrl;
    std::optional<AskedQuantity> quantity; ///< nothing where nobody said
    /// Where an answer names how many are left (RFC 6901); nothing where none does.
    std::optional<QString> stockLeft;
    QList<ClassifyRule> classify; ///< empty: the answers of `serve`
    TargetAudit audit;
    bool knowsStock =
        false; ///< the scenario says how many coupons there are; TargetRows::None only
    ScenarioFolder folder;
    friend bool operator==(const TargetSettings &, const TargetSettings &) = default;
};

/// The names that braces may hold in url, headers and body; `columns` are those of the users' file.
QStringList placeholderNames(const QStringList &columns);
/// The names in braces of a text, those with a filter ({name:url}) included.
QStringList placeholdersOf(const QString &text);
/// The names in braces of everything that is sent: URL, headers and body.
QStringList placeholdersSent(const TargetSettings &target);
/// The same and, for values that steps take and for cookies, what those steps send: all that a
/// request may depend on.
QStringList placeholdersBehind(const TargetSettings &target);
/// The names in braces of what a step sends.
QStringList placeholdersSent(const StepSettings &step);
/// What {round} is in the requests of that round.
void fillInRound(TargetSettings &target, int round);
/// A body as the text that is sent, with its placeholders: JSON, or a form where that is what its
/// content type says. Empty for none.
QString bodyText(const QJsonValue &body, const QList<std::pair<QString, QString>> &headers);
/// Whether a header's value is a secret by its name, so that it is never shown or stored.
bool isSecretHeader(const QString &name);
/// Whether a header's value is a secret that was written out, so that no file may hold it; one that
/// is filled in when it is sent is none.
bool isWrittenSecret(const QString &name, const QString &value);
/// Whether the values of that column of the people's file are secrets by its name.
bool isSecretColumn(const QString &name);
/// What stands in the place of a secret.
QString hiddenSecret();
/// The words of the scenario file: "in-process", "http".
QString targetKindKey(TargetKind kind);

} // namespace stampede
