// SPDX-License-Identifier: MIT
#include "scenario/user_file.h"

#include "scenario/json_file.h"
#include "scenario/scenario_text.h"

#include <QDateTime>
#include <QFileInfo>
#include <QUtf8StringView>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace stampede {

namespace {

/// Reads the records of a CSV text one by one.
class CsvReader
{
public:
    explicit CsvReader(const QByteArray &text)
        : m_text(text)
    {}

    /// The fields of the next record, empty lines passed over; nothing at the end. After an error
    /// error() says what it was.
    std::optional<std::vector<QByteArray>> next()
    {
        while (m_at < m_text.size() && (peek() == '\n' || peek() == '\r')) {
            advance();
        }
        if (m_at >= m_text.size()) {
            return std::nullopt;
        }
        m_recordLine = m_line;
        std::vector<QByteArray> fields;
        for (;;) {
            fields.push_back(peek() == '"' ? quoted() : plain());
            if (!m_error.isEmpty() || m_at >= m_text.size() || peek() != ',') {
                break;
            }
            advance();
            if (m_at >= m_text.size()) {
                fields.emplace_back();
                break;
            }
        }
        return m_error.isEmpty() ? std::optional(std::move(fields)) : std::nullopt;
    }

    [[nodiscard]] int line() const { return m_recordLine; }
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    [[nodiscard]] char peek() const { return m_text[m_at]; }
    void advance() { m_line += m_text[m_at++] == '\n' ? 1 : 0; }

    QByteArray plain()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && peek() != ',' && peek() != '\n' && peek() != '\r') {
            advance();
        }
        return m_text.mid(begin, m_at - begin).trimmed();
    }

    QByteArray quoted()
    {
        QByteArray field;
        advance();
        while (m_at < m_text.size()) {
            const char character = peek();
            advance();
            if (character != '"') {
                field.append(character);
            } else if (m_at < m_text.size() && peek() == '"') {
                field.append('"');
                advance();
            } else {
                return endOfQuoted(std::move(field));
            }
        }
        m_error = ScenarioText::tr("line %1: a quoted value has no end").arg(m_recordLine);
        return field;
    }

    QByteArray endOfQuoted(QByteArray field)
    {
        const bool ends =
            m_at >= m_text.size() || peek() == ',' || peek() == '\n' || peek() == '\r';
        if (!ends) {
            m_error = ScenarioText::tr("line %1: after a quoted value must come a comma or the end "
                                       "of the line")
                          .arg(m_recordLine);
        }
        return field;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_recordLine = 1;
    QString m_error;
};

} // namespace

Result<std::shared_ptr<const UserFile>, QString> UserFile::read(const QString &path)
{
    // An editor reads its scenario at every keystroke: a file that somebody still holds, and that
    // has not changed, is not read again.
    struct Latest
    {
        QString path;
        QDateTime changedAt;
        qint64 size = -1;
        std::weak_ptr<const UserFile> people;
    };
    static std::mutex mutex; // guards latest
    static Latest latest;
    const QFileInfo now(path);
    const std::lock_guard lock(mutex);
    if (auto people = latest.people.lock(); people && latest.path == now.absoluteFilePath() &&
                                            latest.changedAt == now.lastModified() &&
                                            latest.size == now.size()) {
        return people;
    }
    if (now.exists() && !now.isFile()) { // a device may have no end, a pipe no beginning
        return Failure{ScenarioText::tr("is no ordinary file")};
    }
    const auto csv = readFileUpTo(path, kLargestFile);
    if (!csv) {
        return Failure{ScenarioText::tr("cannot be read: %1").arg(csv.error())};
    }
    if (csv.value().size() > kLargestFile) {
        return Failure{ScenarioText::tr("is larger than 256 MiB")};
    }
    auto parsed = parse(csv.value());
    if (parsed) {
        latest = {now.absoluteFilePath(), now.lastModified(), now.size(), parsed.value()};
    }
    return parsed;
}

/// Takes the records of a file one by one.
class UserFile::Filling
{
public:
    explicit Filling(UserFile &people)
        : m_people(people)
    {}

    /// The sentence says what is wrong with the header; empty where it is right.
    QString takeHeader(const std::vector<QByteArray> &header)
    {
        for (const QByteArray &name : header) {
            m_people.m_columnOf.insert(QString::fromUtf8(name),
                                       static_cast<std::size_t>(m_people.m_columns.size()));
            m_people.m_columns << QString::fromUtf8(name);
        }
        m_people.m_personColumn =
            std::max<qsizetype>(m_people.m_columns.indexOf(QLatin1String("userId")), 0);
        m_width = header.size();
        return header.empty()
                   ? ScenarioText::tr("line 1: must be a header that names the columns (got "
                                      "nothing)")
                   : QString();
    }

