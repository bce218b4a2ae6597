#include "audit/log_counts.h"

#include "audit/check_result.h"

#include <QByteArray>
#include <QFile>

#include <string_view>

namespace stampede {

namespace {

constexpr qint64 kBlockBytes = 1'048'576;

class LineCounter
{
public:
    explicit LineCounter(const LogPatterns &patterns)
        : m_issued(patterns.issued.toUtf8())
        , m_outOfStock(patterns.outOfStock.toUtf8())
        , m_blockedByKey(patterns.blockedByKey.toUtf8())
    {}

    void take(std::string_view line)
    {
        ++counts.lines;
        counts.issued += contains(line, m_issued);
        counts.outOfStock += contains(line, m_outOfStock);
        counts.blockedByKey += contains(line, m_blockedByKey);
    }

    LogCounts counts;

private:
    static int contains(std::string_view line, const QByteArray &text)
    {
        const std::string_view wanted(text.constData(), static_cast<std::size_t>(text.size()));
        return !wanted.empty() && line.find(wanted) != std::string_view::npos ? 1 : 0;
    }

    QByteArray m_issued;
    QByteArray m_outOfStock;
    QByteArray m_blockedByKey;
};

/// Counts every whole line of `text` and leaves the rest in it.
void takeLines(QByteArray &text, LineCounter &counter)
{
    const std::string_view all(text.constData(), static_cast<std::size_t>(text.size()));
    std::size_t begin = 0;
    for (std::size_t end = all.find('\n'); end != std::string_view::npos;
         end = all.find('\n', begin)) {
        counter.take(all.substr(begin, end - begin));
        begin = end + 1;
    }
    text.remove(0, static_cast<qsizetype>(begin));
}

} // namespace

LogPatterns LogPatterns::own()
{
    return {QStringLiteral("Coupon issued successfully"), QStringLiteral("OUT_OF_STOCK"),
            QStringLiteral("blocked by DB constraint")};
}

Result<LogCounts, QString> countLogLines(const QString &path, std::int64_t from,
                                         const LogPatterns &patterns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from)) {
        return Failure{
            AuditText::tr("The log %1 cannot be read: %2.").arg(path, file.errorString())};
    }
    LineCounter counter(patterns);
    QByteArray text;
    for (QByteArray block = file.read(kBlockBytes); !block.isEmpty();
         block = file.read(kBlockBytes)) {
        text += block;
        takeLines(text, counter);
    }
    if (file.error() != QFileDevice::NoError) {
        return Failure{
            AuditText::tr("The log %1 cannot be read: %2.").arg(path, file.errorString())};
    }
    if (!text.isEmpty()) {
        counter.take(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    }
    return counter.counts;
}

} // namespace stampede
