// SPDX-License-Identifier: MIT
#include "ui/charts/barcode.h"

#include "measure/request_ends.h"
#include "picture/axis_ticks.h"
#include "picture/stock_story.h"
#include "text/number_text.h"
#include "ui/look/outcome_look.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

constexpr qreal kWidest = 22;     // of a stroke
constexpr qreal kLeastMark = 2.6; // radius: a smaller mark has no shape
constexpr qreal kPatternFrom = 4; // pixels of a stroke: room for its pattern
constexpr int kMostTicks = 8;

/// How much of the height a stroke takes: another sign beside its colour.
qreal heightOf(Outcome outcome)
{
    return traitsOf(outcome).strokePercent / 100.0;
}

} // namespace

bool Barcode::suits(const RunRecord &record)
{
    return record.history && !record.history->empty() && record.history->size() < kTooMany;
}

Barcode::Barcode(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFont(typeFont(TextRole::Axis)); // as beside the other charts
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    enablePictureExport(this, [this] { return source(); });
    describe();
}

PictureSource Barcode::source()
{
    return {accessibleName(),
            [this](QPainter &painter, const QSizeF &size) { paintInto(painter, size); },
            [this] { return csv(); }};
}

void Barcode::copyPicture()
{
    copyPictureOf(this, source());
}

QString Barcode::csv() const
{
    QString lines = QStringLiteral("answer,user,outcome,answered_s\n");
    for (std::size_t i = 0; i < m_shown; ++i) {
        const Stroke &stroke = m_strokes[i];
        const std::string_view key = outcomeKey(stroke.outcome);
        lines += QStringLiteral("%1,%2,%3,%4\n")
                     .arg(i + 1)
                     .arg(stroke.user)
                     .arg(QLatin1String(key.data(), static_cast<qsizetype>(key.size())))
                     .arg(static_cast<double>(stroke.answeredNs) / 1e9, 0, 'g', 10);
    }
    return lines;
}

void Barcode::setRecord(std::shared_ptr<const RunRecord> record)
{
    m_record = std::move(record);
    m_strokes.clear();
    if (m_record && m_record->history) {
        const auto lengthNs = static_cast<std::int64_t>(m_record->throughput.durationSeconds * 1e9);
        const std::vector<Operation> &history = *m_record->history;
        const RequestEnds ends(history, lengthNs, m_record->scenario.load.timeout.count());
        for (std::size_t i = 0; i < history.size(); ++i) {
            m_strokes.push_back(
                {ends.of(i), history[i].user, history[i].outcome, history[i].reason});
        }
        std::stable_sort(m_strokes.begin(), m_strokes.end(), [](const Stroke &a, const Stroke &b) {
            return a.answeredNs < b.answeredNs;
        });
    }
    m_shown = m_strokes.size();
    findEndOfStock();
    describe();
    update();
}

void Barcode::findEndOfStock()
{
    m_lastCoupon.reset();
    m_lastTooMany.reset();
    const std::int64_t stock = m_record ? onePieceStock(*m_record).value_or(0) : 0;
    std::int64_t issued = 0;
    for (std::size_t i = 0; stock > 0 && i < m_strokes.size(); ++i) {
        if (m_strokes[i].outcome == Outcome::Issued && ++issued >= stock) {
            (issued == stock ? m_lastCoupon : m_lastTooMany) = i;
        }
    }
}

void Barcode::setPosition(std::int64_t positionNs)
{
    const auto end = std::upper_bound(
        m_strokes.begin(), m_strokes.end(), positionNs,
        [](std::int64_t position, const Stroke &each) { return position < each.answeredNs; });
    const auto shown = static_cast<std::size_t>(end - m_strokes.begin());
    if (shown != m_shown) {
        m_shown = shown;
        describe();
        update();
    }
}

void Barcode::setHighlighted(const std::vector<Outcome> &outcomes)
{
    m_highlighted = outcomes;
    update();
}

bool Barcode::isHighlighted(Outcome outcome) const
{
    return m_highlighted.empty() ||
           std::find(m_highlighted.begin(), m_highlighted.end(), outcome) != m_highlighted.end();
}

void Barcode::retheme()
{
    update();
}

void Barcode::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

QSize Barcode::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 10};
}

QSize Barcode::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 6};
}

QRectF Barcode::strokesArea(const QSizeF &size) const
{
    const qreal line = fontMetrics().height();
    // Above: marks; below: figures of the axis, its name, and the legend.
    return QRectF(QPointF(), size).adjusted(line / 2, line, -line / 2, -3.5 * line);
}

