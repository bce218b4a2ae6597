// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_legend.h"

#include "ui/hot_row/row_marks.h"

#include <QList>
#include <QPainter>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr int kSwatch = 22;
constexpr int kNarrowSwatch = 12;
constexpr int kMarkGap = 6;
constexpr int kBetween = 16;
constexpr int kLineGap = 3;
constexpr int kLeastWidth = 200; ///< below it breaks into lines

enum class LegendSign
{
    UnderWay,
    Waiting,
    Holding,
    Commit,
    Refused,
    Finding,
    SameRead
};

struct LegendEntry
{
    LegendSign sign;
    QString words;
    int swatch;
};

/// What the picture has beside requests under way.
struct LegendNeeds
{
    bool inside = true; ///< somebody saw who waited for the row, held it and wrote
    bool refusals = false;
    bool findings = false;
    bool joins = false;
};

QList<LegendEntry> entriesOf(const LegendNeeds &needs)
{
    QList<LegendEntry> entries = {{LegendSign::UnderWay, RowLegend::tr("under way"), kSwatch}};
    if (needs.inside) {
        entries.append({{LegendSign::Waiting, RowLegend::tr("waiting"), kSwatch},
                        {LegendSign::Holding, RowLegend::tr("holding"), kSwatch},
                        {LegendSign::Commit, RowLegend::tr("commit"), kNarrowSwatch}});
    }
    if (needs.refusals) {
        entries.append({LegendSign::Refused, RowLegend::tr("refused"), kNarrowSwatch});
    }
    if (needs.findings) {
        entries.append({LegendSign::Finding, RowLegend::tr("finding"), kNarrowSwatch});
    }
    if (needs.joins) {
        entries.append({LegendSign::SameRead, RowLegend::tr("read the same value"), kSwatch});
    }
    return entries;
}

void paintSign(QPainter &painter, const QRectF &swatch, LegendSign sign, Outcome refusal)
{
    const Theme &theme = Theme::current();
    const QPointF middle = swatch.center();
    switch (sign) {
    case LegendSign::UnderWay:
        painter.setPen(QPen(theme.muted, 1));
        painter.drawLine(QPointF(swatch.left(), middle.y()), QPointF(swatch.right(), middle.y()));
        break;
    case LegendSign::Waiting:
        paintWaiting(painter, swatch, theme.issued);
        break;
    case LegendSign::Holding:
        paintHolding(painter, swatch, theme.issued);
        break;
    case LegendSign::Commit:
        painter.setPen(QPen(theme.text, 2));
        painter.drawLine(middle - QPointF(0, 7), middle + QPointF(0, 7));
        break;
    case LegendSign::Refused:
        paintOutcomeMark(painter, middle, 10, refusal, theme.of(refusal));
        break;
    case LegendSign::Finding:
        paintFindingMark(painter, middle, 12, theme);
        break;
    case LegendSign::SameRead:
        painter.setPen(QPen(theme.damage, 1.5));
        painter.drawLine(QPointF(swatch.left() + 4, middle.y()),
                         QPointF(swatch.right() - 4, middle.y()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.damage);
        painter.drawEllipse(QPointF(swatch.left() + 4, middle.y()), 3.5, 3.5);
        painter.drawEllipse(QPointF(swatch.right() - 4, middle.y()), 3.5, 3.5);
        break;
    }
}

/// The refusal that most bars of the picture end with; nothing where nobody was refused.
std::optional<Outcome> usualRefusal(const RowScene &scene)
{
    std::array<std::size_t, kOutcomeCount> times{};
    for (const RowBar &bar : scene.bars) {
        times.at(indexOf(bar.outcome)) += bar.refused() ? 1U : 0U;
    }
    const auto most = std::max_element(times.begin(), times.end());
    return *most > 0
               ? std::optional(kAllOutcomes.at(static_cast<std::size_t>(most - times.begin())))
               : std::nullopt;
}

} // namespace

RowLegend::RowLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(kLeastWidth);
    setScene(nullptr);
}

void RowLegend::setScene(const std::shared_ptr<const RowScene> &scene)
{
    m_inside = !scene || scene->insideSeen;
    m_refusal = scene ? usualRefusal(*scene) : std::nullopt;
    m_joins = scene && !scene->pairs.empty();
    m_findings = scene && std::any_of(scene->bars.begin(), scene->bars.end(),
                                      [](const RowBar &bar) { return bar.finding; });
    setAccessibleName(m_inside
                          ? tr("Marks: hatched is waiting, solid is holding, a line is the commit")
                          : tr("Marks: a line is a request under way"));
    updateGeometry();
    fitHeight();
    update();
}

QStringList RowLegend::words() const
{
    QStringList words;
    for (const LegendEntry &entry :
         entriesOf({m_inside, m_refusal.has_value(), m_findings, m_joins})) {
        words << entry.words;
    }
    return words;
}

QSize RowLegend::sizeHint() const
{
    int width = 0;
    for (const LegendEntry &entry :
         entriesOf({m_inside, m_refusal.has_value(), m_findings, m_joins})) {
        width += entry.swatch + kMarkGap + fontMetrics().horizontalAdvance(entry.words) + kBetween;
    }
    return {width, lineHeight()};
}

int RowLegend::lineHeight() const
{
    return fontMetrics().height() + kLineGap;
}

void RowLegend::fitHeight()
{
    setFixedHeight(neededHeight());
}

void RowLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void RowLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitHeight();
    }
}

int RowLegend::neededHeight() const
{
    int lines = 1;
    int x = 0;
    for (const LegendEntry &entry :
         entriesOf({m_inside, m_refusal.has_value(), m_findings, m_joins})) {
        const int needed = entry.swatch + kMarkGap + fontMetrics().horizontalAdvance(entry.words);
        if (x > 0 && x + needed > width()) {
            x = 0;
            ++lines;
        }
        x += needed + kBetween;
    }
    return lines * lineHeight();
}

void RowLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = lineHeight();
    qreal top = std::max(0, height() - neededHeight()) / 2;
    qreal x = 0;
    for (const LegendEntry &entry :
         entriesOf({m_inside, m_refusal.has_value(), m_findings, m_joins})) {
        const int words = fontMetrics().horizontalAdvance(entry.words);
        if (x > 0 && x + entry.swatch + kMarkGap + words > width()) {
            x = 0;
            top += line;
        }
        paintSign(painter, QRectF(x, top + line / 2 - 6, entry.swatch, 12), entry.sign,
                  m_refusal.value_or(Outcome::OutOfStock));
        x += entry.swatch + kMarkGap;
        painter.setPen(Theme::current().muted);
        painter.drawText(QRectF(x, top, words + 1, line), Qt::AlignVCenter, entry.words);
        x += words + kBetween;
    }
}

} // namespace stampede
