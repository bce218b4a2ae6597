#include "ui/audit/ledger_paint.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

struct LedgerText
{
    Q_DECLARE_TR_FUNCTIONS(LedgerText)
};

constexpr std::int64_t kMostLedgerPieces = 400;
constexpr qreal kLargestPiece = 14;
constexpr qreal kSmallestPiece = 4;
constexpr qreal kHollowFrom = 10; ///< width of a piece: in a smaller one no hole is seen
constexpr qreal kOperator = 2.2;  ///< width, in heights of a line
constexpr qreal kWordGap = 4;     ///< between words and blocks

struct Part
{
    QString words;
    std::int64_t pieces = 0;
    QColor color;
    bool filled = true;
    qreal least = 0; ///< what its words need
};

std::array<Part, 3> partsOf(const StateFigures &state, const QFontMetricsF &metrics,
                            const Theme &theme)
{
    const std::int64_t left = *state.remaining;
    std::array<Part, 3> parts = {
        Part{LedgerText::tr("%1 at start").arg(text::count(state.initialStock)), state.initialStock,
             theme.outOfStock},
        Part{LedgerText::tr("%1 written").arg(text::count(state.newRows)), state.newRows,
             theme.issued},
        Part{LedgerText::tr("%1 left").arg(text::count(left)), std::max<std::int64_t>(0, left),
             theme.outOfStock, false},
    };
    for (Part &part : parts) {
        part.least = metrics.horizontalAdvance(part.words) + 2;
    }
    return parts;
}

/// The width of one piece with which all of it fits, `rows` pieces one over the other.
qreal pieceWidth(const std::array<Part, 3> &parts, qreal room, int rows)
{
    const auto needed = [&](qreal piece) {
        qreal sum = 0;
        for (const Part &part : parts) {
            sum += std::max(part.least, std::ceil(static_cast<qreal>(part.pieces) / rows) * piece);
        }
        return sum;
    };
    qreal low = 0;
    qreal high = kLargestPiece;
    if (needed(high) <= room) {
        return high;
    }
    for (int i = 0; i < 40; ++i) {
        const qreal middle = (low + high) / 2;
        (needed(middle) <= room ? low : high) = middle;
    }
    return low;
}

void paintPieces(QPainter &painter, const QRectF &where, const Part &part, qreal piece, int rows)
{
    const qreal height = where.height() / rows;
    const qreal gap = piece >= 3 ? std::max<qreal>(1, piece * 0.15) : 0;
    painter.setPen(part.filled ? QPen(Qt::NoPen) : QPen(part.color, 1.2));
    painter.setBrush(part.filled ? QBrush(part.color) : QBrush(Qt::NoBrush));
    for (std::int64_t i = 0; i < part.pieces; ++i) {
        const std::int64_t column = i / rows;
        const auto row = static_cast<qreal>(i % rows);
        QRectF block(where.left() + static_cast<qreal>(column) * piece, where.top() + row * height,
                     piece - gap, height - (rows > 1 ? 1.5 : 0));
        if (!part.filled) {
            block.adjust(0.6, 0.6, -0.6, -0.6);
        }
        painter.drawRect(block);
    }
}

void paintBar(QPainter &painter, const QRectF &where, const Part &part, qreal piece, int rows)
{
    const qreal width = static_cast<qreal>(part.pieces) / rows * piece;
    const QRectF bar(where.left(), where.top(), std::max<qreal>(width, part.pieces > 0 ? 2 : 0),
                     where.height());
    painter.setPen(part.filled ? QPen(Qt::NoPen) : QPen(part.color, 1.2));
    painter.setBrush(part.filled ? QBrush(part.color) : QBrush(Qt::NoBrush));
    if (part.pieces > 0) {
        painter.drawRect(part.filled ? bar : bar.adjusted(0.6, 0.6, -0.6, -0.6));
    }
    if (!part.filled && piece >= kSmallestPiece) { // its pieces too, and still more hole than line
        painter.setPen(QPen(faint(part.color, Theme::current().contrast ? 0.8 : 0.5), 1));
        for (int i = 1; i * piece < bar.width() - 1; ++i) {
            const qreal x = bar.left() + i * piece;
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()));
        }
    }
}

} // namespace

void paintLedger(QPainter &painter, const QRectF &where, const StateFigures &state,
                 const QFont &font, const Theme &theme)
{
    const QFontMetricsF metrics(font);
    const auto parts = partsOf(state, metrics, theme);
    const bool addsUp = state.drift == 0;
    std::int64_t all = 0;
    for (const Part &part : parts) {
        all += part.pieces;
    }
    const qreal gap = kOperator * metrics.height();
    int rows = 1;
    while (rows < 3 && pieceWidth(parts, where.width() - 2 * gap, rows) < kSmallestPiece) {
        ++rows;
    }
    const qreal piece = pieceWidth(parts, where.width() - 2 * gap, rows);
    const std::array<QString, 3> operators = {
        QString(), addsUp ? QStringLiteral("=") : QStringLiteral("≠"), QStringLiteral("+")};
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal blocksTop = where.top() + metrics.height() + kWordGap;
    qreal x = where.left();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        if (i > 0) {
            painter.setPen(i == 1 ? (addsUp ? theme.held : theme.damage) : theme.text);
            painter.drawText(QRectF(x, where.top(), gap, metrics.height()), Qt::AlignCenter,
                             operators[i]);
            x += gap;
        }
        const qreal width =
            std::max(part.least, std::ceil(static_cast<qreal>(part.pieces) / rows) * piece);
        painter.setPen(theme.text);
        painter.drawText(QRectF(x, where.top(), width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, part.words);
        const QRectF blocks(x, blocksTop, width, where.bottom() - blocksTop);
        const bool inPieces = all <= kMostLedgerPieces && (part.filled || piece >= kHollowFrom);
        if (inPieces) {
            paintPieces(painter, blocks, part, piece, rows);
        } else {
            paintBar(painter, blocks, part, piece, rows);
        }
        x += width;
    }
}

} // namespace stampede
