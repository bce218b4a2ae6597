// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// Texts by their place, back to back in one block: as many as a file of people may have cost their
/// bytes and a few numbers each. Together at most 4 GiB. Once it is filled any thread may read it.
class TextTable
{
public:
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] bool isEmpty() const { return m_ends.empty(); }
    /// Valid until the next text is appended.
    [[nodiscard]] QByteArrayView at(std::size_t place) const;
    void append(QByteArrayView text);
    /// The place of a text that insert() put in; byte by byte the same.
    [[nodiscard]] std::optional<std::size_t> find(QByteArrayView text) const;
    /// The place of the text, appended where it was not there yet. Not to be mixed with append().
    std::size_t insert(QByteArrayView text);

private:
    [[nodiscard]] std::size_t slotOf(QByteArrayView text) const;
    void grow();

    QByteArray m_text;
    std::vector<std::uint32_t> m_ends;
    /// Of insert(): places plus one by the texts' hash, with open addressing; 0 is free.
    std::vector<std::uint32_t> m_slots;
};

} // namespace stampede
