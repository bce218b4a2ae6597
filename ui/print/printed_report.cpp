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

/// Title and subtitle, and the remark in the corner.
void addHead(Pieces &pieces, const Report &report)
{
    const QFont small = paper::font(8);
    const double remarkWidth = SetText::widthOf(report.remark, small) + 2;
    const SetText title(report.title, paper::font(18, true),
                        paper::kContentWidth - remarkWidth - 8);
    const SetText remark(report.remark, small, remarkWidth, Align::Right);
    Piece piece;
    piece.height = title.height();
    piece.paint = [=](QPainter &painter, double x, double y) {
        title.paint(painter, x, y, paper::color(Ink::Text));
        remark.paint(painter, x + paper::kContentWidth - remarkWidth, y + 6,
                     paper::color(Ink::Muted));
    };
    pieces.push_back(std::move(piece));
    addText(pieces, report.subtitle, paper::font(10), paper::color(Ink::Muted), 4);
}

/// Page one on one sheet, whatever the record holds: smaller where it has to be.
Pieces conclusionPieces(const Report &report, const ReportChapter &chapter)
{
    Pieces pieces;
    for (const double scale : {1.0, 0.92, 0.85, 0.78, 0.7, 0.6}) {
        pieces.clear();
        addHead(pieces, report);
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
    Pieces rest;
    for (const ReportChapter &chapter : report.chapters) {
        if (chapter.chapter == Chapter::Conclusion) {
            addPages(conclusionPieces(report, chapter));
            continue;
        }
        m_entries->push_back({chapter.title, 0});
        addChapterTitle(rest, chapter.title);
        Pieces body = piecesOf(chapter.blocks, 1);
        std::move(body.begin(), body.end(), std::back_inserter(rest));
    }
    if (!rest.empty() || m_pages.empty()) {
        Pieces all;
        if (m_pages.empty()) {
            addHead(all, report);
        }
        if (m_entries->size() > 1) {
            Pieces contents = contentsPieces();
            std::move(contents.begin(), contents.end(), std::back_inserter(all));
        }
        std::move(rest.begin(), rest.end(), std::back_inserter(all));
        addPages(all);
    }
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
    std::size_t chapter = 0;
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
            (*m_entries)[chapter++].page = static_cast<int>(m_pages.size());
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
