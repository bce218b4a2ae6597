// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/text_table.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace stampede {

/// The people of a CSV file (RFC 4180): a header line, then a line a request. The column `userId`
/// says who asks, or the first one where no column has that name. Where everybody there is a whole
/// number from 1 on, written without a sign or leading zeros, people are these numbers. Else they
/// are texts that stay as they are written ("01012345678", a UUID, an e-mail address), and a run
/// knows them by the numbers 1, 2, 3 … in the order in which they first come up. Who stands there
/// twice is the same person. Immutable: any thread may read it.
class UserFile
{
public:
    static constexpr qint64 kLargestFile = 256LL * 1024 * 1024;
    static constexpr std::size_t kMostRows = 10'000'000;
    static constexpr qsizetype kLongestPerson = 255; ///< bytes

    /// The error says what is wrong, with the line, but not in which file.
    static Result<std::shared_ptr<const UserFile>, QString> read(const QString &path);
    static Result<std::shared_ptr<const UserFile>, QString> parse(const QByteArray &csv);

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::int64_t userAt(std::size_t row) const
    {
        return m_users.empty() ? static_cast<std::int64_t>(row) + 1 : m_users[row];
    }
    [[nodiscard]] std::int64_t largestUser() const { return m_largest; }
    /// How many different people there are.
    [[nodiscard]] std::int64_t people() const { return m_people; }
    /// Whether people are the numbers that stand there; else their texts have names.
    [[nodiscard]] bool areNumbers() const { return m_names.isEmpty(); }
    /// What stands there for a person, as UTF-8; empty where areNumbers(), or for nobody of these.
    [[nodiscard]] QByteArrayView nameOf(std::int64_t user) const;
    /// The person who is called that; nobody where areNumbers().
    [[nodiscard]] std::optional<std::int64_t> personNamed(QByteArrayView name) const;
    /// The names of the header, in their order, and which of them says who asks.
    [[nodiscard]] const QStringList &columns() const { return m_columns; }
    [[nodiscard]] qsizetype personColumn() const { return m_personColumn; }
    /// What stands there, as UTF-8; empty for an unknown column.
    [[nodiscard]] QByteArrayView value(std::size_t row, const QString &column) const;
    /// The line of the file on which that row begins; the header is on line 1.
    [[nodiscard]] int lineOf(std::size_t row) const;

private:
    class Filling;
    /// Where lines and rows part: from `row` on, rows begin `extra` lines further down than they
    /// would without empty lines and line ends in quotes.
    struct ExtraLines
    {
        std::size_t row = 0;
        int extra = 0;
    };

    void noteLine(std::size_t row, int line);
    void countPeople();

    QStringList m_columns;
    QHash<QString, std::size_t> m_columnOf;
    qsizetype m_personColumn = 0;
    std::size_t m_rows = 0;
    std::vector<std::int64_t> m_users;    ///< empty where every row is somebody else of m_names
    TextTable m_names;                    ///< person 1 first; empty where people are numbers
    TextTable m_values;                   ///< row by row; empty where there is only one column
    std::vector<ExtraLines> m_extraLines; ///< by row
    std::int64_t m_largest = 0;
    std::int64_t m_people = 0;
};

} // namespace stampede
