// SPDX-License-Identifier: MIT
#include "audit/log_counts.h"

#include "record/check_result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr qint64 kBlockBytes = 1'048'576;

/// Counts the lines of a text that comes in pieces. A line may be as long as it likes: of one that
/// goes on, only what has been found in it is kept, and an end that a text could have begun in.
class LineCounter
{
public:
    explicit LineCounter(const LogPatterns &patterns)
        : m_texts{patterns.issued.toUtf8(), patterns.outOfStock.toUtf8(),
                  patterns.blockedByKey.toUtf8()}
    {
        for (const QByteArray &text : m_texts) {
            m_longest = std::max(m_longest, text.size());
        }
    }

    void take(QByteArrayView piece)
    {
        qsizetype begin = 0;
        for (qsizetype end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', begin)) {
            look(piece.sliced(begin, end - begin));
            endLine();
            begin = end + 1;
        }
        if (begin < piece.size()) {
            const QByteArrayView rest = piece.sliced(begin);
            look(rest);
            m_tail = (m_tail + rest.toByteArray()).right(std::max<qsizetype>(m_longest - 1, 0));
            m_inLine = true;
        }
    }
    /// A last line need not have an end.
    void endText()
    {
        if (m_inLine) {
            endLine();
        }
    }

    LogCounts counts;

private:
    static constexpr std::size_t kTexts = 3;

    void look(QByteArrayView part)
    {
        const QByteArray joined = m_tail.isEmpty() ? QByteArray() : m_tail + part.toByteArray();
        const QByteArrayView line = m_tail.isEmpty() ? part : QByteArrayView(joined);
        for (std::size_t i = 0; i < kTexts; ++i) {
            m_found[i] = m_found[i] || (!m_texts[i].isEmpty() && line.contains(m_texts[i]));
        }
    }

    void endLine()
    {
        ++counts.lines;
        counts.issued += m_found[0] ? 1 : 0;
        counts.outOfStock += m_found[1] ? 1 : 0;
        counts.blockedByKey += m_found[2] ? 1 : 0;
        m_found = {};
        m_tail.clear();
        m_inLine = false;
    }

    std::array<QByteArray, kTexts> m_texts;
    qsizetype m_longest = 0;
    std::array<bool, kTexts> m_found{}; ///< in the line that goes on
    QByteArray m_tail;                  ///< of that line
    bool m_inLine = false;
};

} // namespace

LogPatterns LogPatterns::own()
{
    return {QStringLiteral("Coupon issued successfully"), QStringLiteral("OUT_OF_STOCK"),
            QStringLiteral("blocked by DB constraint")};
}

Result<LogCounts, QString> countLogLines(const QString &path, std::int64_t from,
                                         const LogPatterns &patterns)
{
    const QFileInfo about(path);
    if (about.exists() && !about.isFile()) { // a device may have no end
        return Failure{
            AuditText::tr("The log %1 cannot be read: it is no ordinary file.").arg(path)};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from)) {
        return Failure{
            AuditText::tr("The log %1 cannot be read: %2.").arg(path, file.errorString())};
    }
    // A service that goes on writing is read up to where it was.
    qint64 left = std::max<qint64>(file.size() - from, 0);
    LineCounter counter(patterns);
    while (left > 0) {
        const QByteArray block = file.read(std::min(left, kBlockBytes));
        if (block.isEmpty()) {
            break;
        }
        counter.take(block);
        left -= block.size();
    }
    if (file.error() != QFileDevice::NoError) {
        return Failure{
            AuditText::tr("The log %1 cannot be read: %2.").arg(path, file.errorString())};
    }
    counter.endText();
    return counter.counts;
}

QString lastLogLines(const QString &path, std::int64_t from, std::int64_t mostBytes)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const qint64 begin = std::max<qint64>(from, file.size() - mostBytes);
    if (!file.seek(begin > from ? begin - 1 : begin)) {
        return {};
    }
    if (begin > from) { // the end of a line that began before
        static_cast<void>(file.readLine());
    }
    return QString::fromUtf8(file.read(mostBytes)).trimmed();
}

} // namespace stampede
