// SPDX-License-Identifier: MIT
#include "print/printed_report.h"

#include "print/block_pieces.h"
#include "print/set_text.h"
#include "report/report_words.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

double heightOf(const Pieces &pieces)
{
    double height = 0;
    for (const Piece &piece : pieces) {
        height += piece.before + piece.height;
    }
    return height;
}

/// What stands at the top of a sheet: title and subtitle, and a remark in the corner.
struct SheetHead
{
    QString title;
    QString subtitle;
    QString remark;
    double size = 18;  ///< of the title, in points
    QString chapter{}; ///< of the contents, or empty
};

void addHead(Pieces &pieces, const SheetHead &head)
{
    const QFont small = paper::font(8);
    const double remarkWidth = SetText::widthOf(head.remark, small) + 2;
    const SetText title(head.title, paper::font(head.size, true),
                        paper::kContentWidth - remarkWidth - 8);
    const SetText remark(head.remark, small, remarkWidth, Align::Right);
    Piece piece;
    piece.chapter = head.chapter;
    piece.height = title.height();
    piece.paint = [=](QPainter &painter, double x, double y) {
        title.paint(painter, x, y, paper::color(Ink::Text));
        remark.paint(painter, x + paper::kContentWidth - remarkWidth, y + 6,
                     paper::color(Ink::Muted));
    };
    pieces.push_back(std::move(piece));
    addText(pieces, head.subtitle, paper::font(10), paper::color(Ink::Muted), 4);
}

SheetHead headOf(const Report &report)
{
    return {report.title, report.subtitle, report.remark};
}

/// One sheet, whatever the record holds: smaller where it has to be.
Pieces sheetPieces(const SheetHead &head, const ReportChapter &chapter)
{
    Pieces pieces;
    for (const double scale : {1.0, 0.92, 0.85, 0.78, 0.7, 0.6}) {
        pieces.clear();
        addHead(pieces, head);
        Pieces body = piecesOf(chapter.blocks, scale);
        std::move(body.begin(), body.end(), std::back_inserter(pieces));
        if (heightOf(pieces) <= paper::kContentHeight) {
            break;
        }
    }
    return pieces;
}

} // namespace

PrintedReport::PrintedReport(const Report &report)
    : m_footer(report.footer)
    , m_pageWords(ReportText::tr("page %1 of %2"))
{
    for (const ReportChapter &chapter : report.chapters) {
        if (!chapter.title.isEmpty()) {
            m_entries->push_back({chapter.title, 0});
        }
    }
    Pieces rest;
    for (const ReportChapter &chapter : report.chapters) {
        if (chapter.sheet) {
            addFlowing(rest, report);
            constexpr double kFurtherSheets = 14;
            addPages(sheetPieces(m_pages.empty()
                                     ? headOf(report)
                                     : SheetHead{chapter.title, chapter.subtitle, report.remark,
                                                 kFurtherSheets, chapter.title},
                                 chapter));
            continue;
        }
        if (!chapter.title.isEmpty()) {
            addChapterTitle(rest, chapter.title);
        }
        Pieces body = piecesOf(chapter.blocks, 1);
        std::move(body.begin(), body.end(), std::back_inserter(rest));
    }
    addFlowing(rest, report);
    if (m_pages.empty()) {
        Pieces head;
        addHead(head, headOf(report));
        addPages(head);
    }
}

void PrintedReport::addFlowing(Pieces &pieces, const Report &report)
{
    if (pieces.empty()) {
        return;
    }
    Pieces all;
    if (m_pages.empty()) {
        addHead(all, headOf(report));
    }
    if (m_entries->size() > 1 && !m_hasContents) {
        Pieces contents = contentsPieces();
        std::move(contents.begin(), contents.end(), std::back_inserter(all));
        m_hasContents = true;
    }
    std::move(pieces.begin(), pieces.end(), std::back_inserter(all));
    pieces.clear();
    addPages(all);
}

