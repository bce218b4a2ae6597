#include "print/block_pieces.h"

#include "print/block_setter.h"
#include "print/set_text.h"
#include "report/report_words.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

using namespace setter_sizes;

Pieces BlockSetter::set(const QList<Block> &blocks)
{
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const auto *first = std::get_if<PictureBlock>(&blocks[i]);
        const auto *second =
            i + 1 < blocks.size() ? std::get_if<PictureBlock>(&blocks[i + 1]) : nullptr;
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

} // namespace stampede
