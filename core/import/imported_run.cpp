// SPDX-License-Identifier: MIT
#include "import/imported_run.h"

#include "base/clock.h"
#include "checker/history_line.h"
#include "files/input_file.h"
#include "import/import_text.h"
#include "import/jtl_reader.h"
#include "import/k6_reader.h"
#include "import/request_spec.h"
#include "import/result_file.h"
#include "import/vegeta_reader.h"
#include "measure/operation_log.h"
#include "text/number_text.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stampede {

namespace {

using text::count;
using text::plural;

/// A body of vegeta's is base64 and one line.
constexpr std::size_t kLongestResultLine = std::size_t{64} << 20U;
/// More kinds of requests than that are told apart by nothing.
constexpr std::size_t kMostNames = 1'000;
/// As in a people's file.
constexpr std::size_t kLongestPersonBytes = 255;
/// Requests of a stream without anybody's name, after which none is waited for any more.
constexpr std::int64_t kNamelessOfStream = 1'000;

/// What is known of an answer beside its status and columns.
struct Kept
{
    bool body = false;
    bool checks = false;
};

/// What a rule asks of an answer whose body or checks nobody kept: that its status may mean several
/// things.
AnswerRule asFarAsKept(AnswerRule rule, Kept kept)
{
    const bool asksBody =
        rule.column.empty() && (rule.pointer || !std::holds_alternative<std::monostate>(rule.test));
    if (!kept.body && asksBody) {
        rule.pointer.reset();
        rule.test = {};
        rule.outcome = Outcome::Unknown;
    }
    if (!kept.checks && !rule.check.empty()) {
        rule.check.clear();
        rule.outcome = Outcome::Unknown;
    }
    return rule;
}

std::vector<AnswerRule> asFarAsKept(const std::vector<AnswerRule> &rules, Kept kept)
{
    std::vector<AnswerRule> all;
    std::transform(rules.begin(), rules.end(), std::back_inserter(all),
                   [kept](const AnswerRule &rule) { return asFarAsKept(rule, kept); });
    return all;
}

/// A fault for each rule that asks for a header: none of the tools keeps those of every answer.
QStringList headerFaults(const ImportOrder &order)
{
    QStringList faults;
    for (std::size_t i = 0; i < order.rules.size(); ++i) {
        if (!order.rules[i].header.empty()) {
            faults << ImportText::tr("%1: target.classify[%2].header: results of other tools hold "
                                     "no headers of answers; use status, column, check, or what "
                                     "the body holds")
                          .arg(order.rulesName.isEmpty() ? order.path : order.rulesName,
                               QString::number(i));
        }
    }
    return faults;
}

/// A request whose checks are still to come.
struct WaitingRequest
{
    Operation operation;
    std::int64_t iteration = -1;
    std::vector<AnswerHeader> columns;
    std::vector<std::string> checks; ///< that passed
    bool hasChecks = false;          ///< passed or not
    bool isDoubtful = false;         ///< another request of the iteration may be meant by them
    bool mayLack = false;            ///< something that followed it could not be read
};

/// Makes operations of what a reader finds.
class RunBuilder : public FoundRun
{
public:
    RunBuilder(const ImportOrder &order, std::vector<RequestSpec> userSpecs,
               std::optional<RequestSpec> couponSpec, const ImportWatch *watch = nullptr)
        : m_order(order)
        , m_watch(watch)
        , m_file(QFileInfo(order.path).fileName())
        , m_userSpecs(std::move(userSpecs))
        , m_couponSpec(std::move(couponSpec))
        , m_withBody(asFarAsKept(order.rules, {.body = true}))
        , m_withoutBody(asFarAsKept(order.rules, {}))
        , m_withChecks(asFarAsKept(order.rules, {.checks = true}))
    {
        for (const AnswerRule &rule : order.rules) {
            if (!rule.column.empty()) {
                m_columns.push_back({rule.column, {}, false});
            }
            m_asksChecks = m_asksChecks || !rule.check.empty();
        }
    }

    void take(const FoundRequest &request) override;
    void takeCheck(std::int64_t vu, std::int64_t iteration, std::string_view name,
                   bool passed) override;
    bool takeWords(std::string_view line) override
    {
        if (m_watch == nullptr || !m_watch->words) {
            return false;
        }
        m_watch->words(textOf(line));
        return true;
    }
    void takeFault(std::int64_t line, const QString &what) override
    {
        ++m_faults;
        lackFromNowOn();
        if (m_told.size() < kMostImportFaults) {
            m_told << at(line, what);
        }
    }
    void refuse(std::int64_t line, const QString &why) override { m_refused << at(line, why); }
    void takeMissing(std::int64_t requests, const QString &why) override
    {
        m_missing += requests;
        m_remarks << plural(requests, ImportText::tr("%1 request is missing: %2."),
                            ImportText::tr("%1 requests are missing: %2."))
                         .arg(count(requests), why);
    }
    void takeResolution(std::int64_t ns) override { m_resolutionNs = ns; }

