#pragma once

#include "base/issue_rules.h"
#include "base/precedence.h"
#include "base/result.h"
#include "judge/judgement.h"
#include "measure/operation.h"
#include "scenario/person_directory.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stampede {

/// The answers of a run as its history file tells them.
struct RunHistory
{
    /// Epoch, of the load, or what it was at the latest; 0 where nobody knows.
    std::int64_t startedMs = 0;
    std::int64_t stock = 0; ///< before the run
    std::vector<std::int64_t> holdersBefore;
    QString id; ///< of the run, where the archive has it: what its request ids begin with
    Precedence precedence = Precedence::Any;
    std::vector<Operation> operations; ///< by invokedNs
    /// After the run; 0, and no rows, where it does not say.
    std::int64_t remaining = 0;
    std::vector<std::int64_t> rowUsers; ///< the person of every row after the run

    IssueRules rules;
    /// With rules.countsPieces: of every row in holdersBefore and in rowUsers, and what every
    /// operation asked for.
    std::vector<std::int64_t> piecesBefore;
    std::vector<std::int64_t> rowPieces;
    std::vector<std::uint32_t> quantities;
    /// With rules.givesBack: the person of every row written during the run, where that is known.
    std::optional<std::vector<std::int64_t>> writtenUsers;
    /// What people are called, by the numbers above and of the operations; empty where they are
    /// called by these numbers.
    std::vector<std::string> names;
    PersonDirectory people{}; ///< what they are called, and what tables call them
    PersonDirectory inTable{};
};

/// A history of these facts, without operations.
RunHistory historyFrom(HistoryFacts facts);
/// What the judge is told of a history.
HistoryFacts factsOf(const RunHistory &history);
/// The operations as the judge is told of them.
std::vector<JudgedOperation> judgedOperationsOf(const RunHistory &history);
/// Whether a history has to say what was left and who held a coupon after the run.
enum class HistoryEnd
{
    Needed,
    MayLack ///< whoever reads it looks into the tables themselves
};

/// Reads a file of schema stampede.history/1 that holds one history. The error is a fault line:
/// "FILE: what is wrong".
Result<RunHistory, QString> readRunHistory(const QString &path,
                                           HistoryEnd end = HistoryEnd::Needed);

} // namespace stampede
