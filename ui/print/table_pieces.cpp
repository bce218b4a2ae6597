#include "print/block_pieces.h"
#include "print/set_text.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

constexpr double kGap = 14;
constexpr double kPad = 2.5; // above and below a line
constexpr int kKeptTogether = 12;

void paintRule(QPainter &painter, double x, double y, double width)
{
    painter.setPen(QPen(paper::color(Ink::Border), 0.5));
    painter.drawLine(QPointF(x, y), QPointF(x + width, y));
}

/// The cells of one line of a table, as pieces of one line of text each.
Pieces rowPieces(const QStringList &cells, const std::vector<TableColumn> &columns, double width,
                 bool isHead, bool firstIsMuted, double scale)
{
    const QFont font = paper::font(8.5 * scale, isHead);
    auto texts = std::make_shared<std::vector<SetText>>();
    int lines = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        texts->emplace_back(cells.value(static_cast<qsizetype>(i)), font, columns[i].width,
                            columns[i].right ? Align::Right : Align::Left);
        lines = std::max(lines, texts->back().lines());
    }
    const double lineHeight = texts->empty() ? 10 : texts->front().lineHeight();
    Pieces pieces;
    for (int line = 0; line < lines; ++line) {
        const bool isFirst = line == 0;
        const bool isLast = line + 1 == lines;
        Piece piece;
        piece.height = lineHeight + (isFirst ? kPad : 0) + (isLast ? kPad : 0);
        piece.keepWithNext = !isLast && lines <= kKeptTogether;
        piece.paint = [=](QPainter &painter, double x, double y) {
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const bool muted = isHead || (firstIsMuted && i == 0);
                (*texts)[i].paintLine(painter, line, x + columns[i].x, y + (isFirst ? kPad : 0),
                                      paper::color(muted ? Ink::Muted : Ink::Text));
            }
            if (isLast) {
                paintRule(painter, x, y + lineHeight + (isFirst ? kPad : 0) + kPad, width);
            }
        };
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace

std::vector<TableColumn> columnsOf(const TableBlock &table, double width, double scale)
{
    const qsizetype count = table.head.isEmpty()
                                ? (table.rows.isEmpty() ? 0 : table.rows.first().size())
                                : table.head.size();
    const QFont font = paper::font(8.5 * scale);
    const QFont bold = paper::font(8.5 * scale, true);
    std::vector<double> natural(static_cast<std::size_t>(count), 0.0);
    for (qsizetype i = 0; i < count; ++i) {
        auto &widest = natural[static_cast<std::size_t>(i)];
        widest = SetText::widthOf(table.head.value(i), bold);
        for (const QStringList &row : table.rows) {
            // A line that is wider than the sheet is broken anyway.
            widest = std::max(widest, SetText::widthOf(row.value(i).left(200), font));
        }
        widest += 1;
    }
    const double room = width - kGap * static_cast<double>(std::max<qsizetype>(count - 1, 0));
    // Narrow columns get what they need, the others share what is left.
    double left = room;
    std::size_t sharing = natural.size();
    std::vector<bool> settled(natural.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < natural.size(); ++i) {
            if (!settled[i] && natural[i] <= left / static_cast<double>(sharing)) {
                settled[i] = true;
                left -= natural[i];
                --sharing;
                changed = sharing > 0;
            }
        }
    }
    std::vector<TableColumn> columns;
    double x = 0;
    for (std::size_t i = 0; i < natural.size(); ++i) {
        const double own =
            settled[i] ? natural[i] : left / static_cast<double>(std::max<std::size_t>(sharing, 1));
        columns.push_back({x, own, table.figures && i > 0});
        x += own + kGap;
    }
    return columns;
}

void addTable(Pieces &pieces, const TableBlock &table, double scale)
{
    const std::vector<TableColumn> columns = columnsOf(table, paper::kContentWidth, scale);
    if (columns.empty()) {
        return;
    }
    const double width = columns.back().x + columns.back().width;
    std::shared_ptr<const Piece> head;
    const std::size_t begin = pieces.size();
    if (!table.head.isEmpty()) {
        Pieces lines = rowPieces(table.head, columns, width, true, false, scale);
        for (Piece &line : lines) {
            line.keepWithNext = true;
        }
        if (lines.size() == 1) {
            head = std::make_shared<const Piece>(lines.front());
        }
        std::move(lines.begin(), lines.end(), std::back_inserter(pieces));
    }
    for (const QStringList &row : table.rows) {
        Pieces lines = rowPieces(row, columns, width, false, table.head.isEmpty(), scale);
        for (Piece &line : lines) {
            line.head = head;
        }
        std::move(lines.begin(), lines.end(), std::back_inserter(pieces));
    }
    if (pieces.size() > begin) {
        pieces[begin].before = 6 * scale;
    }
}

} // namespace stampede