    /// The sentence says what is wrong with the record; empty where nothing is.
    QString take(const std::vector<QByteArray> &record)
    {
        if (record.size() != m_width) {
            return ScenarioText::tr("must have %1 values as the header has (got %2)")
                .arg(QString::number(m_width), QString::number(record.size()));
        }
        const QByteArray &person = record[static_cast<std::size_t>(m_people.m_personColumn)];
        if (person.isEmpty() || person.size() > kLongestPerson) {
            return ScenarioText::tr("%1 must be a text of 1 to 255 bytes (got %2)")
                .arg(printable(m_people.m_columns[m_people.m_personColumn]),
                     QString::number(person.size()));
        }
        if (m_people.m_rows == kMostRows) {
            return ScenarioText::tr("more than 10,000,000 rows");
        }
        takePerson(person);
        ++m_people.m_rows;
        for (std::size_t i = 0; m_width > 1 && i < m_width; ++i) {
            m_people.m_values.append(record[i]);
        }
        return {};
    }

private:
    void takePerson(const QByteArray &person)
    {
        bool isNumber = false;
        const std::int64_t number = person.toLongLong(&isNumber);
        const bool plain =
            isNumber && number >= 1 && person.front() != '0' && person.front() != '+';
        if (m_people.areNumbers() && !plain) { // those before are texts as well
            for (std::int64_t &user : m_people.m_users) {
                user = idOf(QByteArray::number(qlonglong{user}));
            }
        }
        const bool asNumber = plain && m_people.areNumbers();
        m_people.m_users.push_back(asNumber ? number : idOf(person));
    }

    std::int64_t idOf(const QByteArray &person)
    {
        return static_cast<std::int64_t>(m_people.m_names.insert(person)) + 1;
    }

    UserFile &m_people;
    std::size_t m_width = 0;
};

Result<std::shared_ptr<const UserFile>, QString> UserFile::parse(const QByteArray &csv)
{
    if (!QUtf8StringView(csv).isValidUtf8()) {
        return Failure{ScenarioText::tr("is not UTF-8 text")};
    }
    const QByteArray text = csv.startsWith("\xEF\xBB\xBF") ? csv.mid(3) : csv;
    CsvReader reader(text);
    auto people = std::make_shared<UserFile>();
    Filling filling(*people);
    const QString headerFault =
        filling.takeHeader(reader.next().value_or(std::vector<QByteArray>()));
    if (reader.error().isEmpty() && !headerFault.isEmpty()) {
        return Failure{headerFault};
    }
    while (const auto record = reader.next()) {
        people->noteLine(people->m_rows, reader.line());
        const QString fault = filling.take(*record);
        if (!fault.isEmpty()) {
            return Failure{
                ScenarioText::tr("line %1: %2").arg(QString::number(reader.line()), fault)};
        }
    }
    if (!reader.error().isEmpty()) {
        return Failure{reader.error()};
    }
    if (people->m_rows == 0) {
        return Failure{ScenarioText::tr("has a header but nobody in it")};
    }
    people->countPeople();
    return std::shared_ptr<const UserFile>(std::move(people));
}

void UserFile::noteLine(std::size_t row, int line)
{
    const int extra = line - static_cast<int>(row) - 2;
    if (extra != (m_extraLines.empty() ? 0 : m_extraLines.back().extra)) {
        m_extraLines.push_back({row, extra});
    }
}

int UserFile::lineOf(std::size_t row) const
{
    const auto after = std::upper_bound(
        m_extraLines.begin(), m_extraLines.end(), row,
        [](std::size_t sought, const ExtraLines &lines) { return sought < lines.row; });
    return static_cast<int>(row) + 2 +
           (after == m_extraLines.begin() ? 0 : std::prev(after)->extra);
}

void UserFile::countPeople()
{
    if (!areNumbers()) {
        m_people = static_cast<std::int64_t>(m_names.size());
        m_largest = m_people;
        if (m_names.size() == m_rows) {
            m_users = {};
        }
        return;
    }
    std::vector<std::int64_t> sorted = m_users;
    std::sort(sorted.begin(), sorted.end());
    m_people = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
    m_largest = sorted.back();
}

QByteArrayView UserFile::nameOf(std::int64_t user) const
{
    return user >= 1 && user <= static_cast<std::int64_t>(m_names.size())
               ? m_names.at(static_cast<std::size_t>(user - 1))
               : QByteArrayView();
}

std::optional<std::int64_t> UserFile::personNamed(QByteArrayView name) const
{
    const auto place = m_names.find(name);
    return place ? std::optional(static_cast<std::int64_t>(*place) + 1) : std::nullopt;
}

QByteArrayView UserFile::value(std::size_t row, const QString &column) const
{
    const auto found = m_columnOf.constFind(column);
    if (found == m_columnOf.constEnd()) {
        return {};
    }
    if (m_values.isEmpty()) {
        return nameOf(userAt(row));
    }
    return m_values.at(row * static_cast<std::size_t>(m_columns.size()) + *found);
}

} // namespace stampede
