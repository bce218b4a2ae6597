// SPDX-License-Identifier: MIT
#include "picture/ledger_drawing.h"

#include "picture/drawing_text.h"
#include "text/number_text.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

using text::count;

constexpr double kWidth = 760;
constexpr double kHeight = 78;
constexpr double kBase = 28; // of the large figures
constexpr double kLarge = 26;
constexpr double kSmall = 13;
constexpr double kBarTop = 48;
constexpr double kBarHeight = 16;

struct Part
{
    std::int64_t figure = 0;
    QString words;
    Ink ink = Ink::Text;
    bool filled = true; ///< else an outline: these coupons are still there
};

std::vector<DrawPoint> shield()
{
    return {{12, 1},  {21, 4}, {21, 11}, {19, 16}, {16, 20},
            {12, 23}, {8, 20}, {5, 16},  {3, 11},  {3, 4}};
}

std::vector<DrawPoint> octagon()
{
    return {{8, 1}, {16, 1}, {23, 8}, {23, 16}, {16, 23}, {8, 23}, {1, 16}, {1, 8}};
}

} // namespace

QString ledgerWords(const LedgerBlock &ledger)
{
    const QString line = ledger.drift == 0
                             ? DrawingText::tr("%1 at start = %2 written + %3 left, drift %4")
                             : DrawingText::tr("%1 at start ≠ %2 written + %3 left, drift %4");
    return line.arg(count(ledger.initial), count(ledger.written), count(ledger.left),
                    count(ledger.drift));
}

Drawing ledgerDrawing(const LedgerBlock &ledger)
{
    Drawing drawing;
    drawing.width = kWidth;
    drawing.height = kHeight;
    const bool holds = ledger.drift == 0;
    const std::array parts = {
        Part{ledger.initial, DrawingText::tr("at start"), Ink::OutOfStock, true},
        Part{ledger.written, DrawingText::tr("written"), Ink::Issued, true},
        Part{ledger.left, DrawingText::tr("left"), Ink::OutOfStock, false}};
    constexpr std::array kStarts = {0.0, 230.0, 450.0};
    constexpr double kRoom = 150;
    const double most = static_cast<double>(
        std::max({ledger.initial, ledger.written, ledger.left, std::int64_t{1}}));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        const QString figure = count(part.figure);
        drawing.add(TextShape{{kStarts[i], kBase}, figure, kLarge, Anchor::Start, Ink::Text, true});
        drawing.add(TextShape{{kStarts[i] + 1.25 * estimatedWidth(figure, kLarge) + 6, kBase},
                              part.words,
                              kSmall,
                              Anchor::Start,
                              Ink::Muted});
        const double width = std::max(
            kRoom * static_cast<double>(std::max<std::int64_t>(part.figure, 0)) / most, 0.0);
        if (width > 0) {
            drawing.add(RectsShape{{{kStarts[i], kBarTop, width, kBarHeight}},
                                   part.filled ? part.ink : Ink::None,
                                   Fill::Solid,
                                   part.filled ? Ink::None : part.ink});
        }
    }
    const Ink sign = holds ? Ink::Held : Ink::Damage;
    drawing.add(TextShape{{190, kBase},
                          holds ? QStringLiteral("=") : QStringLiteral("≠"),
                          kLarge,
                          Anchor::Middle,
                          sign,
                          true});
    drawing.add(
        TextShape{{415, kBase}, QStringLiteral("+"), kLarge, Anchor::Middle, Ink::Muted, true});
    drawing.add(TextShape{{kWidth, kBase},
                          DrawingText::tr("drift %1").arg(count(ledger.drift)),
                          kSmall + 2,
                          Anchor::End,
                          sign,
                          true});
    return drawing;
}

Ink verdictInk(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Violation:
        return Ink::Damage;
    case RunVerdict::Thresholds:
        return Ink::Warning;
    case RunVerdict::Pass:
        return Ink::Held;
    case RunVerdict::Inconclusive:
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
        return Ink::Muted;
    }
    return Ink::Muted;
}

Drawing verdictDrawing(RunVerdict verdict)
{
    Drawing drawing;
    drawing.width = 24;
    drawing.height = 24;
    const Ink ink = verdictInk(verdict);
    const DrawPoint middle{12, 12};
    switch (verdict) {
    case RunVerdict::Pass:
        drawing.add(PolygonShape{shield(), ink});
        drawing.add(LineShape{{{7.5, 11.5}, {11, 15}, {17, 8}}, Ink::Paper, 2.2});
        break;
    case RunVerdict::Violation:
        drawing.add(PolygonShape{octagon(), ink});
        drawing.add(LineShape{{{8, 8}, {16, 16}}, Ink::Paper, 2.4});
        drawing.add(LineShape{{{16, 8}, {8, 16}}, Ink::Paper, 2.4});
        break;
    case RunVerdict::Thresholds:
        drawing.add(CircleShape{middle, 11, ink});
        drawing.add(LineShape{{{6, 16}, {18, 16}}, Ink::Paper, 2});
        drawing.add(LineShape{{{12, 16}, {17, 8}}, Ink::Paper, 2});
        break;
    case RunVerdict::Inconclusive:
        drawing.add(CircleShape{middle, 10.5, Ink::None, ink});
        drawing.add(TextShape{{12, 17}, QStringLiteral("?"), 14, Anchor::Middle, ink, true});
        break;
    case RunVerdict::Invalid:
        drawing.add(RectsShape{{{2, 8, 20, 8}}, Ink::None, Fill::Solid, ink});
        drawing.add(LineShape{{{3, 21}, {21, 3}}, ink, 1.6});
        break;
    case RunVerdict::Aborted:
        drawing.add(RectsShape{{{3, 3, 18, 18}}, Ink::None, Fill::Solid, ink});
        drawing.add(RectsShape{{{9, 9, 6, 6}}, ink});
        break;
    }
    return drawing;
}

} // namespace stampede
