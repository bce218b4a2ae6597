#include "audit/person_names.h"

#include "base/check.h"

namespace stampede {

namespace {

const QString kPlaceholder = QStringLiteral("{userId}");
const QString kNull(QChar(u'\0')); ///< stands for NULL, which is no text

} // namespace

PersonNames::PersonNames(const QString &format)
    : m_areNumbers(false)
{
    const qsizetype at = format.indexOf(kPlaceholder);
    STAMPEDE_CHECK(at >= 0);
    m_before = format.left(at);
    m_after = format.mid(at + kPlaceholder.size());
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
        m_names.append(text);
        found = m_strangers.insert(text, -m_names.size());
    }
    return *found;
}

std::int64_t PersonNames::idOf(const QVariant &cell)
{
    if (m_areNumbers) {
        return cell.toLongLong();
    }
    if (cell.isNull()) {
        return strangerOf(kNull);
    }
    const QString text = cell.toString();
    const std::optional<std::int64_t> number = numberIn(text);
    return number ? *number : strangerOf(text);
}

QString PersonNames::nameOf(std::int64_t id) const
{
    if (m_areNumbers) {
        return QString::number(id);
    }
    if (id < 0 && -id <= m_names.size()) {
        const QString &name = m_names[-id - 1];
        return name == kNull ? QStringLiteral("NULL") : name;
    }
    return m_before + QString::number(id) + m_after;
}

} // namespace stampede
