// SPDX-License-Identifier: MIT
#pragma once

#include "record/audit_report.h"

#include <functional>

namespace stampede {

/// Audits of more operations or rows are said in one language only: to say one again takes part of
/// the time that the audit itself took.
inline constexpr std::size_t kMostSaidTwice = 100'000;

/// Marks the report as said in the language of this thread, and keeps its sentences in all others
/// as well. `say` makes the same checks again, in the language of the thread by then; a check that
/// comes out otherwise keeps the sentences that it has.
void keepOtherLanguages(AuditReport &report, const std::function<QList<CheckResult>()> &say);

/// Turns the sentences of the report into those of the language with that code, where they are
/// kept. Titles are not among them: titleOf() makes them anew.
void tellAuditIn(AuditReport &report, const QString &language);

} // namespace stampede
