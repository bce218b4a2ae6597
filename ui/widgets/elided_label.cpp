// SPDX-License-Identifier: MIT
#include "ui/widgets/elided_label.h"

#include <QTextLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kLeastWidth = 40;

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setNatural()
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_isRemark = true;
}

void ElidedLabel::holdRoom(bool held)
{
    m_holdsRoom = held;
    m_room = 0;
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int words = fontMetrics().horizontalAdvance(m_whole) + 1 + std::max(0, indent()) +
                      margins.left() + margins.right();
    return {std::max(words, m_room), QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(kLeastWidth, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::setWhole(const QString &words)
{
    if (m_whole != words) {
        m_whole = words;
        if (m_holdsRoom) {
            m_room = sizeHint().width();
        }
        updateGeometry();
    }
    setToolTip(words);
    setAccessibleName(words);
    elide();
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::setElision(Qt::TextElideMode mode)
{
    m_elision = mode;
    elide();
}

void ElidedLabel::setMostLines(int lines)
{
    m_mostLines = lines;
    elide();
}

void ElidedLabel::elide()
{
    const int room = contentsRect().width() - std::max(0, indent());
    QString rest = m_whole;
    QStringList lines;
    QTextLayout layout(m_whole, font());
    layout.beginLayout();
    while (lines.size() + 1 < m_mostLines && fontMetrics().horizontalAdvance(rest) > room) {
        QTextLine line = layout.createLine();
        line.setLineWidth(room);
        lines << m_whole.mid(line.textStart(), line.textLength()).trimmed();
        rest = m_whole.mid(line.textStart() + line.textLength());
    }
    layout.endLayout();
    const QString seen = fontMetrics().elidedText(rest, m_elision, room);
    constexpr qsizetype kLeastLetters = 4;
    lines << (m_isRemark && seen != rest && seen.size() <= kLeastLetters ? QString() : seen);
    setText(lines.join(QLatin1Char('\n')));
}

} // namespace stampede
