// SPDX-License-Identifier: MIT
#include "ui/interleave/order_lanes.h"

#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kNumberWidth = 34;
constexpr int kLaneGap = 12;
constexpr int kPadding = 6;
constexpr int kLeastLane = 150;
constexpr double kFaint = 0.3;
constexpr double kRadius = 3;
constexpr double kBarWidth = 4;

QString sqlOf(const OrderStep &step)
{
    QStringList statements;
    for (const ExecutedStatement &statement : step.statements) {
        statements << statement.written() + (statement.errorCode == 0
                                                 ? QString()
                                                 : QStringLiteral("\n→ %1 %2")
                                                       .arg(statement.errorCode)
                                                       .arg(statement.error));
    }
    return statements.join(QStringLiteral(";\n"));
}

bool failed(const OrderStep &step)
{
    return std::any_of(step.statements.begin(), step.statements.end(),
                       [](const ExecutedStatement &each) { return each.errorCode != 0; });
}

/// Whether it changed rows, and was not taken back by an error.
bool changes(const OrderStep &step)
{
    return std::any_of(step.statements.begin(), step.statements.end(),
                       [](const ExecutedStatement &each) { return each.changed > 0; });
}

} // namespace

OrderLanes::OrderLanes(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("orderLanes"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void OrderLanes::setOrder(std::shared_ptr<const Order> order)
{
    m_order = std::move(order);
    m_lines = m_order ? lanesOf(*m_order) : QList<LaneLine>();
    m_moment = lines();
    setAccessibleName(m_order ? tr("Order %1").arg(m_order->schedule) : QString());
    setAccessibleDescription(
        m_order ? (laneLines(*m_order) + endLines(*m_order)).join(QLatin1Char('\n')) : QString());
    updateGeometry();
    update();
    Q_EMIT momentChanged(m_moment);
}

void OrderLanes::setMoment(int moment)
{
    const int wanted = std::clamp(moment, 0, lines());
    if (wanted != m_moment) {
        m_moment = wanted;
        update();
        Q_EMIT momentChanged(m_moment);
    }
}

int OrderLanes::people() const
{
    return m_order ? static_cast<int>(m_order->answers.size()) : 0;
}

int OrderLanes::lineHeight() const
{
    return QFontMetrics(typeFont(TextRole::Body)).height() + 2 * kPadding;
}

QSize OrderLanes::minimumSizeHint() const
{
    return {kNumberWidth + std::max(people(), 2) * (kLeastLane + kLaneGap),
            lineHeight() * (lines() + 1) + kPadding};
}

QSize OrderLanes::sizeHint() const
{
    return minimumSizeHint();
}

QRectF OrderLanes::laneRect(int line, int person, double width) const
{
    const double lane = (width - kNumberWidth) / std::max(people(), 1);
    return {kNumberWidth + person * lane, static_cast<double>((line + 1) * lineHeight()),
            lane - kLaneGap, static_cast<double>(lineHeight()) - 2};
}

std::optional<int> OrderLanes::lineThatGoesOn(int line) const
{
    for (int other = line + 1; other < lines(); ++other) {
        if (m_lines[other].goesOn && m_lines[other].step == m_lines[line].step) {
            return other;
        }
    }
    return std::nullopt;
}

/// Of a wrong order the statements that changed rows: they are what went wrong together.
bool OrderLanes::takesPart(int line) const
{
    const LaneLine &shown = m_lines[line];
    return m_order->isWrong() && !shown.waits && changes(m_order->steps[shown.step]);
}

void OrderLanes::drawWaits(QPainter &painter, double width) const
{
    const Theme &theme = Theme::current();
    for (int line = 0; line < lines(); ++line) {
        if (!m_lines[line].waits) {
            continue;
        }
        const int until = lineThatGoesOn(line).value_or(lines());
        const int person = m_order->steps[m_lines[line].step].person;
        QRectF rect = laneRect(line, person, width);
        rect.setBottom(laneRect(until, person, width).top() - 2);
        painter.setOpacity(line < m_moment ? 1 : kFaint);
        painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
        painter.setBrush(QBrush(faint(theme.muted, theme.dark ? 0.6 : 0.45), Qt::BDiagPattern));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
    painter.setOpacity(1);
}

void OrderLanes::drawLine(QPainter &painter, int line, double width) const
{
    const Theme &theme = Theme::current();
    const LaneLine &shown = m_lines[line];
    const OrderStep &step = m_order->steps[shown.step];
    painter.setOpacity(line < m_moment ? 1 : kFaint);
    const QRectF rect = laneRect(line, step.person, width);
    painter.setFont(tabularFont(typeFont(TextRole::Secondary)));
    painter.setPen(theme.muted);
    if (!shown.goesOn) {
        painter.drawText(QRectF(0, rect.top(), kNumberWidth - kPadding, rect.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(shown.step + 1));
    }
    painter.setFont(typeFont(TextRole::Body));
    const QFontMetrics metrics(painter.font());
    QRectF words = rect.adjusted(kPadding + kBarWidth, 0, -kPadding, 0);
    if (shown.waits) {
        const QString waits = tr("waits");
        const double wide = metrics.horizontalAdvance(waits) + 2 * kPadding;
        painter.fillRect(QRectF(words.left() - kPadding, rect.top() + 2, wide, rect.height() - 4),
                         theme.panel);
        painter.setPen(theme.muted);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, waits);
        painter.setOpacity(1);
        return;
    }
    const QColor color = failed(step)      ? theme.error
                         : takesPart(line) ? theme.damage
                         : changes(step)   ? theme.issued
                                           : theme.alreadyIssued;
    const bool now = line == m_moment - 1 && m_moment < lines();
    painter.setPen(now ? QPen(theme.accent, 2) : QPen(theme.border, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.fillRect(QRectF(rect.left() + 1, rect.top() + 2, kBarWidth, rect.height() - 4), color);
    painter.setPen(theme.text);
    const QString mark = failed(step)    ? QStringLiteral("✗ ")
                         : shown.goesOn  ? QStringLiteral("↳ ")
                         : changes(step) ? QStringLiteral("✎ ")
                                         : QString();
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(mark + shown.words, Qt::ElideRight, static_cast<int>(words.width())));
    painter.setOpacity(1);
}

void OrderLanes::draw(QPainter &painter, double width) const
{
    if (!m_order) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(typeFont(TextRole::Heading));
    painter.setPen(Theme::current().text);
    for (int person = 0; person < people(); ++person) {
        QRectF head = laneRect(-1, person, width);
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, QString(letterOf(person)));
    }
    drawWaits(painter, width);
    for (int line = 0; line < lines(); ++line) {
        drawLine(painter, line, width);
    }
}

void OrderLanes::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    draw(painter, width());
}

QImage OrderLanes::picture() const
{
    const double ratio = devicePixelRatioF();
    const QSize size(std::max(width(), minimumSizeHint().width()), minimumSizeHint().height());
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Theme::current().page);
    QPainter painter(&image);
    draw(painter, size.width());
    return image;
}

void OrderLanes::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        setMoment(m_moment + 1);
        return;
    case Qt::Key_Up:
    case Qt::Key_Left:
        setMoment(m_moment - 1);
        return;
    case Qt::Key_Home:
        setMoment(0);
        return;
    case Qt::Key_End:
        setMoment(lines());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void OrderLanes::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

/// The statement as it was sent is said where the mouse rests.
bool OrderLanes::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_order) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int line = 0; line < lines(); ++line) {
        const OrderStep &step = m_order->steps[m_lines[line].step];
        if (laneRect(line, step.person, width()).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), sqlOf(step), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace stampede