    /// Where people are taken from, once it is known.
    [[nodiscard]] QString userSpec() const
    {
        return m_userSpecs.size() == 1 ? m_userSpecs.front().text() : QString();
    }
    [[nodiscard]] bool isRefused() const { return !m_refused.isEmpty(); }
    [[nodiscard]] Result<ImportedRun, QStringList> finish(const QString &endedEarly);

private:
    [[nodiscard]] QString at(std::int64_t line, const QString &what) const
    {
        return QStringLiteral("%1:%2: %3").arg(m_order.path, QString::number(line), what);
    }
    [[nodiscard]] std::optional<std::string_view> personIn(const FoundRequest &request);
    void noteClock(std::int64_t endNs, std::int64_t startNs);
    [[nodiscard]] std::uint32_t nameOf(const FoundRequest &request, std::string_view person,
                                       std::string_view coupon);
    void takeColumns(const FoundRequest &request);
    void classify(Operation &operation, const FoundRequest &request);
    void hold(const Operation &operation, const FoundRequest &request);
    void decide(WaitingRequest &waiting);
    void append(const Operation &operation);
    void refuseEarly();
    [[nodiscard]] QString severalKinds(const QStringList &kinds) const;
    void lackFromNowOn();
    void setOutcome(Operation &operation, std::optional<Outcome> outcome);
    [[nodiscard]] Result<void, QStringList> chooseName(std::vector<Operation> &operations);
    void widen(std::vector<Operation> &operations) const;
    void namePeople(ImportedRun &run);
    void nameCoupons(ImportedRun &run);
    void tell(ImportedRun &run, const QString &endedEarly);

    const ImportOrder &m_order;
    const ImportWatch *m_watch; ///< null where a file is read
    QString m_file;
    std::vector<RequestSpec> m_userSpecs; ///< the first that a request has is taken for all
    std::optional<RequestSpec> m_couponSpec;
    Classifier m_withBody;
    Classifier m_withoutBody;
    Classifier m_withChecks;             ///< without a body: only k6 has checks, and keeps none
    std::vector<AnswerHeader> m_columns; ///< that rules ask for
    bool m_asksChecks = false;

    /// Until finish() moments are epoch ns, and rowId holds name (low half) and coupon.
    OperationLog m_log;
    std::unordered_map<std::int64_t, WaitingRequest> m_waiting; ///< by virtual user
    PeopleIds m_people;
    PeopleIds m_coupons;
    std::unordered_map<std::string, std::uint32_t> m_names;
    std::vector<std::pair<std::string, std::int64_t>> m_nameCounts;

