// SPDX-License-Identifier: MIT
// Proves that things stand where they belong: the words of a table's header over its cells, every
// line of an empty page, every tile beside the panel of the demo in a small window.

#include "drawn_texts.h"
#include "shown_texts.h"
#include "test_program.h"
#include "ui/live/tile.h"
#include "ui/widgets/empty_page.h"
#include "window_test.h"

#include <QHeaderView>
#include <QImage>
#include <QStandardItemModel>
#include <QTableView>

namespace tst_layout {

using namespace stampede;

namespace {

/// How far from the left edge of that part of a widget the first ink is, and from the right edge
/// the last.
struct InkEdges
{
    int left = -1;
    int right = -1;
};

InkEdges inkIn(QWidget *widget, const QRect &part)
{
    const QImage image = widget->grab(part).toImage().convertToFormat(QImage::Format_RGB32);
    InkEdges edges;
    const int middle = image.height() / 2;
    for (int x = 0; x < image.width(); ++x) {
        // The lines of text only: a frame is at the edge.
        for (int y = middle - 4; y < middle + 4; ++y) {
            if (image.pixel(x, y) != image.pixel(0, middle)) {
                edges.left = edges.left < 0 ? x : edges.left;
                edges.right = image.width() - 1 - x;
                break;
            }
        }
    }
    return edges;
}

/// The same words in a header and in the cell below, at that side.
void fill(QStandardItemModel &model, Qt::Alignment side)
{
    model.setColumnCount(1);
    model.setHorizontalHeaderItem(0, new QStandardItem(QStringLiteral("HHH")));
    model.appendRow(new QStandardItem(QStringLiteral("HHH")));
    model.horizontalHeaderItem(0)->setTextAlignment(side | Qt::AlignVCenter);
    model.item(0)->setTextAlignment(side | Qt::AlignVCenter);
}

} // namespace

class TestLayout : public test::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void headersStandOverTheirCells_data();
    void headersStandOverTheirCells();
    void anEmptyPageShowsAllItsLines();
    void tilesBesideTheDemo_data();
    void tilesBesideTheDemo();
};

void TestLayout::headersStandOverTheirCells_data()
{
    QTest::addColumn<Qt::Alignment>("side");
    QTest::newRow("left") << Qt::Alignment(Qt::AlignLeft);
    QTest::newRow("right") << Qt::Alignment(Qt::AlignRight);
}

void TestLayout::headersStandOverTheirCells()
{
    QFETCH(const Qt::Alignment, side);
    QStandardItemModel model;
    fill(model, side);
    int tables = 0;
    // With the look that a page gives its table, and words whose edges are known.
    const auto ofPages = m_window->findChildren<QTableView *>();
    for (const QTableView *ofPage : ofPages) {
        QTableView view(ofPage->parentWidget());
        view.setStyleSheet(ofPage->styleSheet());
        view.setShowGrid(ofPage->showGrid());
        view.verticalHeader()->hide();
        view.setModel(&model);
        view.setColumnWidth(0, 160);
        view.resize(200, 100);
        view.ensurePolished();
        auto *header = view.horizontalHeader();
        const InkEdges above = inkIn(header->viewport(), {0, 0, 160, header->height()});
        const InkEdges below =
            inkIn(view.viewport(), view.visualRect(model.index(0, 0)).adjusted(0, 2, 0, -2));
        QVERIFY(above.left > 0 && below.left > 0);
        const int apart =
            side == Qt::AlignLeft ? above.left - below.left : above.right - below.right;
        QVERIFY2(std::abs(apart) <= 1,
                 qPrintable(QStringLiteral("%1: %2 pixels").arg(test::pathOf(ofPage)).arg(apart)));
        ++tables;
    }
    QVERIFY(tables >= 5);
}

void TestLayout::anEmptyPageShowsAllItsLines()
{
    EmptyPage page(QStringLiteral("Every run is kept here until you delete it. ").repeated(8));
    page.addAction(QStringLiteral("Run"));
    page.resize(800, 400);
    page.show();
    QCOMPARE(test::cutOffTexts(page), QStringList());
    const auto labels = page.findChildren<QLabel *>();
    QCOMPARE(labels.size(), 1);
    QVERIFY(labels[0]->height() > 3 * labels[0]->fontMetrics().lineSpacing());
    QVERIFY(page.rect().contains(labels[0]->geometry()));
}

void TestLayout::tilesBesideTheDemo_data()
{
    QTest::addColumn<QString>("preset");
    QTest::newRow("few") << QStringLiteral("hundred-users");
    QTest::newRow("large figures") << QStringLiteral("open-door");
}

void TestLayout::tilesBesideTheDemo()
{
    QFETCH(const QString, preset);
    m_window->resize(1024, 720);
    m_window->openDemo();
    QVERIFY(m_session->load(preset, nullptr));
    m_session->setStandIn(std::nullopt);
    m_session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning() && m_session->record() != nullptr, 60'000);
    m_window->showPage(Page::Live);
    QCoreApplication::processEvents();
    QVERIFY(child<QWidget>("demoPanel")->isVisible());
    int seen = 0;
    const auto tiles = m_window->findChildren<Tile *>();
    for (Tile *tile : tiles) {
        if (!tile->isVisible()) {
            continue;
        }
        ++seen;
        QVERIFY(tile->parentWidget()->rect().contains(tile->geometry()));
        for (const Tile *other : tiles) {
            QVERIFY(other == tile || !other->isVisible() ||
                    !other->geometry().intersects(tile->geometry()));
        }
        const QStringList cut = test::cutOffTexts(*tile);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
    QVERIFY(seen >= 7);
}

} // namespace tst_layout

STAMPEDE_TEST(tst_layout::TestLayout)
#include "tst_layout.moc"
