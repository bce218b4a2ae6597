// SPDX-License-Identifier: MIT
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
constexpr int kMostRows = 3;
constexpr qreal kLargestPiece = 14;
constexpr qreal kSmallestPiece = 4;
constexpr qreal kHollowFrom = 10;      ///< width of a piece: in a smaller one no hole is seen
constexpr qreal kOperator = 2.2;       ///< width, in heights of a line
constexpr qreal kNarrowOperator = 1.4; ///< the same where there is little room
constexpr qreal kLeastFont = 6;        ///< points
constexpr qreal kWordGap = 4;          ///< between words and blocks

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

qreal wordsOf(const std::array<Part, 3> &parts)
{
    qreal sum = 0;
    for (const Part &part : parts) {
        sum += part.least;
    }
    return sum;
}

std::int64_t piecesOf(const std::array<Part, 3> &parts)
{
    std::int64_t sum = 0;
    for (const Part &part : parts) {
        sum += part.pieces;
    }
    return sum;
}

/// What ledgers that stand side by side are drawn with.
struct Scale
{
    QFont font;
    qreal gap = 0; ///< of an operator
    int rows = 1;  ///< pieces one over the other
    qreal piece = kLargestPiece;
    bool inPieces = true; ///< else as bars

    [[nodiscard]] qreal widthOf(const Part &part) const
    {
        return std::max(part.least, std::ceil(static_cast<qreal>(part.pieces) / rows) * piece);
    }
    [[nodiscard]] qreal widthOf(const std::array<Part, 3> &parts) const
    {
        return widthOf(parts[0]) + widthOf(parts[1]) + widthOf(parts[2]);
    }
};

/// The widest piece, up to the usual one, with which all of it fits.
void fitPieces(Scale &scale, const std::array<Part, 3> &one, const std::array<Part, 3> &other,
               qreal room)
{
    const auto fits = [&](qreal piece) {
        scale.piece = piece;
        return std::max(scale.widthOf(one), scale.widthOf(other)) <= room;
    };
    if (fits(kLargestPiece)) {
        return;
    }
    qreal low = 0;
    qreal high = kLargestPiece;
    for (int i = 0; i < 40; ++i) {
        const qreal middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    scale.piece = low;
}

Scale scaleOf(const StateFigures &state, const StateFigures &beside, const QFont &font, qreal width)
{
    Scale scale;
    scale.font = font;
    const auto partsAt = [&](const StateFigures &each) {
        return partsOf(each, QFontMetricsF(scale.font), Theme::current());
    };
    auto one = partsAt(state);
    auto other = partsAt(beside);
    const auto fitWords = [&](qreal operators) {
        scale.gap = operators * QFontMetricsF(scale.font).height();
        return std::max(wordsOf(one), wordsOf(other)) + 2 * scale.gap <= width;
    };
    while (!fitWords(kOperator) && !fitWords(kNarrowOperator) &&
           scale.font.pointSizeF() > kLeastFont) {
        scale.font.setPointSizeF(scale.font.pointSizeF() - 0.5);
        one = partsAt(state);
        other = partsAt(beside);
    }
    const qreal room = width - 2 * scale.gap;
    for (scale.rows = 1;; ++scale.rows) {
        fitPieces(scale, one, other, room);
        if (scale.rows == kMostRows || scale.piece >= kSmallestPiece) {
            break;
        }
    }
    scale.inPieces = std::max(piecesOf(one), piecesOf(other)) <= kMostLedgerPieces;
    return scale;
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
                 const QFont &font, const Theme &theme, const StateFigures *beside)
{
    const Scale scale = scaleOf(state, beside != nullptr ? *beside : state, font, where.width());
    const QFontMetricsF metrics(scale.font);
    const auto parts = partsOf(state, metrics, theme);
    const bool addsUp = state.drift == 0;
    const std::array<QString, 3> operators = {
        QString(), addsUp ? QStringLiteral("=") : QStringLiteral("≠"), QStringLiteral("+")};
    painter.setFont(scale.font);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal blocksTop = where.top() + metrics.height() + kWordGap;
    qreal x = where.left();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        if (i > 0) {
            painter.setPen(i == 1 ? (addsUp ? theme.held : theme.damage) : theme.text);
            painter.drawText(QRectF(x, where.top(), scale.gap, metrics.height()), Qt::AlignCenter,
                             operators[i]);
            x += scale.gap;
        }
        const qreal width = scale.widthOf(part);
        painter.setPen(theme.text);
        painter.drawText(QRectF(x, where.top(), width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, part.words);
        const QRectF blocks(x, blocksTop, width, where.bottom() - blocksTop);
        if (scale.inPieces && (part.filled || scale.piece >= kHollowFrom)) {
            paintPieces(painter, blocks, part, scale.piece, scale.rows);
        } else {
            paintBar(painter, blocks, part, scale.piece, scale.rows);
        }
        x += width;
    }
}

} // namespace stampede
