// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_history.h"
#include "record/run_record.h"

#include <QStringList>

namespace stampede {

/// What today's judge says of a history that was stored.
struct JudgedAgain
{
    AuditVerdict verdict = AuditVerdict::Undecided;
    QString undecidedReason; ///< with Undecided
    QStringList findings;    ///< a sentence each
    QStringList checks;      ///< of the audit that these break, each as often as findings do
    /// The conditions of docs/judging.md that the rules of the coupon leave no way to judge.
    QStringList notApplicable;
    std::int64_t operations = 0;
    bool answersOnly = false; ///< nothing was known of rows
};

/// Judges what the record keeps: every answer, the people of the rows and what was left. Checks of
/// the audit that look into tables are not made again. Needs the history. Any thread.
JudgedAgain judgeAgain(const RunRecord &record);

/// The same of a history file, which may hold several. One without its final line is judged by its
/// answers alone. `run` is the one that wrote it, whose audit named people, where that is known.
JudgedAgain judgeAgain(const std::vector<RunHistory> &histories, const RunRecord *run = nullptr);

/// Checks that the run's own audit found broken and that need its tables: titles. They stand.
QStringList brokenThenAndNotAgain(const RunRecord &record);

} // namespace stampede
