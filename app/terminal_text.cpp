#include "app/terminal_text.h"

#include "report/printable_text.h"

#include <QStringList>

namespace stampede {

QString terminalText(const QString &text)
{
    // Code points that stand for nothing take the place of the two sequences meanwhile.
    const QString bold = QStringLiteral("\x1b[1m");
    const QString plain = QStringLiteral("\x1b[0m");
    const QChar boldMark(u'\xFDD0');
    const QChar plainMark(u'\xFDD1');
    QString marked = text;
    marked.replace(bold, boldMark).replace(plain, plainMark);
    QStringList lines = marked.split(QLatin1Char('\n'));
    for (QString &line : lines) {
        line = printable(line, line.size()).replace(boldMark, bold).replace(plainMark, plain);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace stampede
