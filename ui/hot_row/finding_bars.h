// SPDX-License-Identifier: MIT
#pragma once

#include "record/check_result.h"
#include "ui/hot_row/row_scene.h"

#include <optional>

namespace stampede {

/// How a finding can be shown at the hot row.
enum class FindingSight
{
    None,
    Race,    ///< by two that wrote over each other
    Requests ///< by the requests that its rows tell of
};

/// What there is to see of a check of that record; looks at no history.
FindingSight sightOf(const RunRecord &record, const CheckResult &check);

/// One or two bars that show a row of a check.
struct FindingBars
{
    std::uint32_t bar = RowUse::kNobody;
    std::uint32_t other = RowUse::kNobody;
};

/// The bars of a check's row, from 0; −1 for the check as a whole. Nothing where the requests were
/// not kept.
std::optional<FindingBars> barsOf(const RowScene &scene, const CheckResult &check, int row);

} // namespace stampede
