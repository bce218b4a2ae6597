#include "report/text_block.h"

#include <QList>

#include <algorithm>

namespace stampede {

QString wrapped(const QString &words, const QString &first, int width)
{
    const QString indent(first.size(), QLatin1Char(' '));
    QString text;
    QString line = first;
    bool lineHasWord = false;
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : parts) {
        if (lineHasWord && line.size() + 1 + word.size() > width) {
            text += line + QLatin1Char('\n');
            line = indent;
            lineHasWord = false;
        }
        line += (lineHasWord ? QStringLiteral(" ") : QString()) + word;
        lineHasWord = true;
    }
    return text + line + QLatin1Char('\n');
}

QString table(const QList<QStringList> &rows, int gap)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size()) {
                widths.append(0);
            }
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += i == 0 ? row[i].leftJustified(widths[i])
                           : QString(gap, QLatin1Char(' ')) + row[i].rightJustified(widths[i]);
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        text += line + QLatin1Char('\n');
    }
    return text;
}

} // namespace stampede
