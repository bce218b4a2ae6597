// SPDX-License-Identifier: MIT
#include "print/block_pieces.h"

#include "picture/ledger_drawing.h"
#include "print/set_text.h"
#include "report/report_words.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

constexpr double kBody = 9.5; // points
constexpr double kSmall = 8;
constexpr double kCardPad = 8;

/// Turns blocks into pieces, one after the other.
class BlockSetter
{
public:
    explicit BlockSetter(double scale)
        : m_scale(scale)
    {}
    Pieces set(const QList<Block> &blocks);

    void operator()(const Paragraph &paragraph);
    void operator()(const SubHeading &heading);
    void operator()(const VerdictBlock &verdict);
    void operator()(const LedgerBlock &ledger);
    void operator()(const LabelledBlock &labelled);
    void operator()(const ListBlock &list);
    void operator()(const TableBlock &table) { addTable(m_pieces, table, m_scale); }
    void operator()(const PairBlock &pair);
    void operator()(const Picture &picture) { addPictures({picture}); }
    void operator()(const CheckBlock &check);
    void operator()(const SignatureBlock &signature);

private:
    [[nodiscard]] QFont font(double size, bool bold = false) const
    {
        return paper::font(size * m_scale, bold);
    }
    /// Lines with a bar at their left.
    void addBarred(const QString &text, const QFont &font, Ink ink, Ink bar, double before);
    void addPictures(const QList<Picture> &row);

    double m_scale;
    Pieces m_pieces;
};

} // namespace

Pieces BlockSetter::set(const QList<Block> &blocks)
{
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const auto *first = std::get_if<Picture>(&blocks[i]);
        const auto *second = i + 1 < blocks.size() ? std::get_if<Picture>(&blocks[i + 1]) : nullptr;
        if (first != nullptr && second != nullptr && !first->wide && !second->wide) {
            addPictures({*first, *second});
            ++i;
            continue;
        }
        std::visit(*this, blocks[i]);
    }
    return std::move(m_pieces);
}

void BlockSetter::operator()(const Paragraph &paragraph)
{
    const bool isCode = paragraph.tone == Tone::Code;
    const std::size_t begin = m_pieces.size();
    if (isCode) {
        const SetText text(paragraph.text, paper::fixedFont(7.5 * m_scale),
                           paper::kContentWidth - 2 * kCardPad);
        for (int i = 0; i < text.lines(); ++i) {
            Piece piece;
            const double top = i == 0 ? 4 : 0;
            piece.height = text.lineHeight() + top + (i + 1 == text.lines() ? 4 : 0);
            piece.before = i == 0 ? 6 : 0;
            piece.ground = paper::color(Ink::Panel);
            piece.paint = [text, i, top](QPainter &painter, double x, double y) {
                text.paintLine(painter, i, x + kCardPad, y + top, paper::color(Ink::Text));
            };
            m_pieces.push_back(std::move(piece));
        }
        return;
    }
    const bool isMuted = paragraph.tone == Tone::Muted;
    addText(m_pieces, paragraph.text,
            font(isMuted ? kSmall : kBody, paragraph.tone == Tone::Strong),
            paper::color(isMuted ? Ink::Muted : Ink::Text), 5 * m_scale);
    if (m_pieces.size() > begin && paragraph.text.endsWith(QLatin1Char(':'))) {
        m_pieces.back().keepWithNext = true; // with what it speaks of
    }
}

void BlockSetter::operator()(const SubHeading &heading)
{
    addText(m_pieces, heading.text, font(10.5, true), paper::color(Ink::Text), 14 * m_scale);
    m_pieces.back().keepWithNext = true;
}

void BlockSetter::operator()(const LabelledBlock &labelled)
{
    constexpr double kLabel = 96;
    const SetText label(labelled.label, font(kBody), kLabel - 8);
    const SetText text(labelled.text, font(kBody), paper::kContentWidth - kLabel);
    Piece piece;
    piece.height = std::max(label.height(), text.height());
    piece.before = 12 * m_scale;
    piece.paint = [=](QPainter &painter, double x, double y) {
        label.paint(painter, x, y, paper::color(Ink::Muted));
        text.paint(painter, x + kLabel, y, paper::color(Ink::Text));
    };
    m_pieces.push_back(std::move(piece));
}

