// SPDX-License-Identifier: MIT
#include "scenario/text_table.h"

#include "base/check.h"

#include <QHash>

#include <limits>

namespace stampede {

namespace {

constexpr std::size_t kFirstSlots = 64; // a power of two, as all that follow

} // namespace

QByteArrayView TextTable::at(std::size_t place) const
{
    const std::uint32_t begin = place == 0 ? 0 : m_ends[place - 1];
    return QByteArrayView(m_text).sliced(begin, m_ends[place] - begin);
}

void TextTable::append(QByteArrayView text)
{
    m_text.append(text);
    STAMPEDE_CHECK(m_text.size() <= std::numeric_limits<std::uint32_t>::max());
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
}

/// Where the text stands, or the free slot where it would.
std::size_t TextTable::slotOf(QByteArrayView text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = qHash(text, size_t{0}) & mask;
    while (m_slots[slot] != 0 && at(m_slots[slot] - 1) != text) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void TextTable::grow()
{
    m_slots.assign(m_slots.empty() ? kFirstSlots : m_slots.size() * 2, 0);
    for (std::size_t place = 0; place < m_ends.size(); ++place) {
        m_slots[slotOf(at(place))] = static_cast<std::uint32_t>(place + 1);
    }
}

std::optional<std::size_t> TextTable::find(QByteArrayView text) const
{
    const std::uint32_t found = m_slots.empty() ? 0 : m_slots[slotOf(text)];
    return found == 0 ? std::nullopt : std::optional<std::size_t>(found - 1);
}

std::size_t TextTable::insert(QByteArrayView text)
{
    if (m_ends.size() * 2 >= m_slots.size()) {
        grow();
    }
    const std::size_t slot = slotOf(text);
    if (m_slots[slot] == 0) {
        append(text);
        m_slots[slot] = static_cast<std::uint32_t>(m_ends.size());
    }
    return m_slots[slot] - 1;
}

} // namespace stampede
