// SPDX-License-Identifier: MIT
#include "scenario/person_directory.h"

#include "scenario/user_file.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>
#include <utility>

namespace stampede {

PersonDirectory::PersonDirectory(std::shared_ptr<const UserFile> file)
    : m_file(std::move(file))
{}

bool PersonDirectory::areNumbers() const
{
    return !m_named && (!m_file || m_file->areNumbers());
}

QByteArrayView PersonDirectory::textOf(std::int64_t person) const
{
    if (m_named) {
        const auto &people = m_named->people;
        const auto found = std::lower_bound(people.begin(), people.end(), person);
        if (found != people.end() && *found == person) {
            return m_named->names.at(static_cast<std::size_t>(found - people.begin()));
        }
    }
    return m_file ? m_file->nameOf(person) : QByteArrayView();
}

QString PersonDirectory::nameOf(std::int64_t person) const
{
    const QByteArrayView name = textOf(person);
    return name.isEmpty() ? QString::number(person) : QString::fromUtf8(name);
}

QByteArray PersonDirectory::fingerprint() const
{
    if (areNumbers()) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::int64_t person : named()) {
        hash.addData(textOf(person));
        hash.addData(QByteArrayView("", 1)); // between two names
    }
    return hash.result();
}

std::optional<std::int64_t> PersonDirectory::personNamed(const QString &name) const
{
    const QByteArray text = name.toUtf8();
    if (m_named) {
        const auto place = m_named->names.find(text);
        return place ? std::optional(m_named->people[*place]) : std::nullopt;
    }
    if (!areNumbers()) {
        return m_file->personNamed(text);
    }
    bool isNumber = false;
    const std::int64_t number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::int64_t PersonDirectory::size() const
{
    return m_named ? static_cast<std::int64_t>(m_named->people.size()) : lastNamed();
}

std::int64_t PersonDirectory::firstNamed() const
{
    return m_named ? m_named->people.front() : areNumbers() ? 0 : 1;
}

std::int64_t PersonDirectory::lastNamed() const
{
    return m_named ? m_named->people.back() : areNumbers() ? 0 : m_file->people();
}

Result<PersonDirectory, QString>
PersonDirectory::of(std::vector<std::int64_t> people,
                    const std::function<QString(std::int64_t)> &nameOf)
{
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    auto named = std::make_shared<Named>();
    for (const std::int64_t person : people) {
        const QString name = nameOf(person);
        if (name.isEmpty()) {
            continue;
        }
        if (named->names.insert(name.toUtf8()) < named->people.size()) {
            return Failure{name};
        }
        named->people.push_back(person);
    }
    PersonDirectory directory;
    if (!named->people.empty()) {
        directory.m_named = std::move(named);
    }
    return directory;
}

std::vector<std::int64_t> PersonDirectory::named() const
{
    if (m_named) {
        return m_named->people;
    }
    std::vector<std::int64_t> people(static_cast<std::size_t>(size()));
    std::iota(people.begin(), people.end(), 1);
    return people;
}

QStringList PersonDirectory::names() const
{
    QStringList names;
    for (const std::int64_t person : named()) {
        names << nameOf(person);
    }
    return names;
}

std::optional<PersonDirectory> PersonDirectory::from(std::vector<std::int64_t> people,
                                                     const QStringList &names)
{
    if (static_cast<qsizetype>(people.size()) != names.size() ||
        !std::is_sorted(people.begin(), people.end())) {
        return std::nullopt;
    }
    qsizetype next = 0;
    auto made = of(std::move(people), [&](std::int64_t) { return names[next++]; });
    if (!made || made.value().named().size() != static_cast<std::size_t>(names.size())) {
        return std::nullopt;
    }
    return made.value();
}

} // namespace stampede
