#include "scenario/user_file.h"

#include "scenario/json_file.h"
#include "scenario/scenario_text.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStringDecoder>

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

bool isUtf8(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    return !decoder.hasError() && (decoded.isEmpty() || !decoded.isNull());
}

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

Result<std::shared_ptr<const UserFile>, QString> UserFile::parse(const QByteArray &csv)
{
    constexpr QLatin1String kUser("userId");
    if (!isUtf8(csv)) {
        return Failure{ScenarioText::tr("is not UTF-8 text")};
    }
    const QByteArray text = csv.startsWith("\xEF\xBB\xBF") ? csv.mid(3) : csv;
    CsvReader reader(text);
    const auto header = reader.next();
    auto people = std::make_shared<UserFile>();
    for (const QByteArray &name : header.value_or(std::vector<QByteArray>())) {
        people->m_columnOf.insert(QString::fromUtf8(name),
                                  static_cast<std::size_t>(people->m_columns.size()));
        people->m_columns << QString::fromUtf8(name);
    }
    if (reader.error().isEmpty() && !people->m_columnOf.contains(kUser)) {
        // What stands there is not shown: it may be any file, and a secret in it.
        return Failure{
            ScenarioText::tr("line 1: must be a header with a column userId; there is none")};
    }
    const std::size_t width = static_cast<std::size_t>(people->m_columns.size());
    const std::size_t userColumn = people->m_columnOf.value(kUser);
    while (auto record = reader.next()) {
        const auto fault = [&](const QString &what) {
            return Failure{
                ScenarioText::tr("line %1: %2").arg(QString::number(reader.line()), what)};
        };
        if (record->size() != width) {
            return fault(ScenarioText::tr("must have %1 values as the header has (got %2)")
                             .arg(QString::number(width), QString::number(record->size())));
        }
        bool isNumber = false;
        const qlonglong user = (*record)[userColumn].toLongLong(&isNumber);
        if (!isNumber || user < 1) {
            return fault(ScenarioText::tr("userId must be a whole number from 1 on (got %1)")
                             .arg(printable(QString::fromUtf8((*record)[userColumn]))));
        }
        if (people->m_users.size() == kMostRows) {
            return fault(ScenarioText::tr("more than 10,000,000 rows"));
        }
        people->m_users.push_back(user);
        if (width > 1) {
            std::move(record->begin(), record->end(), std::back_inserter(people->m_values));
        }
    }
    if (!reader.error().isEmpty()) {
        return Failure{reader.error()};
    }
    if (people->m_users.empty()) {
        return Failure{ScenarioText::tr("has a header but nobody in it")};
    }
    people->countPeople();
    return std::shared_ptr<const UserFile>(std::move(people));
}

void UserFile::countPeople()
{
    std::vector<std::int64_t> sorted = m_users;
    std::sort(sorted.begin(), sorted.end());
    m_people = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
    m_largest = sorted.back();
}

const QByteArray &UserFile::value(std::size_t row, const QString &column) const
{
    static const QByteArray none;
    const auto found = m_columnOf.constFind(column);
    return found == m_columnOf.constEnd() || m_values.empty()
               ? none
               : m_values[row * static_cast<std::size_t>(m_columns.size()) + *found];
}

} // namespace stampede
