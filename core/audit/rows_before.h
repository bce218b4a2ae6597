// SPDX-License-Identifier: MIT
#pragma once

#include "audit/snapshot.h"

#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// The rows that were there before a run: a set of rows, never of people. A row is known again by
/// its id and its person; where rows have no id, a person has so many old rows as there were, and
/// those come first in the order of the table.
class RowsBefore
{
public:
    RowsBefore() = default; ///< there were none
    explicit RowsBefore(const Snapshot &start);
    /// The same of rows that counted, and that were hidden. `byId`: they have ids.
    RowsBefore(std::span<const IssuedRow> counted, std::span<const IssuedRow> hidden, bool byId);
    /// Where only the people are known: each as often as they had rows.
    explicit RowsBefore(std::span<const std::int64_t> holders);

    /// For each row whether it was there before. Hidden rows are looked up among those that were
    /// hidden or counted.
    [[nodiscard]] std::vector<bool> markIn(std::span<const IssuedRow> rows) const;
    [[nodiscard]] std::vector<bool> markHidden(std::span<const IssuedRow> rows) const;
    /// For each hidden row whether it counted before.
    [[nodiscard]] std::vector<bool> markFormer(std::span<const IssuedRow> hidden) const
    {
        return mark(m_counted, hidden);
    }

private:
    struct Key
    {
        std::int64_t id = 0;
        std::int64_t user = 0;
        std::uint64_t group = 0;
        friend auto operator<=>(const Key &,
                                const Key &) = default; // NOLINT(modernize-use-nullptr)
    };
    struct Counted
    {
        Key key;
        std::int64_t rows = 0;
    };
    using Counts = std::vector<Counted>; ///< sorted by key, each once

    [[nodiscard]] Key keyOf(const IssuedRow &row) const;
    [[nodiscard]] std::vector<bool> mark(Counts counts, std::span<const IssuedRow> rows) const;
    static Counts countsOf(std::vector<Key> keys);

    bool m_byId = false;
    bool m_byGroup = false;
    Counts m_counted; ///< rows that counted
    Counts m_all;     ///< those with the hidden ones; empty where there were none of these
};

} // namespace stampede
