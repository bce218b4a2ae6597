// SPDX-License-Identifier: MIT
#include "record/run_history.h"

#include "record/record_text.h"

#include "base/clock.h"
#include "checker/history_reader.h"
#include "files/input_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace stampede {

namespace {

Failure<QString> faultIn(const QString &path, const QString &text)
{
    return Failure{QStringLiteral("%1: %2").arg(path, text)};
}

Operation operationFrom(const JudgedOperation &judged)
{
    Operation operation;
    operation.user = judged.user;
    operation.invokedNs = judged.invokedNs;
    operation.returnedNs = judged.returnedNs == kNeverNs ? Operation::kNoAnswer : judged.returnedNs;
    operation.outcome = judged.outcome;
    return operation;
}

/// The people of a history by their names. Whoever has one is known by a number from 1 on then, as
/// everywhere in a run.
PersonDirectory takePeople(RecordedHistory &recorded)
{
    if (recorded.names.empty()) {
        return {};
    }
    HistoryFacts &facts = recorded.facts;
    for (auto *users : {&facts.holdersBefore, &facts.rowUsers}) {
        std::for_each(users->begin(), users->end(), [](std::int64_t &user) { ++user; });
    }
    if (facts.writtenUsers) {
        std::for_each(facts.writtenUsers->begin(), facts.writtenUsers->end(),
                      [](std::int64_t &user) { ++user; });
    }
    for (JudgedOperation &operation : recorded.operations) {
        ++operation.user;
    }
    std::vector<std::int64_t> people(recorded.names.size());
    std::iota(people.begin(), people.end(), std::int64_t{1});
    auto named = PersonDirectory::of(std::move(people), [&recorded](std::int64_t person) {
        return QString::fromStdString(recorded.names[static_cast<std::size_t>(person - 1)]);
    });
    return named ? std::move(named).value() : PersonDirectory();
}

RunHistory historyFrom(RecordedHistory recorded)
{
    RunHistory history;
    history.coupon = QString::fromStdString(recorded.couponName);
    history.people = takePeople(recorded);
    history.userFormat = QString::fromStdString(recorded.userFormat);
    history.facts = std::move(recorded.facts);
    history.tool = std::move(recorded.tool);
    if (history.tool.isThere()) { // whose "stock":null is one that nobody said
        history.stockSaid = !history.facts.rules.unlimited;
        history.facts.rules.unlimited = false;
    }
    std::stable_sort(
        recorded.operations.begin(), recorded.operations.end(),
        [](const auto &left, const auto &right) { return left.invokedNs < right.invokedNs; });
    history.operations.reserve(recorded.operations.size());
    for (const JudgedOperation &operation : recorded.operations) {
        history.operations.push_back(operationFrom(operation));
        history.operations.back().request =
            static_cast<std::uint32_t>(history.operations.size() - 1);
        if (history.facts.rules.countsPieces) {
            history.quantities.push_back(operation.quantity);
        }
    }
    return history;
}

/// One person of several histories has one number, by their name.
class JoinedPeople
{
public:
    explicit JoinedPeople(const std::vector<RunHistory> &histories)
        : m_areNumbers(std::all_of(histories.begin(), histories.end(),
                                   [](const auto &history) { return history.people.areNumbers(); }))
    {}

    void renumber(RunHistory &history)
    {
        if (m_areNumbers) {
            return;
        }
        const auto take = [&](std::int64_t &user) { user = numberOf(history.people.nameOf(user)); };
        std::for_each(history.facts.holdersBefore.begin(), history.facts.holdersBefore.end(), take);
        std::for_each(history.facts.rowUsers.begin(), history.facts.rowUsers.end(), take);
        if (history.facts.writtenUsers) {
            std::for_each(history.facts.writtenUsers->begin(), history.facts.writtenUsers->end(),
                          take);
        }
        for (Operation &operation : history.operations) {
            take(operation.user);
        }
    }

    [[nodiscard]] PersonDirectory directory() const
    {
        std::vector<std::int64_t> people(static_cast<std::size_t>(m_names.size()));
        std::iota(people.begin(), people.end(), std::int64_t{1});
        auto named = PersonDirectory::of(
            std::move(people), [this](std::int64_t person) { return m_names.at(person - 1); });
        return named ? std::move(named).value() : PersonDirectory();
    }

private:
    std::int64_t numberOf(const QString &name)
    {
        auto number = m_numbers.constFind(name);
        if (number == m_numbers.constEnd()) {
            m_names << name;
            number = m_numbers.insert(name, m_names.size());
        }
        return *number;
    }

