// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "journal/journal_format.h"

#include <cstdint>
#include <string>
#include <vector>

namespace stampede {

/// What is left of a run in its journal.
struct JournalContents
{
    std::string opening; ///< the owner's content; empty where that block cannot be read
    bool closed = false; ///< the load ended, and all of it is here unless blocks are damaged
    std::string closing; ///< likewise
    std::vector<Operation> ended; ///< by invokedNs; late answers are in their places
    /// Begun before the latest readable look, and no answer recorded; by request.
    std::vector<BegunRequest> inFlight;
    /// Whatever had ended by then, in ns from the start of the load, is among `ended`, or was in
    /// flight: what is neither began later. 0 where nothing was recorded.
    std::int64_t completeToNs = 0;
    std::int64_t lastLookNs = 0;      ///< of the last readable block, likewise
    std::int64_t lastLookEpochMs = 0; ///< the same; 0 without one
    std::uint64_t damagedBlocks = 0;  ///< there, and not readable, or missing between others
    bool cutOff = false;              ///< the file ends within a block

    [[nodiscard]] bool losesNothing() const { return closed && damagedBlocks == 0; }
};

/// Reads a journal, whatever has become of it: every block that is as it was written, and none that
/// is not. The error says why it is no journal at all, or of a later version.
Result<JournalContents, std::string> readJournal(const std::string &path);

/// What the owner wrote at its beginning, without reading on; empty where that cannot be read.
std::string readJournalOpening(const std::string &path);

/// Whether nobody is writing that journal any more.
bool isJournalFree(const std::string &path);

} // namespace stampede