void BlockSetter::operator()(const ListBlock &list)
{
    constexpr double kIndent = 12;
    for (const QString &item : list.items) {
        const SetText text(item, font(kBody), paper::kContentWidth - kIndent);
        for (int i = 0; i < text.lines(); ++i) {
            Piece piece;
            piece.height = text.lineHeight();
            piece.before = i == 0 ? 3 * m_scale : 0;
            piece.paint = [=](QPainter &painter, double x, double y) {
                if (i == 0) {
                    painter.setPen(Qt::NoPen);
                    painter.setBrush(paper::color(Ink::Muted));
                    painter.drawEllipse(QPointF(x + 4, y + text.lineHeight() / 2), 1.4, 1.4);
                }
                text.paintLine(painter, i, x + kIndent, y, paper::color(Ink::Text));
            };
            m_pieces.push_back(std::move(piece));
        }
    }
}

void BlockSetter::addBarred(const QString &text, const QFont &font, Ink ink, Ink bar, double before)
{
    constexpr double kLeft = 10;
    const SetText lines(text, font, paper::kContentWidth - kLeft);
    for (int i = 0; i < lines.lines(); ++i) {
        Piece piece;
        const double top = i == 0 ? before : 0;
        piece.height = lines.lineHeight() + top; // the bar goes through the space
        piece.bar = paper::color(bar);
        piece.keepWithNext = lines.lines() <= 12;
        piece.paint = [=](QPainter &painter, double x, double y) {
            lines.paintLine(painter, i, x + kLeft, y + top, paper::color(ink));
        };
        m_pieces.push_back(std::move(piece));
    }
}

void BlockSetter::operator()(const CheckBlock &check)
{
    const std::size_t begin = m_pieces.size();
    const QString remark = check.cls + QStringLiteral(" · ") + check.id;
    constexpr double kLeft = 10;
    const QString verdict = check.mark + QStringLiteral("  ") + check.verdict;
    const SetText mark(verdict, font(9, true), 120);
    const double markWidth = SetText::widthOf(verdict, font(9, true)) + 10;
    const double remarkWidth = std::min(SetText::widthOf(remark, font(7.5)) + 2, 200.0);
    const SetText title(check.title, font(9, true),
                        paper::kContentWidth - kLeft - markWidth - remarkWidth - 8);
    const SetText right(remark, font(7.5), remarkWidth, Align::Right);
    Piece head;
    head.height = title.height();
    head.bar = paper::color(check.ink);
    head.keepWithNext = true;
    head.paint = [=, ink = check.ink](QPainter &painter, double x, double y) {
        mark.paint(painter, x + kLeft, y, paper::color(ink));
        title.paint(painter, x + kLeft + markWidth, y, paper::color(Ink::Text));
        right.paint(painter, x + paper::kContentWidth - remarkWidth, y + 1.5,
                    paper::color(Ink::Muted));
    };
    m_pieces.push_back(std::move(head));
    addBarred(check.sentence, font(9), Ink::Text, check.ink, 1);
    if (!check.proof.isEmpty()) {
        addBarred(check.proof, font(9, true), Ink::Text, check.ink, 2);
    }
    QStringList facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            facts << QStringLiteral("%1: %2").arg(label, value);
        }
    };
    add(ReportText::tr("Must be"), check.expected);
    add(ReportText::tr("Is"), check.actual);
    add(ReportText::tr("Rows"), check.rowsNote);
    if (!facts.isEmpty()) {
        addBarred(facts.join(QStringLiteral("    ")), font(8.5), Ink::Muted, check.ink, 2);
    }
    if (!check.sql.isEmpty()) {
        addBarred(check.sql, paper::fixedFont(7 * m_scale), Ink::Muted, check.ink, 3);
    }
    m_pieces[begin].before = 9 * m_scale;
    m_pieces.back().keepWithNext = false;
}

void addText(Pieces &pieces, const QString &text, const QFont &font, const QColor &color,
             double before)
{
    const SetText lines(text, font, paper::kContentWidth);
    for (int i = 0; i < lines.lines(); ++i) {
        Piece piece;
        piece.height = lines.lineHeight();
        piece.before = i == 0 ? before : 0;
        piece.keepWithNext = i == 0 && lines.lines() > 1; // no line alone at the foot
        piece.paint = [=](QPainter &painter, double x, double y) {
            lines.paintLine(painter, i, x, y, color);
        };
        pieces.push_back(std::move(piece));
    }
}

void addChapterTitle(Pieces &pieces, const QString &title)
{
    const std::size_t begin = pieces.size();
    addText(pieces, title, paper::font(14, true), paper::color(Ink::Text), 26);
    for (std::size_t i = begin; i < pieces.size(); ++i) {
        pieces[i].keepWithNext = true;
    }
    pieces[begin].chapter = title;
}

Pieces piecesOf(const QList<Block> &blocks, double scale)
{
    return BlockSetter(scale).set(blocks);
}

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

void BlockSetter::addPictures(const QList<Picture> &row)
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
    for (const Picture &picture : row) {
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
