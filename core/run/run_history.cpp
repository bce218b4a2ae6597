#include "run/run_history.h"

#include "files/input_file.h"
#include "judge/history_reader.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <optional>

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

} // namespace

Result<RunHistory, QString> readRunHistory(const QString &path)
{
    auto opened = openOrdinaryFile(path);
    if (!opened) {
        return faultIn(path, opened.error());
    }
    QFile &file = *opened.value();
    HistoryReader reader([&file](char *to, std::size_t size) {
        return static_cast<std::ptrdiff_t>(file.read(to, static_cast<qint64>(size)));
    });
    const std::optional<RecordedHistory> recorded = reader.next();
    if (file.error() != QFileDevice::NoError) {
        return faultIn(path, file.errorString());
    }
    if (!recorded) {
        return faultIn(path, HistoryText::tr("there is no history (schema stampede.history/1)"));
    }
    if (!recorded->usable()) {
        return faultIn(path, QString::fromStdString(recorded->error));
    }
    if (reader.next()) {
        return faultIn(path, HistoryText::tr("there are several histories; an audit takes one"));
    }
    RunHistory history;
    history.stock = recorded->facts.stock;
    history.holdersBefore = recorded->facts.holdersBefore;
    history.precedence = recorded->facts.precedence;
    history.remaining = recorded->facts.remaining;
    history.rowUsers = recorded->facts.rowUsers;
    history.operations.reserve(recorded->operations.size());
    for (const JudgedOperation &operation : recorded->operations) {
        history.operations.push_back(operationFrom(operation));
    }
    std::stable_sort(
        history.operations.begin(), history.operations.end(),
        [](const auto &left, const auto &right) { return left.invokedNs < right.invokedNs; });
    std::uint32_t request = 0;
    for (Operation &operation : history.operations) {
        operation.request = request++;
    }
    return history;
}

} // namespace stampede
