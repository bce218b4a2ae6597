// SPDX-License-Identifier: MIT
#include "audit/rows_before.h"

#include <algorithm>

namespace stampede {

RowsBefore::RowsBefore(const Snapshot &start)
    : RowsBefore(start.rows(), start.hiddenRows(), !start.layout().issuedId.isEmpty())
{}

RowsBefore::RowsBefore(std::span<const IssuedRow> counted, std::span<const IssuedRow> hidden,
                       bool byId)
    : m_byId(byId)
    , m_byGroup(true)
{
    std::vector<Key> keys;
    keys.reserve(counted.size() + hidden.size());
    for (const IssuedRow &row : counted) {
        keys.push_back(keyOf(row));
    }
    m_counted = countsOf(keys);
    if (hidden.empty()) {
        return;
    }
    for (const IssuedRow &row : hidden) {
        keys.push_back(keyOf(row));
    }
    m_all = countsOf(std::move(keys));
}

RowsBefore::RowsBefore(std::span<const std::int64_t> holders)
{
    std::vector<Key> keys;
    keys.reserve(holders.size());
    for (const std::int64_t holder : holders) {
        keys.push_back({0, holder, 0});
    }
    m_counted = countsOf(std::move(keys));
}

RowsBefore::Key RowsBefore::keyOf(const IssuedRow &row) const
{
    if (m_byId) {
        return {row.key, row.user, 0};
    }
    return {0, row.user, m_byGroup ? row.group : 0};
}

RowsBefore::Counts RowsBefore::countsOf(std::vector<Key> keys)
{
    std::sort(keys.begin(), keys.end());
    Counts counts;
    for (const Key &key : keys) {
        if (counts.empty() || counts.back().key != key) {
            counts.push_back({key, 0});
        }
        ++counts.back().rows;
    }
    return counts;
}

std::vector<bool> RowsBefore::mark(Counts counts, std::span<const IssuedRow> rows) const
{
    std::vector<bool> before(rows.size(), false);
    if (counts.empty()) {
        return before;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Key key = keyOf(rows[i]);
        const auto found =
            std::lower_bound(counts.begin(), counts.end(), key,
                             [](const Counted &counted, const Key &k) { return counted.key < k; });
        if (found != counts.end() && found->key == key && found->rows > 0) {
            --found->rows;
            before[i] = true;
        }
    }
    return before;
}

std::vector<bool> RowsBefore::markIn(std::span<const IssuedRow> rows) const
{
    return mark(m_counted, rows);
}

std::vector<bool> RowsBefore::markHidden(std::span<const IssuedRow> rows) const
{
    return mark(m_all.empty() ? m_counted : m_all, rows);
}

} // namespace stampede
