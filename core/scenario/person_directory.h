// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/text_table.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace stampede {

class UserFile;

/// What the people of a run are called. A run knows everybody by a number; whoever is a text in the
/// people's file or in a table has their name here, everybody else is called by that number. It
/// is kept with the run. A value; any thread may read it.
class PersonDirectory
{
public:
    PersonDirectory() = default; ///< everybody is called by their number
    /// The people of a file while its run goes on.
    explicit PersonDirectory(std::shared_ptr<const UserFile> file);

    /// Whether everybody is called by their number.
    [[nodiscard]] bool areNumbers() const;
    /// How many have a name.
    [[nodiscard]] std::int64_t size() const;
    /// The smallest and the largest number of somebody who has a name; 0 where areNumbers().
    [[nodiscard]] std::int64_t firstNamed() const;
    [[nodiscard]] std::int64_t lastNamed() const;
    [[nodiscard]] QString nameOf(std::int64_t person) const;
    /// The name as UTF-8, valid as long as this; empty for somebody who is called by their number.
    [[nodiscard]] QByteArrayView textOf(std::int64_t person) const;
    /// Everybody's name alone, as UTF-8 in the order of their numbers: its SHA-256. Empty where
    /// areNumbers().
    [[nodiscard]] QByteArray fingerprint() const;
    /// The person who has that name; where areNumbers() the number that it is.
    [[nodiscard]] std::optional<std::int64_t> personNamed(const QString &name) const;
    /// The names of these people alone, as they are to be kept. `people` may hold somebody several
    /// times; who has an empty name is called by their number. The error is a name of two people.
    static Result<PersonDirectory, QString> of(std::vector<std::int64_t> people,
                                               const std::function<QString(std::int64_t)> &nameOf);

    /// As an archive keeps it: people in ascending order, and the name of each.
    [[nodiscard]] std::vector<std::int64_t> named() const;
    [[nodiscard]] QStringList names() const;
    /// Nothing where the two do not fit, or two people have one name.
    static std::optional<PersonDirectory> from(std::vector<std::int64_t> people,
                                               const QStringList &names);

private:
    struct Named
    {
        std::vector<std::int64_t> people; ///< ascending
        TextTable names;                  ///< of these
    };
    std::shared_ptr<const UserFile> m_file; ///< null in one that is kept
    std::shared_ptr<const Named> m_named;   ///< null in one of a file
};

} // namespace stampede
