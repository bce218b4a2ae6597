// SPDX-License-Identifier: MIT
// Proves that the ledger is the same on the screen and on paper: what is left is hollow on both,
// also where there is little room, and a negative figure has a true minus.

#include "picture/ledger_drawing.h"
#include "report/report.h"
#include "test_program.h"
#include "ui/audit/ledger_paint.h"
#include "ui/look/theme.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

namespace tst_ledger {

using namespace stampede;

namespace {

LedgerBlock ledgerOf(std::int64_t initial, std::int64_t written, std::int64_t left)
{
    LedgerBlock ledger;
    ledger.initial = initial;
    ledger.written = written;
    ledger.left = left;
    ledger.drift = initial - written - left;
    return ledger;
}

template<typename Wanted>
std::vector<Wanted> shapesOf(const Drawing &drawing)
{
    std::vector<Wanted> found;
    for (const Shape &shape : drawing.shapes) {
        if (const auto *wanted = std::get_if<Wanted>(&shape)) {
            found.push_back(*wanted);
        }
    }
    return found;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftIsHollow_data();
    void whatIsLeftIsHollow();
    void paperHasTheColoursOfTheWindow();
    void minusIsAMinus();
};

void TestLedger::whatIsLeftIsHollow_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << 620;
    QTest::newRow("wide") << 1400;
    QTest::newRow("very wide") << 3000;
}

void TestLedger::whatIsLeftIsHollow()
{
    QFETCH(const int, width);
    Theme::apply(ThemeMode::Light);
    const Theme &theme = Theme::current();
    StateFigures state;
    state.initialStock = 200;
    state.newRows = 100;
    state.remaining = 100;
    state.drift = 0;
    QImage image(width, 70, QImage::Format_RGB32);
    image.fill(theme.panel);
    QPainter painter(&image);
    paintLedger(painter, QRectF(0, 0, width, 70), state, QGuiApplication::font(), theme);
    painter.end();
    // Below the words: what is left begins after the last pixel of what was written.
    const auto isLike = [&image](int x, int y, const QColor &color) {
        const QColor found = image.pixelColor(x, y);
        return qAbs(found.red() - color.red()) + qAbs(found.green() - color.green()) +
                   qAbs(found.blue() - color.blue()) <
               60;
    };
    int begin = 0;
    for (int x = 0; x < width; ++x) {
        begin = isLike(x, 50, theme.issued) ? x + 2 : begin;
    }
    int first = 0;
    int end = 0;
    for (int x = begin; x < width; ++x) {
        if (!isLike(x, 50, theme.panel)) {
            first = first == 0 ? x : first;
            end = x;
        }
    }
    QVERIFY(begin > 0 && end > first + 10);
    int inked = 0;
    int all = 0;
    for (int x = first; x <= end; ++x) {
        for (int y = 30; y < 66; ++y) {
            inked += isLike(x, y, theme.panel) ? 0 : 1;
            ++all;
        }
    }
    QVERIFY2(inked * 2 < all, qPrintable(QStringLiteral("%1 of %2").arg(inked).arg(all)));
}

void TestLedger::paperHasTheColoursOfTheWindow()
{
    const auto bars = shapesOf<RectsShape>(ledgerDrawing(ledgerOf(200, 100, 100)));
    QCOMPARE(bars.size(), std::size_t{3});
    QCOMPARE(bars[0].ink, Ink::OutOfStock);
    QCOMPARE(bars[1].ink, Ink::Issued);
    QCOMPARE(bars[2].ink, Ink::None); // hollow
    QCOMPARE(bars[2].edge, Ink::OutOfStock);
}

void TestLedger::minusIsAMinus()
{
    const LedgerBlock ledger = ledgerOf(200, 1096, 187);
    QVERIFY(ledgerWords(ledger).endsWith(QStringLiteral("drift −1,083")));
    bool found = false;
    for (const TextShape &text : shapesOf<TextShape>(ledgerDrawing(ledger))) {
        QVERIFY(!text.text.contains(QLatin1Char('-')));
        found = found || text.text == QStringLiteral("drift −1,083");
    }
    QVERIFY(found);
}

} // namespace tst_ledger

STAMPEDE_TEST(tst_ledger::TestLedger)
#include "tst_ledger.moc"
