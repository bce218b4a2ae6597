#include "print/block_setter.h"

#include "print/set_text.h"
#include "report/ledger_drawing.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

using namespace setter_sizes;

void BlockSetter::operator()(const VerdictBlock &verdict)
{
    const double size = 30 * m_scale;
    const double left = size + 12;
    const SetText word(verdict.word.toUpper(), font(17, true), paper::kContentWidth - left);
    const SetText sentence(verdict.sentence, font(kBody + 0.5), paper::kContentWidth - left);
    const Drawing mark = verdictDrawing(verdict.verdict);
    const QColor color = paper::color(verdictInk(verdict.verdict));
    Piece piece;
    piece.height = std::max(word.height() + sentence.height() + 2, size);
    piece.before = 20 * m_scale;
    piece.paint = [=](QPainter &painter, double x, double y) {
        paintDrawing(painter, mark, QRectF(x, y, size, size));
        word.paint(painter, x + left, y, color);
        sentence.paint(painter, x + left, y + word.height() + 2, paper::color(Ink::Text));
    };
    m_pieces.push_back(std::move(piece));
}

void BlockSetter::operator()(const LedgerBlock &ledger)
{
    const Drawing drawing = ledgerDrawing(ledger);
    const double pad = 12 * m_scale;
    const double width = paper::kContentWidth - 2 * pad;
    Piece piece;
    piece.height = width * drawing.height / drawing.width + 2 * pad - 4;
    piece.before = 16 * m_scale;
    piece.paint = [=, height = piece.height](QPainter &painter, double x, double y) {
        painter.setPen(QPen(paper::color(Ink::Border), 0.6));
        painter.setBrush(paper::color(Ink::Panel));
        painter.drawRoundedRect(QRectF(x, y, paper::kContentWidth, height), 4, 4);
        paintDrawing(painter, drawing, QRectF(x + pad, y + pad, width, 1));
    };
    m_pieces.push_back(std::move(piece));
}

void BlockSetter::operator()(const PairBlock &pair)
{
    // One piece: the table at the left, the list at the right.
    constexpr double kBetween = 28;
    const double half = (paper::kContentWidth - kBetween) / 2;
    const std::vector<TableColumn> columns = columnsOf(pair.table, half, m_scale);
    const double spare = columns.empty() ? 0 : half - columns.back().x - columns.back().width;
    struct Cell
    {
        SetText text;
        double x = 0;
        double y = 0;
        bool muted = false;
    };
    auto cells = std::make_shared<std::vector<Cell>>();
    auto rules = std::make_shared<std::vector<double>>();
    double y = 0;
    const auto addRow = [&](const QStringList &row, bool isHead) {
        double height = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double x = columns[i].x + (i > 0 ? spare : 0); // figures to the right edge
            cells->push_back(
                {SetText(row.value(static_cast<qsizetype>(i)), font(8.5, isHead), columns[i].width,
                         columns[i].right ? Align::Right : Align::Left),
                 x, y + 3, isHead});
            height = std::max(height, cells->back().text.height());
        }
        y += height + 6;
        rules->push_back(y);
    };
    addRow(pair.table.head, true);
    for (const QStringList &row : pair.table.rows) {
        addRow(row, false);
    }
    double listHeight = 3;
    const double listX = half + kBetween;
    const SetText heading(pair.listHeading, font(8.5, true), half);
    cells->push_back({heading, listX, listHeight, true});
    listHeight += heading.height() + 3;
    for (const QString &item : pair.list.items) {
        constexpr double kIndent = 9;
        const SetText text(item, font(kSmall), half - kIndent);
        cells->push_back({SetText(QStringLiteral("·"), font(kSmall, true), kIndent), listX + 1,
                          listHeight, true});
        cells->push_back({text, listX + kIndent, listHeight, false});
        listHeight += text.height() + 2;
    }
    Piece piece;
    piece.height = std::max(y, listHeight);
    piece.before = 20 * m_scale;
    piece.paint = [=](QPainter &painter, double left, double top) {
        for (const Cell &cell : *cells) {
            cell.text.paint(painter, left + cell.x, top + cell.y,
                            paper::color(cell.muted ? Ink::Muted : Ink::Text));
        }
        painter.setPen(QPen(paper::color(Ink::Border), 0.5));
        for (const double rule : *rules) {
            painter.drawLine(QPointF(left, top + rule), QPointF(left + half, top + rule));
        }
    };
    m_pieces.push_back(std::move(piece));
}

void BlockSetter::addPictures(const QList<PictureBlock> &row)
{
    constexpr double kBetween = 10;
    const auto count = static_cast<double>(row.size());
    const double width = (paper::kContentWidth - kBetween * (count - 1)) / count;
    const double inner = width - 2 * kCardPad;
    struct Card
    {
        SetText title;
        SetText remark;
        SetText description;
        Drawing drawing;
        double pictureHeight = 0;
    };
    auto cards = std::make_shared<std::vector<Card>>();
    double height = 0;
    for (const PictureBlock &picture : row) {
        Card card;
        card.title = SetText(picture.title, font(9, true), inner);
        card.remark = SetText(picture.remark, font(7.5), inner, Align::Right);
        card.description = SetText(picture.description, font(7.5), inner);
        card.drawing = picture.drawing;
        card.pictureHeight = inner * picture.drawing.height / picture.drawing.width;
        height = std::max(height, card.title.height() + card.pictureHeight +
                                      card.description.height() + 8 + 2 * kCardPad);
        cards->push_back(std::move(card));
    }
    Piece piece;
    piece.height = height;
    piece.before = 10;
    piece.paint = [=](QPainter &painter, double x, double y) {
        double left = x;
        for (const Card &card : *cards) {
            painter.setPen(QPen(paper::color(Ink::Border), 0.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(left, y, width, height), 4, 4);
            double top = y + kCardPad;
            card.title.paint(painter, left + kCardPad, top, paper::color(Ink::Text));
            card.remark.paint(painter, left + kCardPad, top + 1.5, paper::color(Ink::Muted));
            top += card.title.height() + 4;
            paintDrawing(painter, card.drawing,
                         QRectF(left + kCardPad, top, inner, card.pictureHeight));
            card.description.paint(painter, left + kCardPad, top + card.pictureHeight + 4,
                                   paper::color(Ink::Muted));
            left += width + kBetween;
        }
    };
    m_pieces.push_back(std::move(piece));
}

void BlockSetter::operator()(const SignatureBlock &signature)
{
    constexpr double kBetween = 20;
    const auto count = static_cast<double>(signature.labels.size());
    const double width = (paper::kContentWidth - kBetween * (count - 1)) / count;
    auto labels = std::make_shared<std::vector<SetText>>();
    for (const QString &label : signature.labels) {
        labels->emplace_back(label, font(kSmall), width);
    }
    Piece piece;
    piece.height = 18;
    piece.before = 34;
    piece.atFoot = true;
    piece.paint = [=](QPainter &painter, double x, double y) {
        double left = x;
        for (const SetText &label : *labels) {
            painter.setPen(QPen(paper::color(Ink::Text), 0.6));
            painter.drawLine(QPointF(left, y), QPointF(left + width, y));
            label.paint(painter, left, y + 4, paper::color(Ink::Muted));
            left += width + kBetween;
        }
    };
    m_pieces.push_back(std::move(piece));
}

} // namespace stampede
