// SPDX-License-Identifier: MIT
#include "record/person_names.h"

#include <QMetaType>

#include <algorithm>

namespace stampede {

namespace {

const QString kPlaceholder = QStringLiteral("{userId}");
constexpr qsizetype kUuidDigits = 32;
bool isHex(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar digit) {
        return (digit >= u'0' && digit <= u'9') || (digit >= u'A' && digit <= u'F');
    });
}

} // namespace

QString shownId(const QString &id, IdReading form)
{
    if (form != IdReading::Uuid && form != IdReading::Hex && form != IdReading::UuidText) {
        return id;
    }
    QString digits = id.toUpper();
    if (digits.startsWith(QLatin1String("0X"))) {
        digits.remove(0, 2);
    }
    digits.remove(QLatin1Char('-'));
    if (digits.isEmpty() || digits.size() % 2 != 0 || !isHex(digits)) {
        return id;
    }
    if (form != IdReading::Hex && digits.size() == kUuidDigits) {
        QString uuid = digits.toLower();
        for (const qsizetype at : {20, 16, 12, 8}) {
            uuid.insert(at, QLatin1Char('-'));
        }
        return uuid;
    }
    return digits;
}

PersonNames::PersonNames(const QString &format, const PersonDirectory &people, IdReading form)
    : m_areNumbers(false)
    , m_form(form)
    , m_people(people)
{
    const qsizetype at = format.indexOf(kPlaceholder);
    m_holdNumbers = at >= 0 && people.lastNamed() <= 0;
    m_firstStranger = std::min<std::int64_t>(people.firstNamed(), 0) - 1;
    if (at >= 0) {
        m_before = format.left(at);
        m_after = format.mid(at + kPlaceholder.size());
    }
}

std::optional<std::int64_t> PersonNames::numberIn(const QString &text) const
{
    const qsizetype length = text.size() - m_before.size() - m_after.size();
    if (length < 1 || !text.startsWith(m_before) || !text.endsWith(m_after)) {
        return std::nullopt;
    }
    const QStringView digits = QStringView(text).mid(m_before.size(), length);
    bool isNumber = false;
    const std::int64_t number = digits.toLongLong(&isNumber);
    // "007" and "+7" are other people than 7.
    const bool plain = digits.front().isDigit() && (digits.size() == 1 || digits.front() != u'0');
    return isNumber && plain ? std::optional(number) : std::nullopt;
}

std::int64_t PersonNames::strangerOf(const QString &text)
{
    auto found = m_strangers.constFind(text);
    if (found == m_strangers.constEnd()) {
        const auto place = static_cast<std::int64_t>(m_names.size());
        m_names.append(text);
        found = m_strangers.insert(text, m_firstStranger + (m_areNumbers ? place : -place));
    }
    return *found;
}

/// Among the strangers, from 0; below 0 for somebody else.
std::int64_t PersonNames::strangerPlace(std::int64_t id) const
{
    if (id >= 0) {
        return -1;
    }
    const std::int64_t place = m_areNumbers ? id - m_firstStranger : m_firstStranger - id;
    return place < m_names.size() ? place : -1;
}

void PersonNames::learn(const QVariant &cell, std::int64_t person)
{
    m_strangers.insert(shownId(cell.toString(), m_form), person);
}

std::int64_t PersonNames::idOf(const QVariant &cell)
{
    if (cell.isNull()) {
        return kNobody;
    }
    if (m_areNumbers) {
        if (!m_strangers.isEmpty()) {
            const auto known = m_strangers.constFind(cell.toString());
            if (known != m_strangers.constEnd()) {
                return *known;
            }
        }
        const bool fits = cell.typeId() != QMetaType::ULongLong ||
                          cell.toULongLong() <= std::numeric_limits<std::int64_t>::max();
        return fits ? cell.toLongLong() : strangerOf(cell.toString());
    }
    const QString text = shownId(cell.toString(), m_form);
    if (const auto known = m_strangers.constFind(text); known != m_strangers.constEnd()) {
        return *known;
    }
    if (!m_people.areNumbers()) {
        if (const auto person = m_people.personNamed(text)) {
            return takenFor(*person);
        }
    }
    const std::optional<std::int64_t> number = m_holdNumbers ? numberIn(text) : std::nullopt;
    return number ? *number : strangerOf(text);
}

std::int64_t PersonNames::idOf(const QVariant &cell, const QByteArray &key)
{
    if (key.isEmpty() || cell.isNull()) {
        return idOf(cell);
    }
    const auto same = m_byKey.constFind(key);
    if (same == m_byKey.constEnd()) {
        const std::int64_t id = idOf(cell);
        m_byKey.insert(key, id);
        return id;
    }
    if (!knows(cell)) {
        learn(cell, *same);
    }
    return *same;
}

bool PersonNames::takeKey(std::int64_t person, const QByteArray &key)
{
    const auto same = m_byKey.constFind(key);
    if (same == m_byKey.constEnd() || *same == person) {
        m_byKey.insert(key, person);
        return true;
    }
    m_takenFor.insert(person, *same);
    return false;
}

bool PersonNames::knows(const QVariant &cell) const
{
    const QString text = shownId(cell.toString(), m_form);
    return m_strangers.contains(text) ||
           (!m_people.areNumbers() && m_people.personNamed(text).has_value()) ||
           (m_holdNumbers && numberIn(text).has_value());
}

std::optional<std::int64_t> PersonNames::likeWhom(const QVariant &cell) const
{
    const QString text = cell.toString().trimmed();
    const qsizetype length = text.size() - m_before.size() - m_after.trimmed().size();
    if (!m_holdNumbers || length < 1) {
        return std::nullopt;
    }
    bool isNumber = false;
    const std::int64_t number =
        QStringView(text).mid(m_before.size(), length).toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QString PersonNames::nameOf(std::int64_t id) const
{
    if (id == kNobody) {
        return QStringLiteral("NULL");
    }
    if (const std::int64_t place = strangerPlace(id); place >= 0) {
        return m_names[place];
    }
    if (!m_holdNumbers || id < 0) {
        return m_people.nameOf(id);
    }
    return m_before + QString::number(id) + m_after;
}

} // namespace stampede