    QStringList m_told;
    QStringList m_refused;
    QStringList m_remarks;
    std::int64_t m_faults = 0;
    std::int64_t m_missing = 0;
    std::int64_t m_nameless = 0; ///< requests without a person
    std::int64_t m_startless = 0;
    std::int64_t m_doubtful = 0;
    std::int64_t m_unjoined = 0;  ///< answers without virtual user and iteration, where rules ask
    std::int64_t m_checkless = 0; ///< whose checks may be among what could not be read
    std::int64_t m_resolutionNs = 0;
    std::int64_t m_latestNs = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_longestNs = 0;
    std::int64_t m_jumpNs = 0;                        ///< the furthest that the clock went back
    std::array<std::int64_t, 1'000> m_unrecognised{}; ///< by status
};

std::optional<std::string_view> RunBuilder::personIn(const FoundRequest &request)
{
    for (std::size_t i = 0; i < m_userSpecs.size(); ++i) {
        const auto person = m_userSpecs[i].valueIn(request);
        if (!person) {
            continue;
        }
        if (m_userSpecs.size() > 1) {
            RequestSpec chosen = std::move(m_userSpecs[i]);
            m_userSpecs.clear();
            m_userSpecs.push_back(std::move(chosen));
            m_remarks << ImportText::tr("People are taken from %1; --user says otherwise.")
                             .arg(m_userSpecs.front().text());
            return m_userSpecs.front().valueIn(request);
        }
        return person;
    }
    return std::nullopt;
}

/// Tools write requests as they end. Where one ended long before one that was written earlier, the
/// clock was set back meanwhile.
void RunBuilder::noteClock(std::int64_t endNs, std::int64_t startNs)
{
    m_longestNs = std::max(m_longestNs, endNs - startNs);
    // Writers with several threads mix what ended within moments; JMeter tells the start.
    const std::int64_t slack = kNsPerSecond + m_longestNs;
    if (m_latestNs > endNs + slack) {
        m_jumpNs = std::max(m_jumpNs, m_latestNs - endNs);
    }
    m_latestNs = std::max(m_latestNs, endNs);
}

/// Addresses that differ in a person, a coupon or numbers are of one kind.
std::uint32_t RunBuilder::nameOf(const FoundRequest &request, std::string_view person,
                                 std::string_view coupon)
{
    std::string name(request.name.empty() ? request.url : request.name);
    for (const std::string_view part : {person, coupon}) {
        for (std::size_t place = part.size() < 2 ? std::string::npos : name.find(part);
             place != std::string::npos; place = name.find(part, place + 1)) {
            name.replace(place, part.size(), "*");
        }
    }
    if (name.find('/') != std::string::npos) {
        std::string masked;
        for (const char letter : name) {
            const bool isDigit = letter >= '0' && letter <= '9';
            if (!isDigit || masked.empty() || masked.back() != '#') {
                masked += isDigit ? '#' : letter;
            }
        }
        name = std::move(masked);
    }
    const auto known = m_names.find(name);
    if (known != m_names.end()) {
        ++m_nameCounts[known->second].second;
        return known->second;
    }
    if (m_nameCounts.size() >= kMostNames) {
        name = "…";
        if (const auto others = m_names.find(name); others != m_names.end()) {
            ++m_nameCounts[others->second].second;
            return others->second;
        }
    }
    const auto place = static_cast<std::uint32_t>(m_nameCounts.size());
    m_names.emplace(name, place);
    m_nameCounts.emplace_back(name, 1);
    return place;
}

void RunBuilder::takeColumns(const FoundRequest &request)
{
    for (AnswerHeader &column : m_columns) {
        const auto found =
            std::find_if(request.fields.begin(), request.fields.end(),
                         [&column](const FoundField &field) { return field.name == column.name; });
        column.there = found != request.fields.end();
        column.value = column.there ? std::string(found->value) : std::string();
    }
}

void RunBuilder::setOutcome(Operation &operation, std::optional<Outcome> outcome)
{
    operation.outcome = outcome.value_or(Outcome::Unknown);
    if (operation.outcome == Outcome::Unknown) {
        operation.reason = UnknownReason::Unclassified;
        ++m_unrecognised[static_cast<std::size_t>(operation.httpStatus())];
    }
}

void RunBuilder::classify(Operation &operation, const FoundRequest &request)
{
    ServiceAnswer answer;
    answer.status = request.status;
    answer.body = request.hasBody ? request.body : std::string_view();
    answer.columns = m_columns;
    setOutcome(operation, (request.hasBody ? m_withBody : m_withoutBody).classify(answer));
}

void RunBuilder::take(const FoundRequest &request)
{
    noteClock(request.endNs, request.startNs);
    const auto person = personIn(request);
    const std::string name(person.value_or(std::string_view()));
    std::string coupon;
    if (m_couponSpec) {
        const auto found = m_couponSpec->valueIn(request);
        coupon = found.value_or(std::string_view());
    }
    const bool lacks =
        !person || name.size() > kLongestPersonBytes || (m_couponSpec && coupon.empty());
    m_nameless += lacks ? 1 : 0;
    Operation operation;
    operation.user = lacks ? -1 : m_people.take(name).value_or(-1);
    operation.invokedNs =
        request.startKnown ? request.startNs : std::numeric_limits<std::int64_t>::min();
    m_startless += request.startKnown ? 0 : 1;
    const std::int64_t couponId = coupon.empty() ? 0 : m_coupons.take(coupon).value_or(0);
    operation.rowId = (couponId << 32) | std::int64_t{nameOf(request, name, coupon)};
    operation.vu = static_cast<std::uint16_t>(std::clamp<std::int64_t>(request.vu - 1, 0, 65'535));
    operation.errorCode = static_cast<std::uint16_t>(std::clamp(request.status, 0, 999));
    if (request.status == 0) {
        operation.outcome = request.wasSent ? Outcome::Unknown : Outcome::NotSent;
        operation.reason = request.wasSent ? request.whyNone : UnknownReason::None;
        operation.returnedNs = request.wasSent ? Operation::kNoAnswer : request.endNs;
        append(operation);
        return;
    }
    operation.returnedNs = request.endNs;
    takeColumns(request);
    if (m_asksChecks && request.vu >= 0 && request.iteration >= 0) {
        hold(operation, request);
        return;
    }
    m_unjoined += m_asksChecks ? 1 : 0;
    classify(operation, request);
    append(operation);
}

void RunBuilder::append(const Operation &operation)
{
    m_log.append(operation);
    if (m_watch == nullptr) {
        return;
    }
    if (m_order.request.isEmpty()) {
        refuseEarly();
    }
    const auto name = static_cast<std::size_t>(operation.rowId & 0xFFFF'FFFF);
    const bool counts = m_order.request.isEmpty() ||
                        m_order.request == QString::fromStdString(m_nameCounts[name].first);
    if (m_watch->taken && counts) {
        m_watch->taken(operation);
    }
}

/// What would be refused at the end of a run that goes on is refused now.
void RunBuilder::refuseEarly()
{
    const auto requests =
        std::accumulate(m_nameCounts.begin(), m_nameCounts.end(), std::int64_t{0},
                        [](std::int64_t sum, const auto &name) { return sum + name.second; });
    if (m_nameless >= kNamelessOfStream && m_nameless == requests) {
        m_refused = QStringList{
            ImportText::tr("%1: none of %2 requests names a person; --user SPEC says where they "
                           "stand, and `stampede-cli import recipe k6` what to add to the script")
                .arg(m_order.path, count(requests))};
    }
    if (m_nameCounts.size() > 1 && m_nameless == 0) {
        m_refused = QStringList{severalKinds(
            {QStringLiteral("%1").arg(QString::fromStdString(m_nameCounts[0].first)),
             QStringLiteral("%1").arg(QString::fromStdString(m_nameCounts[1].first))})};
    }
}

QString RunBuilder::severalKinds(const QStringList &kinds) const
{
    return ImportText::tr("%1: the file holds requests of several kinds: %2. Which of them ask "
                          "for the coupon says --request NAME.")
        .arg(m_order.path, kinds.join(QStringLiteral(", ")));
}

/// The checks of a request follow it.
void RunBuilder::hold(const Operation &operation, const FoundRequest &request)
{
    WaitingRequest next;
    next.operation = operation;
    next.iteration = request.iteration;
    next.columns = m_columns;
    const auto before = m_waiting.find(request.vu);
    if (before != m_waiting.end()) {
        WaitingRequest &last = before->second;
        const bool sameIteration = last.iteration == request.iteration;
        last.isDoubtful = last.isDoubtful || (sameIteration && !last.hasChecks);
        next.isDoubtful = sameIteration && !last.hasChecks;
        decide(last);
        last = std::move(next);
        return;
    }
    m_waiting.emplace(request.vu, std::move(next));
}

void RunBuilder::takeCheck(std::int64_t vu, std::int64_t iteration, std::string_view name,
                           bool passed)
{
    const auto waiting = m_waiting.find(vu);
    if (waiting == m_waiting.end() || waiting->second.iteration != iteration) {
        return;
    }
    waiting->second.hasChecks = true;
    if (passed) {
        waiting->second.checks.emplace_back(name);
    }
}

/// What cannot be read may have been the checks of any request that waits for them.
void RunBuilder::lackFromNowOn()
{
    for (auto &[vu, waiting] : m_waiting) {
        waiting.mayLack = true;
    }
}

void RunBuilder::decide(WaitingRequest &waiting)
{
    ServiceAnswer answer;
    answer.status = waiting.operation.httpStatus();
    answer.columns = waiting.columns;
    answer.checks = waiting.checks;
    if (waiting.isDoubtful) {
        ++m_doubtful;
        setOutcome(waiting.operation, std::nullopt);
    } else if (waiting.mayLack && waiting.checks.empty()) {
        ++m_checkless;
        setOutcome(waiting.operation, m_withoutBody.classify(answer));
    } else {
        setOutcome(waiting.operation, m_withChecks.classify(answer));
    }
    append(waiting.operation);
}

/// Keeps the requests of one kind: that which was asked for, or the only one.
Result<void, QStringList> RunBuilder::chooseName(std::vector<Operation> &operations)
{
    const auto nameIn = [](const Operation &operation) {
        return static_cast<std::uint32_t>(operation.rowId & 0xFFFF'FFFF);
    };
    std::vector<std::int64_t> counts(m_nameCounts.size(), 0); // of those with a person
    for (const Operation &operation : operations) {
        ++counts[nameIn(operation)];
    }
    QStringList kinds;
    std::optional<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
        const QString name = QString::fromStdString(m_nameCounts[i].first);
        if (counts[i] > 0 && kinds.size() < kMostImportFaults) {
            kinds << QStringLiteral("%1 (%2)").arg(name, count(counts[i]));
        }
        if (counts[i] > 0 && name == m_order.request) {
            chosen = i;
        }
    }
    if (!m_order.request.isEmpty() && !chosen) {
        return Failure{
            QStringList{ImportText::tr("%1: there is no request %2; there are: %3.")
                            .arg(m_order.path, m_order.request, kinds.join(QStringLiteral(", ")))}};
    }
    if (!chosen && kinds.size() > 1) {
        return Failure{QStringList{severalKinds(kinds)}};
    }
    if (chosen) {
        const auto others = static_cast<std::int64_t>(std::erase_if(
            operations, [&](const Operation &operation) { return nameIn(operation) != *chosen; }));
        if (others > 0) {
            m_remarks << plural(others, ImportText::tr("%1 request of another kind is left out."),
                                ImportText::tr("%1 requests of other kinds are left out."))
                             .arg(count(others));
        }
    }
    return {};
}

/// Every interval by what the format does not know, and by how far the clock went back.
void RunBuilder::widen(std::vector<Operation> &operations) const
{
    std::int64_t firstNs = std::numeric_limits<std::int64_t>::max();
    for (const Operation &operation : operations) {
        for (const std::int64_t ns : {operation.invokedNs, operation.returnedNs}) {
            if (ns > 0) {
                firstNs = std::min(firstNs, ns);
            }
        }
    }
    const std::int64_t byNs = m_resolutionNs + m_jumpNs;
    for (Operation &operation : operations) {
        operation.invokedNs = std::max(operation.invokedNs, firstNs) - byNs;
        if (operation.returnedNs != Operation::kNoAnswer) {
            operation.returnedNs += byNs;
        }
    }
}

void RunBuilder::namePeople(ImportedRun &run)
{
    std::vector<std::string> names = m_people.names();
    std::vector<std::int64_t> numbers(names.size());
    const auto isNumber = [&](std::size_t place) {
        const std::string &name = names[place];
        const auto read = std::from_chars(name.data(), name.data() + name.size(), numbers[place]);
        return read.ec == std::errc() && read.ptr == name.data() + name.size() &&
               numbers[place] >= 0 && (name.size() == 1 || name.front() != '0');
    };
    bool areNumbers = true;
    for (std::size_t i = 0; i < names.size() && areNumbers; ++i) {
        areNumbers = isNumber(i);
    }
    if (!areNumbers) {
        std::iota(numbers.begin(), numbers.end(), std::int64_t{1});
        auto named = PersonDirectory::of(numbers, [&names](std::int64_t person) {
            return QString::fromStdString(names[static_cast<std::size_t>(person - 1)]);
        });
        run.people = named ? std::move(named).value() : PersonDirectory();
    }
    for (Operation &operation : run.operations) {
        operation.user = numbers[static_cast<std::size_t>(operation.user)];
    }
}

void RunBuilder::nameCoupons(ImportedRun &run)
{
    if (!m_couponSpec) {
        return;
    }
    for (const std::string &name : m_coupons.names()) {
        run.coupons << QString::fromStdString(name);
    }
    run.couponOf.reserve(run.operations.size());
    for (const Operation &operation : run.operations) {
        run.couponOf.push_back(static_cast<std::uint32_t>(operation.rowId >> 32));
    }
}

void RunBuilder::tell(ImportedRun &run, const QString &endedEarly)
{
    run.faults = m_told;
    run.tool.incomplete = m_faults > 0 || m_missing > 0 || !endedEarly.isEmpty();
    if (!endedEarly.isEmpty()) {
        run.faults << QStringLiteral("%1: %2").arg(m_order.path, endedEarly);
    }
    if (m_faults > 0) {
        m_remarks << plural(m_faults,
                            ImportText::tr("%1 line could not be read; what it said is missing."),
                            ImportText::tr("%1 lines could not be read; what they said is "
                                           "missing."))
                         .arg(count(m_faults));
    }
    if (m_nameless > 0 && run.hasPeople) {
        m_remarks << plural(m_nameless, ImportText::tr("%1 request names nobody and is left out."),
                            ImportText::tr("%1 requests name nobody and are left out."))
                         .arg(count(m_nameless));
    }
    if (m_startless > 0) {
        m_remarks << plural(m_startless,
                            ImportText::tr("Of %1 request the start is not known, as blocked, "
                                           "connecting or tls_handshaking is missing: it may have "
                                           "been under way since the beginning."),
                            ImportText::tr("Of %1 requests the start is not known, as blocked, "
                                           "connecting or tls_handshaking is missing: they may "
                                           "have been under way since the beginning."))
                         .arg(count(m_startless));
    }
    if (m_jumpNs > 0) {
        m_remarks << ImportText::tr("The clock was set back by %1 while the run went on: no moment "
                                    "is known better than that.")
                         .arg(text::duration(m_jumpNs));
    }
    if (m_doubtful > 0) {
        m_remarks << plural(
                         m_doubtful,
                         ImportText::tr("%1 answer stands beside another of its iteration; which "
                                        "of them the checks are of is not known."),
                         ImportText::tr("%1 answers stand beside another of their iteration; "
                                        "which of them the checks are of is not known."))
                         .arg(count(m_doubtful));
    }
    if (m_unjoined > 0) {
        m_remarks << plural(m_unjoined,
                            ImportText::tr("%1 answer has no virtual user and iteration beside it, "
                                           "which join checks to requests: rules by check cannot "
                                           "tell what it means. k6 writes them where systemTags "
                                           "hold both \"vu\" and \"iter\"."),
                            ImportText::tr("%1 answers have no virtual user and iteration beside "
                                           "them, which join checks to requests: rules by check "
                                           "cannot tell what they mean. k6 writes them where "
                                           "systemTags hold both \"vu\" and \"iter\"."))
                         .arg(count(m_unjoined));
    }
    if (m_checkless > 0) {
        m_remarks << plural(m_checkless,
                            ImportText::tr("The checks of %1 answer may be among what is missing: "
                                           "rules by check cannot tell what it means."),
                            ImportText::tr("The checks of %1 answers may be among what is "
                                           "missing: rules by check cannot tell what they mean."))
                         .arg(count(m_checkless));
    }
    for (std::size_t status = 0; status < m_unrecognised.size(); ++status) {
        if (m_unrecognised[status] > 0) {
            m_remarks << plural(
                             m_unrecognised[status],
                             ImportText::tr("No rule tells what %1 answer of %2 means by what the "
                                            "file holds."),
                             ImportText::tr("No rule tells what %1 answers of %2 mean by what the "
                                            "file holds."))
                             .arg(count(m_unrecognised[status]), QString::number(status));
        }
    }
    run.remarks = m_remarks;
}

Result<ImportedRun, QStringList> RunBuilder::finish(const QString &endedEarly)
{
    if (!m_refused.isEmpty()) {
        return Failure{m_refused};
    }
    if (!endedEarly.isEmpty()) {
        lackFromNowOn();
    }
    for (auto &[vu, waiting] : m_waiting) {
        decide(waiting);
    }
    m_waiting.clear();
    ImportedRun run;
    m_log.moveTo(run.operations);
    run.hasPeople = std::any_of(run.operations.begin(), run.operations.end(),
                                [](const Operation &each) { return each.user >= 0; });
    if (run.hasPeople) {
        std::erase_if(run.operations, [](const Operation &each) { return each.user < 0; });
    }
    if (auto chosen = chooseName(run.operations); !chosen) {
        return Failure{chosen.error()};
    }
    if (run.operations.empty()) {
        return Failure{
            m_told << ImportText::tr("%1: there is no request in it.").arg(m_order.path)};
    }
    tell(run, endedEarly);
    widen(run.operations);
    for (std::size_t i = 0; i < run.operations.size(); ++i) {
        run.operations[i].request = static_cast<std::uint32_t>(i);
    }
    // By their places where they are equal: a sort that keeps these by itself takes as much memory
    // again.
    std::sort(run.operations.begin(), run.operations.end(),
              [](const Operation &left, const Operation &right) {
                  return std::tie(left.invokedNs, left.request) <
                         std::tie(right.invokedNs, right.request);
              });
    if (run.hasPeople) {
        namePeople(run);
    }
    nameCoupons(run);
    const std::int64_t beginMs = run.operations.front().invokedNs / kNsPerMs;
    run.tool.startedMs = beginMs;
    for (std::size_t i = 0; i < run.operations.size(); ++i) {
        Operation &operation = run.operations[i];
        operation.rowId = 0;
        operation.user = run.hasPeople ? operation.user : 0;
        operation.request = static_cast<std::uint32_t>(i);
        operation.invokedNs -= beginMs * kNsPerMs;
        if (operation.returnedNs != Operation::kNoAnswer) {
            operation.returnedNs -= beginMs * kNsPerMs;
        }
    }
    run.tool.resolutionNs = m_resolutionNs + m_jumpNs;
    run.tool.source = m_file.toStdString();
    return run;
}

bool startsLike(std::string_view text, std::string_view begin)
{
    return text.substr(0, begin.size()) == begin;
}

QString useInstead(const QString &tool)
{
    return ImportText::tr("`stampede-cli import recipe %1` prints what to use.").arg(tool);
}

/// Files of tools that hold too little, by how they begin.
QString refusedAs(std::string_view text)
{
    const auto holdsNoRequest = [](const QString &tool) {
        return ImportText::tr("this looks like %1, which holds no single request").arg(tool);
    };
    if (startsLike(text, "Type,Name,Request Count") ||
        startsLike(text, "\"Type\",\"Name\",\"# requests\"") ||
        startsLike(text, "Timestamp,User Count,Type")) {
        return holdsNoRequest(QStringLiteral("Locust's statistics")) + QStringLiteral(". ") +
               useInstead(QStringLiteral("locust"));
    }
    if (startsLike(text, "RUN\t") || startsLike(text, "REQUEST\t") ||
        startsLike(text, "ASSERTION\t")) {
        return ImportText::tr("this looks like Gatling's simulation.log, whose requests name "
                              "nobody and keep no status. ") +
               useInstead(QStringLiteral("k6"));
    }
    if (startsLike(text, "response-time,DNS+dialup")) {
        return ImportText::tr("this looks like hey's CSV, whose requests name nobody. ") +
               useInstead(QStringLiteral("vegeta"));
    }
    if (text.find("Running ") < 3 && text.find(" test @ ") != std::string_view::npos) {
        return holdsNoRequest(QStringLiteral("wrk's summary")) + QStringLiteral(". ") +
               useInstead(QStringLiteral("vegeta"));
    }
    if (startsLike(text, "This is ApacheBench") || startsLike(text, "starttime\tseconds")) {
        return ImportText::tr("this looks like ab's output, whose requests name nobody. ") +
               useInstead(QStringLiteral("vegeta"));
    }
    static const QRegularExpression kNamelessJtl(
        QStringLiteral("^1[0-9]{12},[0-9]+,[^,\\n]*,([0-9]{3}|Non HTTP)"));
    if (kNamelessJtl.match(textOf(text.substr(0, 1'000))).hasMatch()) {
        return ImportText::tr("this looks like a JTL without its line of names; "
                              "-Jjmeter.save.saveservice.print_field_names=true writes it");
    }
    if (text.find("\"root_group\"") != std::string_view::npos) {
        return holdsNoRequest(QStringLiteral("k6's summary")) + QStringLiteral(". ") +
               useInstead(QStringLiteral("k6"));
    }
    return {};
}

/// Whether a line could be vegeta's CSV: moment, status, latency.
bool isVegetaCsv(std::string_view line)
{
    int column = 0;
    for (const char letter : line) {
        if (letter == ',') {
            ++column;
        } else if (column < 5 && (letter < '0' || letter > '9')) {
            return false;
        }
    }
    return column >= 10;
}

void readAs(RunFormat format, const ByteSource &source, FoundRun &run)
{
    if (format == RunFormat::JtlXml) {
        return readJtlXml(source, run);
    }
    LineReader lines(source, kLongestResultLine);
    switch (format) {
    case RunFormat::K6Json:
        return readK6Json(lines, run);
    case RunFormat::K6Csv:
        return readK6Csv(lines, run);
    case RunFormat::JtlCsv:
        return readJtlCsv(lines, run);
    case RunFormat::VegetaJson:
        return readVegetaJson(lines, run);
    case RunFormat::VegetaCsv:
        return readVegetaCsv(lines, run);
    case RunFormat::JtlXml:
        return;
    }
}

/// What somebody who said what it is means.
Result<RunFormat, QString> formatFor(const QString &word, std::string_view beginning)
{
    const std::size_t first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const char begin = first == std::string_view::npos ? '\0' : beginning[first];
    if (word == QLatin1String("k6-json")) {
        return RunFormat::K6Json;
    }
    if (word == QLatin1String("k6-csv")) {
        return RunFormat::K6Csv;
    }
    if (word == QLatin1String("jtl")) {
        return begin == '<' ? RunFormat::JtlXml : RunFormat::JtlCsv;
    }
    if (word == QLatin1String("vegeta")) {
        return begin == '{' ? RunFormat::VegetaJson : RunFormat::VegetaCsv;
    }
    return formatOf(beginning);
}

/// What an order's SPECs say.
struct Specs
{
    std::vector<RequestSpec> users;
    std::optional<RequestSpec> coupon;
};

Result<Specs, QStringList> specsOf(const ImportOrder &order)
{
    if (const QStringList faults = headerFaults(order); !faults.isEmpty()) {
        return Failure{faults};
    }
    Specs specs;
    const QStringList usual = {QStringLiteral("tag:user"), QStringLiteral("metadata:user"),
                               QStringLiteral("column:user"), QStringLiteral("column:userId")};
    for (const QString &spec : order.user.isEmpty() ? usual : QStringList{order.user}) {
        auto parsed = RequestSpec::parse(spec);
        if (!parsed) {
            return Failure{QStringList{QStringLiteral("--user %1: %2").arg(spec, parsed.error())}};
        }
        specs.users.push_back(std::move(parsed).value());
    }
    if (!order.coupon.isEmpty()) {
        auto parsed = RequestSpec::parse(order.coupon);
        if (!parsed) {
            return Failure{
                QStringList{QStringLiteral("--coupon %1: %2").arg(order.coupon, parsed.error())}};
        }
        specs.coupon = std::move(parsed).value();
    }
    return specs;
}

constexpr std::int64_t kMostLooked = 2'000;
constexpr qsizetype kMostExamples = 3;
constexpr qsizetype kMostPlaces = 40;

/// Notes what requests are like, and hands them on.
class LookingRun final : public FoundRun
{
public:
    explicit LookingRun(FoundRun &next)
        : m_next(next)
    {}

    void take(const FoundRequest &request) override
    {
        ++m_look.requests;
        for (const FoundField &field : request.fields) {
            note(specOf(field), field.value);
        }
        if (!request.name.empty()) {
            noteOnce(m_look.kinds, request.name);
        }
        m_next.take(request);
    }
    void takeCheck(std::int64_t vu, std::int64_t iteration, std::string_view name,
                   bool passed) override
    {
        noteOnce(m_look.checks, name);
        m_next.takeCheck(vu, iteration, name, passed);
    }
    bool takeWords(std::string_view line) override { return m_next.takeWords(line); }
    void takeFault(std::int64_t line, const QString &what) override
    {
        m_next.takeFault(line, what);
    }
    void refuse(std::int64_t line, const QString &why) override { m_next.refuse(line, why); }
    void takeMissing(std::int64_t requests, const QString &why) override
    {
        m_next.takeMissing(requests, why);
    }
    void takeResolution(std::int64_t ns) override { m_next.takeResolution(ns); }

    [[nodiscard]] const ResultsLook &look() const { return m_look; }

private:
    static QString specOf(const FoundField &field)
    {
        const char *kind = "column:";
        switch (field.kind) {
        case FoundField::Kind::Tag:
            kind = "tag:";
            break;
        case FoundField::Kind::Metadata:
            kind = "metadata:";
            break;
        case FoundField::Kind::Column:
            break;
        }
        return QLatin1String(kind) + textOf(field.name);
    }
    void note(const QString &spec, std::string_view value)
    {
        const auto known =
            std::find_if(m_look.places.begin(), m_look.places.end(),
                         [&spec](const FoundPlace &place) { return place.spec == spec; });
        if (known != m_look.places.end()) {
            if (known->examples.size() < kMostExamples && !value.empty()) {
                noteOnce(known->examples, value);
            }
        } else if (m_look.places.size() < kMostPlaces && !value.empty()) {
            m_look.places << FoundPlace{spec, {textOf(value)}};
        }
    }
    static void noteOnce(QStringList &list, std::string_view value)
    {
        const QString text = textOf(value);
        if (list.size() < kMostPlaces && !list.contains(text)) {
            list << text;
        }
    }

    FoundRun &m_next;
    ResultsLook m_look;
};

QList<ResultsLook::Meaning> meaningsOf(const std::vector<Operation> &operations)
{
    QList<ResultsLook::Meaning> meanings;
    for (const Operation &operation : operations) {
        const int status = operation.httpStatus();
        const auto known = std::find_if(meanings.begin(), meanings.end(), [&](const auto &meaning) {
            return meaning.status == status && meaning.outcome == operation.outcome;
        });
        if (known == meanings.end()) {
            meanings << ResultsLook::Meaning{status, operation.outcome, 1};
        } else {
            ++known->count;
        }
    }
    std::sort(meanings.begin(), meanings.end(),
              [](const auto &left, const auto &right) { return left.count > right.count; });
    return meanings;
}

} // namespace

QStringList importFormats()
{
    return {QStringLiteral("k6-json"), QStringLiteral("k6-csv"), QStringLiteral("jtl"),
            QStringLiteral("vegeta"), QStringLiteral("auto")};
}

QString toolName(RunFormat format)
{
    switch (format) {
    case RunFormat::K6Json:
        return QStringLiteral("k6 json");
    case RunFormat::K6Csv:
        return QStringLiteral("k6 csv");
    case RunFormat::JtlCsv:
        return QStringLiteral("jtl csv");
    case RunFormat::JtlXml:
        return QStringLiteral("jtl xml");
    case RunFormat::VegetaJson:
        return QStringLiteral("vegeta json");
    case RunFormat::VegetaCsv:
        return QStringLiteral("vegeta csv");
    }
    return {};
}

Result<RunFormat, QString> formatOf(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (startsLike(text, kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
    const auto has = [line](std::string_view word) {
        return line.find(word) != std::string_view::npos;
    };
    if (const QString why = refusedAs(text); !why.isEmpty()) {
        return Failure{why};
    }
    if (startsLike(text, "{")) {
        if (has("\"metric\"") && (has("\"Metric\"") || has("\"Point\""))) {
            return RunFormat::K6Json;
        }
        if (has("\"latency\"") && has("\"timestamp\"") && has("\"code\"")) {
            return RunFormat::VegetaJson;
        }
    } else if (startsLike(text, "metric_name,")) {
        return RunFormat::K6Csv;
    } else if (has("timeStamp") && has("elapsed")) {
        return RunFormat::JtlCsv;
    } else if (startsLike(text, "<") && text.find("<testResults") != std::string_view::npos) {
        return RunFormat::JtlXml;
    } else if (isVegetaCsv(line)) {
        return RunFormat::VegetaCsv;
    }
    return Failure{ImportText::tr("expected the results of k6 (JSON, CSV), JMeter (JTL as CSV with "
                                  "its line of names, or XML) or vegeta (encoded as JSON or CSV)")};
}

bool looksLikeResults(const QString &path)
{
    auto opened = openOrdinaryFile(path);
    if (!opened) {
        return false;
    }
    const auto file = ResultFile::over(std::move(opened).value());
    if (!file || file.value()->beginning().find("\"stampede.history/") != std::string::npos) {
        return false;
    }
    return formatOf(file.value()->beginning()).ok() ||
           !refusedAs(file.value()->beginning()).isEmpty();
}

bool isRequestSpec(const QString &word)
{
    return RequestSpec::parse(word).ok();
}

Result<ImportedRun, QStringList> importRun(const ImportOrder &order)
{
    auto file = ResultFile::open(order.path);
    if (!file) {
        return Failure{QStringList{QStringLiteral("%1: %2").arg(order.path, file.error())}};
    }
    return importRun(order, *file.value());
}

Result<ImportedRun, QStringList> importRun(const ImportOrder &order, ResultFile &file)
{
    auto specs = specsOf(order);
    if (!specs) {
        return Failure{specs.error()};
    }
    const auto found = formatFor(order.from, file.beginning());
    if (!found) {
        return Failure{QStringList{QStringLiteral("%1: %2").arg(order.path, found.error())}};
    }
    const RunFormat format = found.value();
    RunBuilder builder(order, std::move(specs.value().users), std::move(specs.value().coupon));
    readAs(format, file.source(), builder);
    auto run = builder.finish(file.endedEarly());
    if (run) {
        run.value().tool.name = toolName(format).toStdString();
        run.value().tool.sourceSha256 = file.sha256().toStdString();
    }
    return run;
}

Result<ImportedRun, QStringList> importStream(const ImportOrder &order, const ByteSource &source,
                                              const ImportWatch &watch,
                                              const std::function<QString()> &endedEarly)
{
    auto specs = specsOf(order);
    if (!specs) {
        return Failure{specs.error()};
    }
    const auto format = formatFor(order.from, {});
    if (!format) {
        return Failure{QStringList{QStringLiteral("%1: %2").arg(order.path, format.error())}};
    }
    RunBuilder builder(order, std::move(specs.value().users), std::move(specs.value().coupon),
                       &watch);
    readAs(
        format.value(),
        [&](char *to, std::size_t size) -> std::ptrdiff_t {
            return builder.isRefused() ? 0 : source(to, size);
        },
        builder);
    auto run = builder.finish(endedEarly());
    if (run) {
        run.value().tool.name = toolName(format.value()).toStdString();
    }
    return run;
}

Result<ResultsLook, QStringList> lookAtResults(const ImportOrder &order)
{
    const auto failed = [&order](const QString &why) {
        return Failure{QStringList{QStringLiteral("%1: %2").arg(order.path, why)}};
    };
    auto specs = specsOf(order);
    if (!specs) {
        return Failure{specs.error()};
    }
    auto opened = openOrdinaryFile(order.path);
    if (!opened) {
        return failed(opened.error());
    }
    const auto file = ResultFile::over(std::move(opened).value()); // without its fingerprint
    if (!file) {
        return failed(file.error());
    }
    const auto format = formatFor(order.from, file.value()->beginning());
    if (!format) {
        return failed(format.error());
    }
    RunBuilder builder(order, std::move(specs.value().users), std::move(specs.value().coupon));
    LookingRun looking(builder);
    bool isCut = false;
    readAs(
        format.value(),
        [&, source = file.value()->source()](char *to, std::size_t size) -> std::ptrdiff_t {
            isCut = looking.look().requests >= kMostLooked;
            return isCut ? 0 : source(to, size);
        },
        looking);
    ResultsLook look = looking.look();
    look.tool = toolName(format.value());
    look.all = !isCut;
    look.user = builder.userSpec();
    auto run = builder.finish({});
    if (run) {
        look.meanings = meaningsOf(run.value().operations);
    } else {
        look.fault = run.error().constFirst();
    }
    return look;
}

QString resolutionSentence(const RunTool &tool)
{
    if (tool.resolutionNs <= 1) {
        return {};
    }
    const QString length = tool.resolutionNs % kNsPerMs == 0 && tool.resolutionNs < kNsPerSecond
                               ? QStringLiteral("%1 ms").arg(tool.resolutionNs / kNsPerMs)
                               : text::duration(tool.resolutionNs);
    return ImportText::tr("moments of this run are known to %1: answers closer than that cannot be "
                          "told apart")
        .arg(length);
}

} // namespace stampede
