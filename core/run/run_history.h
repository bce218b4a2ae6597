#pragma once

#include "base/issue_rules.h"
#include "base/precedence.h"
#include "base/result.h"
#include "judge/judgement.h"
#include "measure/operation.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stampede {

/// The answers of a run as its history file tells them.
struct RunHistory
{
    std::int64_t stock = 0; ///< before the run
    std::vector<std::int64_t> holdersBefore;
    Precedence precedence = Precedence::Any;
    std::vector<Operation> operations;  ///< by invokedNs
    std::int64_t remaining = 0;         ///< after the run
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
};

/// A history of these facts, without operations.
RunHistory historyFrom(HistoryFacts facts);
/// What the judge is told of a history.
HistoryFacts factsOf(const RunHistory &history);
/// The operations as the judge is told of them.
std::vector<JudgedOperation> judgedOperationsOf(const RunHistory &history);

/// Reads a file of schema stampede.history/1 that holds one history. The error is a fault line:
/// "FILE: what is wrong".
Result<RunHistory, QString> readRunHistory(const QString &path);

} // namespace stampede
