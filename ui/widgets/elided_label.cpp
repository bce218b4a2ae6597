#include "ui/widgets/elided_label.h"

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

void ElidedLabel::elide()
{
    setText(fontMetrics().elidedText(m_whole, m_elision,
                                     contentsRect().width() - std::max(0, indent())));
}

} // namespace stampede
