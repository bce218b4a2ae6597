#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <cstdint>
#include <optional>

namespace stampede {

/// The people of a table as the numbers that the load knows them by: somebody whose text follows
/// the format ("m{userId}") has the number in it, everybody else gets a negative one of his own.
class PersonNames
{
public:
    PersonNames() = default; ///< numbers as they stand
    /// `format` contains {userId} once.
    explicit PersonNames(const QString &format);

    /// The number of a cell's person; NULL is a person like any other.
    std::int64_t idOf(const QVariant &cell);
    /// The text that a number stands for, or that it would have in the table.
    [[nodiscard]] QString nameOf(std::int64_t id) const;
    [[nodiscard]] bool areNumbers() const { return m_areNumbers; }

private:
    [[nodiscard]] std::optional<std::int64_t> numberIn(const QString &text) const;
    std::int64_t strangerOf(const QString &text);

    bool m_areNumbers = true;
    QString m_before;
    QString m_after;
    QHash<QString, std::int64_t> m_strangers;
    QStringList m_names; ///< of strangers; number −1 is the first
};

} // namespace stampede
