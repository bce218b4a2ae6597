// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "checker/judgement.h"
#include "measure/operation.h"
#include "measure/run_tool.h"
#include "prediction/prediction.h"
#include "scenario/person_directory.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// The answers of a run as its history file tells them.
struct RunHistory
{
    /// Of one of several coupons: as its tables have it, and where its operations stand among all
    /// of the run; else empty.
    QString coupon;
    std::vector<std::int64_t> places;
    /// Epoch, of the load, or what it was at the latest; 0 where nobody knows.
    std::int64_t startedMs = 0;
    bool madeTables = false;          ///< the run had tables that this program made for it alone
    std::optional<SaleWindow> sale{}; ///< as the tables had it before the run; of a kept run only
    QString id; ///< of the run, where the archive has it: what its request ids begin with
    /// What stood before and after; nothing is left and there are no rows where it does not say.
    HistoryFacts facts;
    bool hasEnd = true;                ///< of a file: whether it has its final line
    std::vector<Operation> operations; ///< by invokedNs
    /// With facts.rules.countsPieces: what every operation asked for.
    std::vector<std::uint32_t> quantities;
    /// How far the counter was ahead of the rows before the run; nothing where it does not say.
    std::optional<std::int64_t> counterAhead{};
    /// What those are called whom facts and operations name by numbers, and what tables call them.
    PersonDirectory people{};
    PersonDirectory inTable{};
    QString userFormat{}; ///< of a file: what tables call somebody who is a number; may be empty
    /// Each coupon by itself where the run asked for several, with facts, operations and quantities
    /// of its own; this one's facts say nothing then.
    std::vector<RunHistory> coupons{};
    /// Where another tool made the run. What was there before the run it does not know then, and
    /// `facts` says nothing of it but the stock, where stockSaid.
    RunTool tool{};
    bool stockSaid = false;  ///< somebody said what the stock was before the run
    bool namesPeople = true; ///< else every operation is of person 0
    QString notJudged{};     ///< why the answers cannot be held against rows; empty where they can
};

/// The operations as the judge is told of them.
std::vector<JudgedOperation> judgedOperationsOf(const RunHistory &history);
/// How many operations there are in all of them.
std::int64_t operationsIn(const std::vector<RunHistory> &histories);

/// Whether a history has to say what was left and who held a coupon after the run.
enum class HistoryEnd
{
    Needed,
    MayLack ///< whoever reads it looks into the tables themselves
};

/// Reads a file of schema stampede.history/1 that holds one history, or those of the coupons of one
/// run, each with its name. The error is a fault line:
/// "FILE: what is wrong".
Result<RunHistory, QString> readRunHistory(const QString &path,
                                           HistoryEnd end = HistoryEnd::Needed);
/// The same of a file that may hold several, one a coupon; not empty.
Result<std::vector<RunHistory>, QString> readRunHistories(const QString &path,
                                                          HistoryEnd end = HistoryEnd::Needed);

} // namespace stampede
