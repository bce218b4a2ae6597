#include "ui/elided_label.h"

#include <algorithm>

namespace stampede {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setWhole(const QString &words)
{
    m_whole = words;
    setToolTip(words);
    setAccessibleName(words);
    elide();
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    setText(fontMetrics().elidedText(m_whole, Qt::ElideRight,
                                     contentsRect().width() - std::max(0, indent())));
}

} // namespace stampede
