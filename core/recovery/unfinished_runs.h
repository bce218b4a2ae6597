// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "journal/journal_reader.h"
#include "run/run_journal.h"

#include <QList>
#include <QString>

namespace stampede {

/// A run whose program was gone before the run was kept, as its journal tells of it.
struct UnfinishedRun
{
    QString path; ///< of the journal
    JournalOpening opening;
    std::int64_t answers = 0; ///< recorded
    std::int64_t issued = 0;  ///< of these
    std::int64_t inFlight = 0;
    std::int64_t lastLookNs = 0; ///< since the start of the load; 0 where nothing was recorded
    bool loadEnded = false;      ///< everything is there, only the audit is missing
    std::uint64_t damagedBlocks = 0;

    /// The first six digits of the id, for people.
    [[nodiscard]] QString shortId() const { return opening.id.left(6); }
    /// "1,204 answers until 2.25 s, 12 requests in flight": what there is of it.
    [[nodiscard]] QString sentence() const;
};

/// Every journal in that folder that nobody is writing and whose beginning can be read, the newest
/// run first. Any thread.
QList<UnfinishedRun> unfinishedRuns(const QString &folder);
/// The one whose id begins so; the error is a sentence, empty where there is none.
Result<UnfinishedRun, QString> findUnfinishedRun(const QString &folder, const QString &id);
/// Deletes its journal. Any thread; false where that was not possible.
bool forgetUnfinishedRun(const UnfinishedRun &run);

} // namespace stampede
