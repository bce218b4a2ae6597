// SPDX-License-Identifier: MIT
// Proves what the picture of the hot row shows at first sight: the crowd and not the one who came
// last, all of a mark, words that nothing lies over, and lines that are no tangle.

#include "test_program.h"
#include "ui/hot_row/race_view.h"
#include "ui/hot_row/row_chart.h"
#include "ui/hot_row/row_joins.h"
#include "ui/hot_row/row_legend.h"
#include "ui/hot_row/row_overview.h"
#include "ui/look/theme.h"

#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

namespace tst_row_picture {

using namespace stampede;

namespace {

constexpr std::int64_t kPart = 1'000'000; ///< ns that an ordinary request takes

std::shared_ptr<RunRecord> recordOf(const std::vector<Operation> &history)
{
    auto record = std::make_shared<RunRecord>();
    record->history = std::make_shared<std::vector<Operation>>(history);
    for (const Operation &operation : history) {
        ++record->outcomes.byOutcome[indexOf(operation.outcome)];
    }
    return record;
}

std::vector<Operation> requests(int count, Outcome outcome)
{
    std::vector<Operation> history;
    for (int i = 0; i < count; ++i) {
        Operation operation;
        operation.user = i + 1;
        operation.request = static_cast<std::uint32_t>(i);
        operation.invokedNs = i;
        operation.returnedNs = kPart + i;
        operation.outcome = outcome;
        history.push_back(operation);
    }
    return history;
}

/// `count` people who have all read the same value.
RowScene sceneOfReaders(std::uint32_t count)
{
    RowScene scene;
    scene.lengthNs = count;
    for (std::uint32_t i = 0; i < count; ++i) {
        RowBar bar;
        bar.user = i + 1;
        bar.readNs = i;
        bar.endNs = count;
        bar.use.sameValue = i > 0 ? i - 1 : RowUse::kNobody;
        bar.sameNext = i + 1 < count ? i + 1 : RowUse::kNobody;
        scene.bars.push_back(bar);
    }
    return scene;
}

/// How many lines are drawn of that many readers, all of them in view.
std::size_t linesOf(std::uint32_t readers, std::uint32_t chosen)
{
    const RowScene scene = sceneOfReaders(readers);
    std::vector<std::uint32_t> rows(readers);
    std::vector<std::int32_t> rowOf(readers);
    for (std::uint32_t i = 0; i < readers; ++i) {
        rows[i] = i;
        rowOf[i] = static_cast<std::int32_t>(i);
    }
    RowPainting painting{.scene = scene,
                         .rows = rows,
                         .rowOf = rowOf,
                         .geometry = {},
                         .current = chosen,
                         .font = {}};
    painting.geometry.body = QRectF(0, 0, 400, 4000);
    painting.geometry.rowHeight = 3;
    painting.geometry.toNs = readers;
    QImage image(400, 400, QImage::Format_RGB32);
    QPainter painter(&image);
    return paintJoins(painter, painting, 0, readers - 1);
}

} // namespace

class TestRowPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSightIsOfTheCrowd();
    void moreRowsThanFitCanBeScrolled();
    void captionKeepsClearOfTheWindow();
    void legendHasWhatThePictureHas();
    void manyLinesAreThinnedOut();
    void peopleAreCalledAsTheRecordCallsThem();
};

void TestRowPicture::peopleAreCalledAsTheRecordCallsThem()
{
    RunRecord record = *recordOf(requests(5, Outcome::AlreadyIssued));
    record.userFormat = QStringLiteral("m{userId}");
    const RowScene scene = makeRowScene(record);
    QVERIFY2(oneOf(scene, 1).sentence.startsWith(QStringLiteral("User m2 was answered")),
             qPrintable(oneOf(scene, 1).sentence));
    QVERIFY(describeBar(scene, 1).startsWith(QStringLiteral("user m2 asked")));
    QCOMPARE(partyName(twoOf(scene, 0, 1), 1), QStringLiteral("user m2"));
}

