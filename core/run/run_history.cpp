#include "run/run_history.h"

#include "base/clock.h"
#include "files/input_file.h"
#include "judge/history_reader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace stampede {

namespace {

struct HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(RunHistory)
};

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
    history.people = takePeople(recorded);
    history.facts = std::move(recorded.facts);
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

} // namespace

Result<RunHistory, QString> readRunHistory(const QString &path, HistoryEnd end)
{
    auto all = readRunHistories(path, end);
    if (!all) {
        return Failure{all.error()};
    }
    if (all.value().size() > 1) {
        return faultIn(path, HistoryText::tr("there are several histories; an audit takes one"));
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
        if (!histories.back().operations.empty()) {
            lastNs = std::max(lastNs, histories.back().operations.back().invokedNs);
        }
    }
    if (file.error() != QFileDevice::NoError) {
        return faultIn(path, file.errorString());
    }
    if (histories.empty()) {
        return faultIn(path, HistoryText::tr("there is no history (schema stampede.history/1)"));
    }
    // A file does not tell when its run was; it was written after it.
    for (RunHistory &history : histories) {
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