void Barcode::paintEvent(QPaintEvent *event)
{
    static_cast<void>(event);
    QPainter painter(this);
    paintInto(painter, size());
    if (hasFocus()) {
        painter.setPen(QPen(Theme::current().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void Barcode::paintInto(QPainter &painter, const QSizeF &size) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    if (!m_strokes.empty()) {
        const QRectF area = strokesArea(size);
        drawStrokes(painter, area);
        drawEndOfStock(painter, area);
        drawAxis(painter, area);
        drawLegend(painter, size);
    }
}

void Barcode::drawStrokes(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = Theme::current();
    const qreal pitch = area.width() / static_cast<qreal>(m_strokes.size());
    const qreal width = std::min(std::max(1.0, pitch * 0.68), kWidest);
    const qreal mark =
        std::max(kLeastMark, std::min({fontMetrics().height() / 4.0, pitch * 0.36, 9.0}));
    std::array<QBrush, kOutcomeCount> brushes;
    for (const Outcome outcome : kAllOutcomes) {
        const QColor color = theme.of(outcome);
        const Qt::BrushStyle pattern = layerPattern(layerOf(outcome));
        brushes.at(indexOf(outcome)) =
            width < kPatternFrom ? QBrush(color) : patternBrush(color, pattern);
    }
    for (std::size_t i = 0; i < m_strokes.size(); ++i) {
        const Stroke &stroke = m_strokes[i];
        const qreal center = area.left() + pitch * (static_cast<qreal>(i) + 0.5);
        if (i >= m_shown) { // has not come yet: nobody knows what it will be
            painter.fillRect(QRectF(center - width / 2, area.bottom() - 3, width, 3), theme.border);
            continue;
        }
        constexpr qreal kDimmed = 0.18;
        painter.setOpacity(isHighlighted(stroke.outcome) ? 1.0 : kDimmed);
        const qreal height = area.height() * heightOf(stroke.outcome);
        const QRectF bar(center - width / 2, area.bottom() - height, width, height);
        painter.fillRect(bar, brushes.at(indexOf(stroke.outcome)));
        if (width >= kPatternFrom) {
            painter.setPen(QPen(theme.of(stroke.outcome), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0));
        }
        if (2 * mark <= pitch && hasRoomForMark(i, mark / pitch)) {
            drawOutcomeMark(painter, {center, bar.top() - mark - 3}, mark, stroke.outcome,
                            stroke.reason);
        }
    }
    painter.setOpacity(1.0);
}

/// A line after the last coupon that existed; what was issued behind it is hatched.
void Barcode::drawEndOfStock(QPainter &painter, const QRectF &area) const
{
    if (!m_lastCoupon || *m_lastCoupon >= m_shown) {
        return;
    }
    const Theme &theme = Theme::current();
    const qreal pitch = area.width() / static_cast<qreal>(m_strokes.size());
    const auto after = [&](std::size_t stroke) {
        return area.left() + pitch * static_cast<qreal>(stroke + 1);
    };
    const qreal x = after(*m_lastCoupon);
    const bool isTooMany = m_lastTooMany && m_shown > *m_lastCoupon + 1;
    const QColor color = isTooMany ? theme.damage : theme.text;
    const qreal line = fontMetrics().height();
    QRectF words(x, area.top() - line, area.right() - x, line);
    if (isTooMany) {
        const qreal end = after(std::min(*m_lastTooMany, m_shown - 1));
        const QRectF shade(x, area.top() - line, end - x, area.height() + line);
        painter.fillRect(shade, faint(color, 0.12));
        painter.fillRect(shade, QBrush(color, Qt::BDiagPattern));
    }
    painter.setPen(QPen(color, 2));
    painter.drawLine(QPointF(x, area.top() - line), QPointF(x, area.bottom()));
    const QString name = tr("sold out");
    const qreal width = fontMetrics().horizontalAdvance(name) + line / 2;
    words.setWidth(width);
    if (isTooMany || words.right() > area.right()) {
        words.moveRight(x - 2); // not into the hatch
    }
    if (words.left() < area.left()) {
        words.moveLeft(x + 2);
    }
    painter.fillRect(words, theme.panel);
    painter.drawText(words, Qt::AlignCenter, name);
}

bool Barcode::hasRoomForMark(std::size_t stroke, qreal strokes) const
{
    if (strokes <= 0.5) {
        return true; // it reaches over no other
    }
    const auto reach = static_cast<std::size_t>(std::ceil(strokes));
    const std::size_t from = stroke > reach ? stroke - reach : 0;
    const std::size_t to = std::min(stroke + reach, m_shown - 1);
    const qreal height = heightOf(m_strokes[stroke].outcome);
    for (std::size_t i = from; i <= to; ++i) {
        // A higher one beside it would run through the mark.
        if (heightOf(m_strokes[i].outcome) > height) {
            return false;
        }
    }
    return true;
}

void Barcode::drawAxis(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = Theme::current();
    const qreal line = fontMetrics().height();
    const qreal pitch = area.width() / static_cast<qreal>(m_strokes.size());
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(theme.muted);
    const QString name = tr("answers, in the order in which they came");
    const auto figure = [&](double number) {
        const qreal center = area.left() + pitch * (number - 0.5);
        const QString words = text::count(static_cast<std::int64_t>(number));
        const qreal reach = fontMetrics().horizontalAdvance(words);
        // The last one ends where the strokes do.
        const qreal left = std::min(center - reach / 2, area.right() - reach);
        painter.drawText(QRectF(left, area.bottom() + 2, reach + 1, line),
                         Qt::AlignLeft | Qt::AlignTop, words);
    };
    const auto count = static_cast<double>(m_strokes.size());
    figure(1);
    for (const double tick : niceTicks(2, count, kMostTicks)) {
        const bool isFree = tick < count - niceStep(count, kMostTicks) / 2;
        if (isFree && tick > niceStep(count, kMostTicks) / 2) {
            figure(tick);
        }
    }
    figure(count);
    painter.drawText(QRectF(area.left(), area.bottom() + 2 + 0.95 * line, area.width(), line),
                     Qt::AlignHCenter | Qt::AlignTop, name);
}

void Barcode::drawLegend(QPainter &painter, const QSizeF &size) const
{
    const Theme &theme = Theme::current();
    const qreal line = fontMetrics().height();
    std::array<std::int64_t, kOutcomeCount> counts{};
    std::array<bool, kOutcomeCount> occurs{};
    std::array<UnknownReason, kOutcomeCount> reasons{};
    for (std::size_t i = 0; i < m_strokes.size(); ++i) {
        const std::size_t index = indexOf(m_strokes[i].outcome);
        counts.at(index) += i < m_shown ? 1 : 0;
        occurs.at(index) = true;
        reasons.at(index) = m_strokes[i].reason;
    }
    qreal x = strokesArea(size).left();
    const qreal middle = size.height() - 0.75 * line;
    for (const Outcome outcome : kAllOutcomes) {
        const std::size_t index = indexOf(outcome);
        if (!occurs.at(index)) {
            continue;
        }
        const QString words = QStringLiteral("%1 %2").arg(outcomeName(outcome, reasons.at(index)),
                                                          text::count(counts.at(index)));
        drawOutcomeMark(painter, {x + line / 3, middle}, line / 4, outcome, reasons.at(index));
        painter.setPen(theme.text);
        const qreal width = fontMetrics().horizontalAdvance(words);
        painter.drawText(QRectF(x + 0.9 * line, middle - line / 2, width + 2, line),
                         Qt::AlignVCenter | Qt::AlignLeft, words);
        x += 0.9 * line + width + 1.4 * line;
    }
}

void Barcode::describe()
{
    std::array<std::int64_t, kOutcomeCount> counts{};
    std::int64_t notRecognised = 0;
    for (std::size_t i = 0; i < m_shown; ++i) {
        if (m_strokes[i].reason == UnknownReason::Unclassified) {
            ++notRecognised;
        } else {
            ++counts.at(indexOf(m_strokes[i].outcome));
        }
    }
    QStringList parts;
    const auto add = [&parts](std::int64_t times, const QString &name) {
        if (times > 0) {
            parts << QStringLiteral("%1 %2").arg(text::count(times), name);
        }
    };
    for (const Outcome outcome : kAllOutcomes) {
        add(counts.at(indexOf(outcome)), outcomeName(outcome));
    }
    add(notRecognised, outcomeName(Outcome::Unknown, UnknownReason::Unclassified));
    setAccessibleDescription(parts.isEmpty()
                                 ? tr("No answer yet.")
                                 : tr("Answers so far: %1.").arg(parts.join(QStringLiteral(", "))));
}

bool Barcode::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_strokes.empty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QRectF area = strokesArea(size());
        const qreal at = (help->pos().x() - area.left()) / area.width();
        const auto index = static_cast<std::int64_t>(at * static_cast<qreal>(m_strokes.size()));
        if (index < 0 || index >= static_cast<std::int64_t>(m_shown)) {
            QToolTip::hideText();
            return true;
        }
        const Stroke &stroke = m_strokes[static_cast<std::size_t>(index)];
        QToolTip::showText(
            help->globalPos(),
            tr("Answer %1 · user %2 · %3 · after %4")
                .arg(text::count(index + 1),
                     m_record ? m_record->nameInTable(stroke.user) : text::plain(stroke.user),
                     outcomeName(stroke.outcome, stroke.reason), text::duration(stroke.answeredNs)),
            this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace stampede