void TestRowPicture::firstSightIsOfTheCrowd()
{
    std::vector<Operation> history = requests(12, Outcome::Issued);
    history[3].returnedNs = 40 * kPart; // somebody who was forgotten
    RowChart chart;
    chart.resize(800, 400);
    chart.show();
    chart.setRecord(recordOf(history));
    QTRY_VERIFY(chart.scene() != nullptr);
    QCOMPARE(chart.fromNs(), 0);
    QVERIFY(chart.toNs() > kPart);
    QVERIFY2(chart.toNs() < 2 * kPart, qPrintable(QString::number(chart.toNs())));
    // All of it is a button away, with room after the last bar.
    chart.fit();
    QVERIFY(chart.toNs() > 40 * kPart);
}

void TestRowPicture::moreRowsThanFitCanBeScrolled()
{
    RowChart chart;
    chart.resize(800, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setRecord(recordOf(requests(60, Outcome::Issued)));
    QTRY_VERIFY(chart.scene() != nullptr);
    QTRY_VERIFY(chart.verticalScrollBar()->isVisible());
    chart.verticalScrollBar()->setValue(chart.verticalScrollBar()->maximum());
    QVERIFY(chart.rowRect(59).bottom() <= chart.viewport()->height());
}

void TestRowPicture::captionKeepsClearOfTheWindow()
{
    RowOverview overview;
    overview.resize(900, 44);
    constexpr qreal kWords = 240;
    for (qreal left = 8; left < 880; left += 20) {
        for (qreal right = left + 10; right < 892; right += 20) {
            const QRectF window(left, 1, right - left, 42);
            const QRectF words = overview.captionPlace(kWords, window);
            for (const qreal edge : {window.left(), window.right()}) {
                QVERIFY2(edge + 6 < words.left() || edge - 6 > words.right(),
                         qPrintable(QStringLiteral("%1 to %2").arg(left).arg(right)));
            }
            QVERIFY(words.left() >= 0 && words.right() <= overview.width());
        }
    }
}

void TestRowPicture::legendHasWhatThePictureHas()
{
    RowLegend legend;
    const int usual = legend.sizeHint().width();
    auto scene =
        std::make_shared<RowScene>(makeRowScene(*recordOf(requests(5, Outcome::AlreadyIssued))));
    scene->insideSeen = true;
    legend.setScene(scene);
    QCOMPARE(legend.refusal(), Outcome::AlreadyIssued);
    const QStringList inside = {QStringLiteral("waiting"), QStringLiteral("holding"),
                                QStringLiteral("commit")};
    for (const QString &word : inside) {
        QVERIFY2(legend.words().contains(word), qPrintable(word));
    }
    auto outside = std::make_shared<RowScene>(*scene); // of a service that nobody saw into
    outside->insideSeen = false;
    legend.setScene(outside);
    for (const QString &word : inside) {
        QVERIFY2(!legend.words().contains(word), qPrintable(word));
    }
    QVERIFY(legend.words().contains(QStringLiteral("under way")));
    legend.setScene(scene);
    QVERIFY(!legend.showsJoins());
    scene->pairs.push_back({0, 1});
    legend.setScene(scene);
    QVERIFY(legend.showsJoins());
    QVERIFY(legend.sizeHint().width() > usual);
}

void TestRowPicture::manyLinesAreThinnedOut()
{
    QCOMPARE(linesOf(200, RowUse::kNobody), std::size_t{199});
    const std::size_t many = linesOf(5000, RowUse::kNobody);
    QVERIFY2(many <= kMostJoins, qPrintable(QString::number(many)));
    QVERIFY(many > kMostJoins / 2);
    // Those of the bar that is chosen are all there.
    QVERIFY(linesOf(5000, 101) > many);
}

} // namespace tst_row_picture

STAMPEDE_TEST(tst_row_picture::TestRowPicture)
#include "tst_row_picture.moc"
