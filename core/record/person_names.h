// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/person_directory.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <limits>
#include <optional>

namespace stampede {

/// How the ids of a column are read and shown.
enum class IdReading
{
    Plain,   ///< numbers and texts, as they stand
    Bytes,   ///< bytes that are text; a BINARY column fills them up with zeros
    Digits,  ///< DECIMAL: as text, so that no digit is lost
    Uuid,    ///< bytes: "3f2a9c00-1111-4222-8333-444455556666"
    Hex,     ///< bytes: "3F2A9C"
    UuidText ///< the type UUID, whose text is that already
};

/// An id as a column of that form shows it: "0x3F2A…", dashes and either case are one. An id that
/// the column cannot hold stays as it is.
QString shownId(const QString &id, IdReading form);

/// The people of a table as the numbers that a run knows them by. Who is nobody of the run gets a
/// number of their own, the same one for as long as this object lives.
class PersonNames
{
public:
    /// NULL: a row of nobody.
    static constexpr std::int64_t kNobody = std::numeric_limits<std::int64_t>::min();

    PersonNames() = default; ///< numbers as they stand
    /// Texts. `format` says how a person who is a number stands there ("m{userId}"); without
    /// {userId} nobody does. `people` holds the texts of a run's people as the table has them,
    /// where they are no such numbers, and of strangers of an audit before (below 0).
    explicit PersonNames(const QString &format, const PersonDirectory &people = {},
                         IdReading form = IdReading::Plain);

    /// The number of a cell's person.
    std::int64_t idOf(const QVariant &cell);
    /// The same where the database takes texts of one key for equal: they are one person.
    std::int64_t idOf(const QVariant &cell, const QByteArray &key);
    /// That person has that key. False where somebody else has it already: then both are one
    /// person from now on, the other one.
    bool takeKey(std::int64_t person, const QByteArray &key);
    /// Who a person is taken for: themselves, but where takeKey() found somebody else.
    [[nodiscard]] std::int64_t takenFor(std::int64_t person) const
    {
        return m_takenFor.value(person, person);
    }
    /// Whether that cell's text is somebody's whom the run knows, byte by byte.
    [[nodiscard]] bool knows(const QVariant &cell) const;
    /// The person of the run whose text may be equal to this one for the database, though it is not
    /// byte by byte: has a number where the format has one.
    [[nodiscard]] std::optional<std::int64_t> likeWhom(const QVariant &cell) const;
    /// Whether takeKey() was told of everybody in named().
    [[nodiscard]] bool knowsKeys() const { return m_knowsKeys; }
    void setKnowsKeys() { m_knowsKeys = true; }
    /// How many people of the run are taken for somebody else.
    [[nodiscard]] qsizetype takenForOthers() const { return m_takenFor.size(); }
    /// The people of the run who have texts of their own here.
    [[nodiscard]] const PersonDirectory &named() const { return m_people; }
    /// From now on the text of that cell is that person's.
    void learn(const QVariant &cell, std::int64_t person);
    /// The text that a number stands for, or that it would have in the table.
    [[nodiscard]] QString nameOf(std::int64_t id) const;
    /// Whether everybody so far is called by their number.
    [[nodiscard]] bool areNumbers() const { return m_areNumbers && m_strangers.isEmpty(); }
    /// Whether that is somebody who has a number from here.
    [[nodiscard]] bool isStranger(std::int64_t id) const { return strangerPlace(id) >= 0; }

private:
    [[nodiscard]] std::optional<std::int64_t> numberIn(const QString &text) const;
    [[nodiscard]] std::int64_t strangerPlace(std::int64_t id) const;
    std::int64_t strangerOf(const QString &text);

    bool m_areNumbers = true;
    bool m_knowsKeys = false;
    bool m_holdNumbers = false; ///< texts with a number in them are people
    IdReading m_form = IdReading::Plain;
    std::int64_t m_firstStranger = kNobody + 1; ///< and on from there, away from 0
    QString m_before;
    QString m_after;
    PersonDirectory m_people;
    QHash<QByteArray, std::int64_t> m_byKey;
    QHash<std::int64_t, std::int64_t> m_takenFor;
    QHash<QString, std::int64_t> m_strangers; ///< and those whose text was learnt
    QStringList m_names;                      ///< of strangers; the first has the first number
};

} // namespace stampede
