// SPDX-License-Identifier: MIT
#include "ui/hot_row/finding_bars.h"

#include <algorithm>

namespace stampede {

namespace {

/// The number in that column of a row, or nothing.
std::optional<std::int64_t> figureOf(const CheckResult &check, int row, const char *column)
{
    const qsizetype at = check.columns.indexOf(QLatin1String(column));
    if (at < 0 || row < 0 || row >= check.rows.size()) {
        return std::nullopt;
    }
    bool isNumber = false;
    const std::int64_t figure = check.rows[row].value(at).toLongLong(&isNumber);
    return isNumber ? std::optional(figure) : std::nullopt;
}

bool isOfStock(const CheckResult &check)
{
    return check.id == QLatin1String("stock-not-exceeded") ||
           check.id == QLatin1String("stock-adds-up");
}

template<typename Fits>
std::uint32_t firstBar(const RowScene &scene, Fits &&fits, std::uint32_t after = RowUse::kNobody)
{
    const std::size_t begin = after == RowUse::kNobody ? 0 : after + 1U;
    for (std::size_t i = begin; i < scene.bars.size(); ++i) {
        if (fits(scene.bars[i])) {
            return static_cast<std::uint32_t>(i);
        }
    }
    return RowUse::kNobody;
}

/// The bar of a person: two that wrote, where there are two, else the one with a finding, else any.
FindingBars barsOfPerson(const RowScene &scene, std::int64_t user)
{
    const auto wrote = [user](const RowBar &bar) { return bar.user == user && bar.rowId > 0; };
    const std::uint32_t first = firstBar(scene, wrote);
    if (first != RowUse::kNobody) {
        const std::uint32_t second = firstBar(scene, wrote, first);
        if (second != RowUse::kNobody) {
            return {second, first};
        }
    }
    const std::uint32_t wrong =
        firstBar(scene, [user](const RowBar &bar) { return bar.user == user && bar.finding; });
    return {wrong != RowUse::kNobody ? wrong : firstBar(scene, [user](const RowBar &bar) {
        return bar.user == user;
    })};
}

} // namespace

FindingSight sightOf(const RunRecord &record, const CheckResult &check)
{
    if (check.verdict != CheckVerdict::Fail || !record.history || record.history->empty()) {
        return FindingSight::None;
    }
    if (isOfStock(check)) {
        return record.hotRow && record.hotRow->racePairs > 0 ? FindingSight::Race
                                                             : FindingSight::None;
    }
    const bool tells =
        figureOf(check, 0, "request") || figureOf(check, 0, "row") || figureOf(check, 0, "user");
    return tells ? FindingSight::Requests : FindingSight::None;
}

std::optional<FindingBars> barsOf(const RowScene &scene, const CheckResult &check, int row)
{
    FindingBars found;
    const int at = std::max(row, 0);
    if (const auto request = figureOf(check, at, "request"); request && row >= -1) {
        found.bar = firstBar(scene, [&](const RowBar &bar) { return bar.request == *request; });
    }
    const bool whole = isOfStock(check) && row < 0;
    if (const auto id = figureOf(check, at, "row"); id && !whole && found.bar == RowUse::kNobody) {
        found.bar = firstBar(scene, [&](const RowBar &bar) { return bar.rowId == *id; });
    }
    if (const auto user = figureOf(check, at, "user");
        user && !whole && found.bar == RowUse::kNobody) {
        found = barsOfPerson(scene, *user);
    }
    if (found.bar == RowUse::kNobody && isOfStock(check) && !scene.pairs.empty()) {
        found = {scene.pairs.front().second, scene.pairs.front().first};
    }
    return found.bar == RowUse::kNobody ? std::nullopt : std::optional(found);
}

} // namespace stampede
