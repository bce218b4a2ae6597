// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/issue_rules.h"
#include "measure/operation.h"
#include "measure/run_tool.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stampede {

/// What a history says beside its operations (schema stampede.history/1).
struct HistoryFrame
{
    std::int64_t coupon = 1;
    std::string couponName; ///< as the service has it, where the run asked for several; else empty
    std::int64_t stock = 0; ///< before the run
    bool stockKnown = true; ///< else `stock` says nothing; only where there is no end either
    std::vector<std::int64_t> holdersBefore;
    std::string precedence = "any"; ///< any, stock-first, duplicate-first
    bool keepsStatuses = false;     ///< the answers came over HTTP, and their statuses were kept
    bool hasFinal = false;
    /// After the run, with hasFinal; nothing where there are rows, and nobody knows what is left.
    std::optional<std::int64_t> remaining = 0;
    std::vector<std::int64_t> rowUsers; ///< the user of every row at the end, with hasFinal

    RunTool tool; ///< where the run is none of this program's

    IssueRules rules;
    /// With rules.countsPieces: of every row in holdersBefore and in rowUsers.
    std::vector<std::int64_t> piecesBefore;
    std::vector<std::int64_t> rowPieces;
    /// With rules.countsPieces: what every request asked for; nothing where they differ or nobody
    /// knows.
    std::optional<std::int64_t> quantity = 1;
    /// What a request asked for, where they differ; an empty function where nobody knows.
    std::function<std::int64_t(const Operation &)> quantityOf;
    /// With rules.givesBack: the user of every row written during the run, where that is known.
    std::optional<std::vector<std::int64_t>> writtenUsers;
    /// What people are called, by the numbers above and of the operations; an empty function where
    /// they are called by these numbers.
    std::function<std::string_view(std::int64_t)> nameOf;
    /// How somebody who is called by their number stands in the service's tables, with {userId} for
    /// the number ("m{userId}"); empty where it is the number.
    std::string userFormat;
};

/// Writes a history as JSON lines, a header, an operation a line in the order given, and `final`
/// where there is one. `sink` gets the text in blocks of about 64 KiB; when it returns false the
/// writing ends and false is returned. Beside the contract's fields each operation carries, where
/// known: "request", "vu", "attempts", "row", "read" (stock) or "left", "locked_us", "wrote_us",
/// "committed_us", "late_us", "reason", "error" or "status", "quantity". The fields and their order
/// never change for the same values, and those of rules stand only where they differ from the
/// default: the text is what a history's fingerprint is taken of.
bool writeHistory(const HistoryFrame &frame, std::span<const Operation> history,
                  const std::function<bool(std::string_view)> &sink);

} // namespace stampede
