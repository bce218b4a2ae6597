// SPDX-License-Identifier: MIT
#include "print/block_pieces.h"
#include "print/set_text.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

constexpr double kGap = 14;
constexpr double kPad = 2.5; // above and below a line
constexpr int kKeptTogether = 12;
constexpr qsizetype kMostOfCell = 200; // a line that is wider than the sheet is broken anyway
constexpr double kMostOfWord = 180;    // and so is a word that is wider than this

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

/// How wide a column would like to be, and how wide it has to be so that no word of it is broken.
struct Demand
{
    double natural = 0;
    double least = 0;
};

double longestWord(const QString &text, const QFont &font)
{
    double widest = 0;
    for (const QString &word : text.left(kMostOfCell).split(QLatin1Char(' '))) {
        widest = std::max(widest, SetText::widthOf(word, font));
    }
    return widest;
}

std::vector<Demand> demandsOf(const TableBlock &table, double scale)
{
    const qsizetype count = table.head.isEmpty()
                                ? (table.rows.isEmpty() ? 0 : table.rows.first().size())
                                : table.head.size();
    const QFont font = paper::font(8.5 * scale);
    const QFont bold = paper::font(8.5 * scale, true);
    std::vector<Demand> demands(static_cast<std::size_t>(count));
    for (qsizetype i = 0; i < count; ++i) {
        Demand &demand = demands[static_cast<std::size_t>(i)];
        demand = {SetText::widthOf(table.head.value(i), bold),
                  longestWord(table.head.value(i), bold)};
        for (const QStringList &row : table.rows) {
            const QString cell = row.value(i).left(kMostOfCell);
            const double natural = SetText::widthOf(cell, font);
            // What is no wider than a word of before needs no more room than that.
            if (natural > demand.least) {
                demand.least = std::max(demand.least, longestWord(cell, font));
            }
            demand.natural = std::max(demand.natural, natural);
        }
        demand.natural += 1;
        demand.least = std::min({demand.least + 1, demand.natural, kMostOfWord});
    }
    return demands;
}

double leastOf(const std::vector<Demand> &demands)
{
    double sum = 0;
    for (const Demand &demand : demands) {
        sum += demand.least;
    }
    return sum;
}

/// Shares the room among wishes: small ones are met, the others share evenly what is left.
std::vector<double> shared(const std::vector<double> &wishes, double room)
{
    double left = room;
    std::size_t sharing = wishes.size();
    std::vector<bool> settled(wishes.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (!settled[i] && wishes[i] <= left / static_cast<double>(sharing)) {
                settled[i] = true;
                left -= wishes[i];
                --sharing;
                changed = sharing > 0;
            }
        }
    }
    std::vector<double> shares;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        shares.push_back(
            settled[i] ? wishes[i] : left / static_cast<double>(std::max<std::size_t>(sharing, 1)));
    }
    return shares;
}

/// Smaller where words would have to be broken else, down to what can still be read.
double fittingScale(const TableBlock &table, double width, double scale)
{
    for (const double factor : {1.0, 0.92, 0.85, 0.78}) {
        const std::vector<Demand> demands = demandsOf(table, scale * factor);
        const double gaps = kGap * std::max(static_cast<double>(demands.size()) - 1, 0.0);
        if (leastOf(demands) + gaps <= width) {
            return scale * factor;
        }
    }
    return scale;
}

} // namespace

std::vector<TableColumn> columnsOf(const TableBlock &table, double width, double scale)
{
    const std::vector<Demand> demands = demandsOf(table, scale);
    const double gaps = kGap * std::max(static_cast<double>(demands.size()) - 1, 0.0);
    const double room = std::max(width - gaps, 0.0);
    std::vector<double> widths(demands.size(), 0.0);
    std::vector<double> wishes;
    double left = room;
    if (leastOf(demands) <= room) { // no word has to be broken
        for (std::size_t i = 0; i < demands.size(); ++i) {
            widths[i] = demands[i].least;
            left -= demands[i].least;
        }
    }
    for (std::size_t i = 0; i < demands.size(); ++i) {
        wishes.push_back(demands[i].natural - widths[i]);
    }
    const std::vector<double> more = shared(wishes, left);
    std::vector<TableColumn> columns;
    double x = 0;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        const double own = widths[i] + more[i];
        columns.push_back({x, own, table.figures && i > 0});
        x += own + kGap;
    }
    return columns;
}

void addTable(Pieces &pieces, const TableBlock &table, double given)
{
    const double scale = fittingScale(table, paper::kContentWidth, given);
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
