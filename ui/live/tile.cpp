// SPDX-License-Identifier: MIT
#include "ui/live/tile.h"

#include "ui/look/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr qreal kLeastFigureSize = 8; // points: smaller than that nobody reads it

/// How long the digits are, without the unit.
qsizetype digitsEnd(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && !text.at(end - 1).isDigit()) {
        --end;
    }
    return end;
}

/// A figure that gets smaller rather than losing its end.
class FigureLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setFont(fittingFont(font(), text(), width()));
        painter.setPen(palette().color(QPalette::WindowText));
        // Apart from each other: a unit in another script would bring its font to the digits.
        const QString digits = text().left(digitsEnd(text()));
        QRectF place(rect());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, digits);
        place.setLeft(QFontMetricsF(painter.font()).horizontalAdvance(digits));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text().mid(digits.size()));
    }
};

} // namespace

QFont fittingFont(const QFont &font, const QString &text, int width)
{
    QFont fitting = font;
    qreal size = font.pointSizeF();
    const qsizetype unit = digitsEnd(text);
    const auto isWider = [&] {
        const QFontMetricsF metrics(fitting);
        return metrics.horizontalAdvance(text.left(unit)) +
                   metrics.horizontalAdvance(text.mid(unit)) >
               static_cast<qreal>(width);
    };
    while (size > kLeastFigureSize && isWider()) {
        size = std::max(kLeastFigureSize, size - 0.5);
        fitting.setPointSizeF(size);
    }
    return fitting;
}

Tile::Tile(const QString &mark, const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_mark(mark)
    , m_text(name)
    , m_name(new QLabel(this))
    , m_figure(new FigureLabel(this))
    , m_below(new ElidedLabel(this))
{
    setProperty("card", true);
    setAccessibleName(name);
    m_figure->setFont(headingFont(font(), 1.8));
    m_figure->setObjectName(QStringLiteral("figure"));
    m_below->setObjectName(QStringLiteral("below"));
    m_below->setProperty("muted", true);
    m_name->setMinimumWidth(1); // a long name gives way, a tile never forces the window wider
    m_figure->setMinimumWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 6, 6);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addWidget(m_figure);
    column->addWidget(m_below);
    m_name->setText(mark.isEmpty() ? name : mark + QLatin1Char(' ') + name);
    show(QStringLiteral("–"), {});
}

void Tile::show(const QString &figure, const QString &below, bool isDamage)
{
    m_figure->setText(figure);
    if (m_below->whole() != below) {
        m_below->setWhole(below);
    }
    setAccessibleDescription(figure + QLatin1Char(' ') + below);
    if (m_isDamage != isDamage) {
        m_isDamage = isDamage;
        colorFigure();
        update();
    }
}

void Tile::colorFigure()
{
    for (QLabel *each : {m_figure, static_cast<QLabel *>(m_below)}) {
        each->setStyleSheet(m_isDamage
                                ? QStringLiteral("color: %1").arg(Theme::current().damage.name())
                                : QString());
    }
}

void Tile::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_isDamage) {
        colorFigure();
    }
}

int Tile::leastWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    return m_name->sizeHint().width() + margins.left() + margins.right() + 2 * frameWidth();
}

void Tile::setMark(const QString &mark, const QColor &color)
{
    m_mark = mark;
    m_color = color;
    if (!m_mark.isEmpty()) {
        m_name->setTextFormat(Qt::RichText);
        m_name->setText(QStringLiteral("<span style='color:%1'>%2</span> %3")
                            .arg(color.name(), m_mark, m_text.toHtmlEscaped()));
    }
    update();
}

void Tile::setHatched(bool hatched)
{
    m_hatched = hatched;
    update();
}

void Tile::setChoosable(bool choosable)
{
    m_choosable = choosable;
    setFocusPolicy(choosable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(choosable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Tile::setChosen(bool chosen)
{
    if (m_chosen != chosen) {
        m_chosen = chosen;
        update();
    }
}

void Tile::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr qreal kRadius = 6;
    if (m_hatched) {
        QPainterPath card;
        card.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
        painter.fillPath(card, QBrush(faint(m_color, 0.22), Qt::VerPattern));
    }
    if (m_isDamage) {
        constexpr int kSign = 16;
        constexpr int kInside = 8;
        const QColor color = Theme::current().damage;
        painter.setPen(QPen(color, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
        painter.drawPixmap(
            QPoint(width() - kSign - kInside, kInside),
            themedPixmap(QStringLiteral("broken"), color, kSign, devicePixelRatioF()));
    }
    if (hasFocus() || m_chosen) {
        painter.setPen(
            QPen(m_chosen && !hasFocus() ? Theme::current().text : Theme::current().accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_choosable && event->button() == Qt::LeftButton &&
        rect().contains(event->position().toPoint())) {
        Q_EMIT clicked();
    }
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    const bool activates = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_choosable && activates) {
        Q_EMIT clicked();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace stampede
