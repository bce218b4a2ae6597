#pragma once

#include "base/precedence.h"
#include "base/result.h"
#include "measure/operation.h"
#include "scenario/person_directory.h"

#include <QString>

#include <cstdint>
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
    QString requestIdPrefix{};          ///< of the run's requests; empty where nobody kept it
    PersonDirectory people{};           ///< what they are called, and what tables call them
    PersonDirectory inTable{};
};

/// Reads a file of schema stampede.history/1 that holds one history. The error is a fault line:
/// "FILE: what is wrong".
Result<RunHistory, QString> readRunHistory(const QString &path);

} // namespace stampede