Pieces PrintedReport::contentsPieces() const
{
    Pieces pieces;
    addText(pieces, ReportText::tr("Contents"), paper::font(10.5, true), paper::color(Ink::Text),
            0);
    for (std::size_t i = 0; i < m_entries->size(); ++i) {
        const SetText title((*m_entries)[i].title, paper::font(9.5), paper::kContentWidth - 40);
        Piece piece;
        piece.height = title.lineHeight();
        piece.before = i == 0 ? 4 : 1;
        // The page is known when everything has its place.
        piece.paint = [entries = m_entries, i, title](QPainter &painter, double x, double y) {
            const Entry &entry = (*entries)[i];
            const SetText page(QString::number(entry.page), paper::font(9.5), 30, Align::Right);
            title.paint(painter, x, y, paper::color(Ink::Text));
            page.paint(painter, x + paper::kContentWidth - 30, y, paper::color(Ink::Text));
            QPen dots(paper::color(Ink::Border), 0.8, Qt::DotLine);
            painter.setPen(dots);
            const double from = SetText::widthOf(entry.title, paper::font(9.5)) + 6;
            const double base = y + title.lineHeight() * 0.75;
            painter.drawLine(QPointF(x + from, base), QPointF(x + paper::kContentWidth - 22, base));
        };
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void PrintedReport::addPages(const Pieces &pieces)
{
    m_pages.emplace_back();
    double y = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        // What has to stay together with the next pieces goes to the next page with them, unless
        // all of it is more than a page.
        double needed = 0;
        std::size_t end = i;
        do {
            needed += pieces[end].height + (end == i ? 0 : pieces[end].before);
        } while (pieces[end].keepWithNext && ++end < pieces.size());
        const Piece &piece = pieces[i];
        const double before = y > 0 ? piece.before : 0;
        const bool fits = y + before + needed <= paper::kContentHeight;
        const bool isHopeless =
            needed > paper::kContentHeight && y + before + piece.height <= paper::kContentHeight;
        if (y > 0 && !fits && !isHopeless) {
            m_pages.emplace_back();
            y = 0;
            if (piece.head) {
                m_pages.back().push_back({*piece.head, 0});
                y = piece.head->height;
            }
        }
        double top = y + (y > 0 && !m_pages.back().empty() ? piece.before : 0);
        if (piece.atFoot) {
            top = std::max(top, paper::kContentHeight - piece.height);
        }
        if (!piece.chapter.isEmpty()) {
            (*m_entries)[m_placedEntries++].page = static_cast<int>(m_pages.size());
        }
        m_pages.back().push_back({piece, top});
        y = top + piece.height;
    }
}

void PrintedReport::paint(QPainter &painter, int index) const
{
    const double left = paper::kSide;
    for (const Placed &placed : m_pages[static_cast<std::size_t>(index)]) {
        const double top = paper::kTop + placed.y;
        const QRectF place(left, top, paper::kContentWidth, placed.piece.height);
        if (placed.piece.ground.isValid()) {
            painter.fillRect(place, placed.piece.ground);
        }
        if (placed.piece.bar.isValid()) {
            painter.fillRect(QRectF(left, top, 2.5, placed.piece.height), placed.piece.bar);
        }
        placed.piece.paint(painter, left, top);
    }
    const QString words = m_footer + QStringLiteral(" · ") +
                          m_pageWords.arg(QString::number(index + 1), QString::number(pageCount()));
    const SetText footer(words, paper::font(8), paper::kContentWidth, Align::Right);
    footer.paint(painter, left, paper::kHeight - 40, paper::color(Ink::Muted));
}

QImage PrintedReport::image(int index, int pixels) const
{
    const double scale = pixels / paper::kWidth;
    QImage image(pixels, static_cast<int>(std::lround(paper::kHeight * scale)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter, index);
    return image;
}

} // namespace stampede
