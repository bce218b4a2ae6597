#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace stampede {

/// The people of a CSV file (RFC 4180): a header line, a column `userId` with whole numbers from 1
/// on, and any others. Immutable: any thread may read it.
class UserFile
{
public:
    static constexpr qint64 kLargestFile = 256LL * 1024 * 1024;
    static constexpr std::size_t kMostRows = 10'000'000;

    /// The error says what is wrong, with the line, but not in which file.
    static Result<std::shared_ptr<const UserFile>, QString> read(const QString &path);
    static Result<std::shared_ptr<const UserFile>, QString> parse(const QByteArray &csv);

    [[nodiscard]] std::size_t rows() const { return m_users.size(); }
    [[nodiscard]] std::int64_t userAt(std::size_t row) const { return m_users[row]; }
    [[nodiscard]] std::int64_t largestUser() const { return m_largest; }
    /// How many different people there are.
    [[nodiscard]] std::int64_t people() const { return m_people; }
    /// The names of the header, in their order.
    [[nodiscard]] const QStringList &columns() const { return m_columns; }
    /// What stands there, as UTF-8; empty for an unknown column.
    [[nodiscard]] const QByteArray &value(std::size_t row, const QString &column) const;
    /// The line of the file on which that row begins; the header is on line 1.
    [[nodiscard]] int lineOf(std::size_t row) const;

private:
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
    std::vector<std::int64_t> m_users;
    std::vector<QByteArray> m_values;     ///< row by row; empty where there is only `userId`
    std::vector<ExtraLines> m_extraLines; ///< by row
    std::int64_t m_largest = 0;
    std::int64_t m_people = 0;
};

} // namespace stampede