    bool m_areNumbers;
    QHash<QString, std::int64_t> m_numbers;
    QStringList m_names;
};

/// The histories of one run that asked for several coupons.
Result<RunHistory, QString> ofSeveral(const QString &path, std::vector<RunHistory> histories)
{
    QStringList names;
    for (const RunHistory &history : histories) {
        if (history.coupon.isEmpty() || names.contains(history.coupon)) {
            return faultIn(path, RecordText::tr("there are several histories, and they do not say "
                                                "of which coupon each is (coupon_name)"));
        }
        names << history.coupon;
    }
    RunHistory all;
    all.startedMs = histories.front().startedMs;
    all.tool = histories.front().tool;
    JoinedPeople people(histories);
    std::vector<std::pair<Operation, std::size_t>> operations; // and whose it is
    for (std::size_t i = 0; i < histories.size(); ++i) {
        people.renumber(histories[i]);
        for (const Operation &operation : histories[i].operations) {
            operations.emplace_back(operation, i);
        }
    }
    std::stable_sort(operations.begin(), operations.end(), [](const auto &left, const auto &right) {
        return left.first.invokedNs < right.first.invokedNs;
    });
    for (auto &[operation, coupon] : operations) {
        operation.request = static_cast<std::uint32_t>(all.operations.size());
        RunHistory &of = histories[coupon];
        of.operations[of.places.size()].request = operation.request;
        of.places.push_back(static_cast<std::int64_t>(all.operations.size()));
        all.operations.push_back(operation);
    }
    all.people = people.directory();
    for (RunHistory &history : histories) {
        history.people = all.people;
    }
    all.coupons = std::move(histories);
    return all;
}

} // namespace

Result<RunHistory, QString> readRunHistory(const QString &path, HistoryEnd end)
{
    auto all = readRunHistories(path, end);
    if (!all) {
        return Failure{all.error()};
    }
    const auto lacksStock = [](const RunHistory &each) {
        return !each.hasEnd && each.facts.rules.unlimited && !each.tool.isThere();
    };
    if (std::any_of(all.value().begin(), all.value().end(), lacksStock)) {
        return faultIn(path, RecordText::tr("nobody knows how many coupons there were before the "
                                            "run (\"stock\":null and no final line)"));
    }
    if (all.value().size() > 1) {
        return ofSeveral(path, std::move(all).value());
    }
    return std::move(all.value().front());
}

Result<std::vector<RunHistory>, QString> readRunHistories(const QString &path, HistoryEnd end)
{
    auto opened = openOrdinaryFile(path);
    if (!opened) {
        return faultIn(path, opened.error());
    }
    QFile &file = *opened.value();
    HistoryReader reader([&file](char *to, std::size_t size) {
        return static_cast<std::ptrdiff_t>(file.read(to, static_cast<qint64>(size)));
    });
    std::vector<RunHistory> histories;
    std::int64_t lastNs = 0;
    while (std::optional<RecordedHistory> recorded = reader.next()) {
        const bool lacksEnd = end == HistoryEnd::MayLack && recorded->lacksOnlyItsEnd;
        if (!recorded->usable() && !lacksEnd) {
            return faultIn(path, QString::fromStdString(recorded->error));
        }
        histories.push_back(historyFrom(std::move(*recorded)));
        histories.back().hasEnd = !lacksEnd;
        if (!histories.back().operations.empty()) {
            lastNs = std::max(lastNs, histories.back().operations.back().invokedNs);
        }
    }
    if (file.error() != QFileDevice::NoError) {
        return faultIn(path, file.errorString());
    }
    if (histories.empty()) {
        return faultIn(path, RecordText::tr("there is no history (schema stampede.history/1)"));
    }
    // A file does not tell when its run was; it was written after it.
    for (RunHistory &history : histories) {
        if (history.tool.startedMs > 0) {
            history.startedMs = history.tool.startedMs;
            continue;
        }
        history.startedMs = QFileInfo(path).lastModified().toMSecsSinceEpoch() - lastNs / kNsPerMs;
    }
    return histories;
}

std::int64_t operationsIn(const std::vector<RunHistory> &histories)
{
    std::int64_t sum = 0;
    for (const RunHistory &history : histories) {
        sum += static_cast<std::int64_t>(history.operations.size());
    }
    return sum;
}

std::vector<JudgedOperation> judgedOperationsOf(const RunHistory &history)
{
    std::vector<JudgedOperation> operations;
    operations.reserve(history.operations.size());
    for (const Operation &operation : history.operations) {
        operations.push_back(judgedFrom(operation));
        if (history.facts.rules.countsPieces) {
            operations.back().quantity = history.quantities.at(operations.size() - 1);
        }
    }
    return operations;
}

} // namespace stampede
