// SPDX-License-Identifier: MIT
#include "text/text_block.h"

#include "text/columns.h"

#include <QList>

#include <algorithm>

namespace stampede {

QString wrapped(const QString &words, const QString &first, int width)
{
    const QString indent(text::columnsOf(first), QLatin1Char(' '));
    QString lines;
    QString line = first;
    bool lineHasWord = false;
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : parts) {
        if (lineHasWord && text::columnsOf(line) + 1 + text::columnsOf(word) > width) {
            lines += line + QLatin1Char('\n');
            line = indent;
            lineHasWord = false;
        }
        line += (lineHasWord ? QStringLiteral(" ") : QString()) + word;
        lineHasWord = true;
    }
    return lines + line + QLatin1Char('\n');
}

QString table(const QList<QStringList> &rows, int gap)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size()) {
                widths.append(0);
            }
            widths[i] = std::max(widths[i], text::columnsOf(row[i]));
        }
    }
    QString lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += i == 0 ? text::padded(row[i], widths[i])
                           : QString(gap, QLatin1Char(' ')) + text::paddedBefore(row[i], widths[i]);
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        lines += line + QLatin1Char('\n');
    }
    return lines;
}

} // namespace stampede
