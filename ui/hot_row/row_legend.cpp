#include "ui/hot_row/row_legend.h"

#include "ui/hot_row/row_marks.h"

#include <QPainter>

#include <array>

namespace stampede {

namespace {

constexpr int kSwatch = 22;
constexpr int kNarrowSwatch = 12;
constexpr int kGap = 6;
constexpr int kBetween = 16;
constexpr int kHeight = 36;      ///< of two lines
constexpr int kLeastWidth = 200; ///< below it breaks into lines

struct LegendEntry
{
    QString words;
    int swatch;
};

std::array<LegendEntry, 5> entries()
{
    return {{{RowLegend::tr("waiting"), kSwatch},
             {RowLegend::tr("holding"), kSwatch},
             {RowLegend::tr("commit"), kNarrowSwatch},
             {RowLegend::tr("refused"), kNarrowSwatch},
             {RowLegend::tr("finding"), kNarrowSwatch}}};
}

} // namespace

RowLegend::RowLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(kLeastWidth);
    setAccessibleName(tr("Marks: hatched is waiting, solid is holding, a line is the commit"));
}

QSize RowLegend::sizeHint() const
{
    int width = 0;
    for (const LegendEntry &entry : entries()) {
        width += entry.swatch + kGap + fontMetrics().horizontalAdvance(entry.words) + kBetween;
    }
    return {width, kHeight};
}

void RowLegend::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool broken = width() < sizeHint().width() - kBetween;
    const qreal line = broken ? height() / 2.0 : height();
    qreal top = 0;
    qreal x = 0;
    int number = 0;
    for (const LegendEntry &entry : entries()) {
        const int whole = entry.swatch + kGap + fontMetrics().horizontalAdvance(entry.words);
        if (x > 0 && x + whole > width()) {
            x = 0;
            top += line;
        }
        const qreal middle = top + line / 2;
        const QRectF swatch(x, middle - 6, entry.swatch, 12);
        switch (number++) {
        case 0:
            paintWaiting(painter, swatch, theme.issued);
            break;
        case 1:
            paintHolding(painter, swatch, theme.issued);
            break;
        case 2:
            painter.setPen(QPen(theme.text, 2));
            painter.drawLine(QPointF(swatch.center().x(), middle - 7),
                             QPointF(swatch.center().x(), middle + 7));
            break;
        case 3:
            paintOutcomeMark(painter, swatch.center(), 10, Outcome::OutOfStock, theme.outOfStock);
            break;
        default:
            paintFindingMark(painter, swatch.center(), 12, theme);
            break;
        }
        x += entry.swatch + kGap;
        painter.setPen(theme.muted);
        const int width = fontMetrics().horizontalAdvance(entry.words);
        painter.drawText(QRectF(x, top, width + 1, line), Qt::AlignVCenter, entry.words);
        x += width + kBetween;
    }
}

} // namespace stampede
