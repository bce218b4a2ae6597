// SPDX-License-Identifier: MIT
// Proves that the table of requests sorts and filters a long history, says so as a model should,
// and shows a request without an answer as under way until it was given up.

#include "test_program.h"
#include "ui/live/request_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>
#include <vector>

namespace tst_request_model {

using namespace stampede;

class TestRequestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyRequestsInTheTable();
    void peopleWhoAreTexts();
    void underWayUntilGivenUp();
};

void TestRequestModel::manyRequestsInTheTable()
{
    // A million rows are read where they lie; their order is made in the background.
    auto history = std::make_shared<std::vector<Operation>>(60'000);
    for (std::size_t i = 0; i < history->size(); ++i) {
        Operation &each = (*history)[i];
        each.invokedNs = static_cast<std::int64_t>(i) * 1000;
        each.returnedNs = each.invokedNs + 500;
        each.user = static_cast<std::int64_t>(i * 7919 % 1000);
        each.outcome = i % 3 == 0 ? Outcome::Issued : Outcome::OutOfStock;
    }
    RequestModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHistory(history, 60'000'000);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 60'000, 60'000);
    model.sort(RequestModel::User, Qt::DescendingOrder);
    model.setFilter({}, {Outcome::Issued});
    QTRY_VERIFY_WITH_TIMEOUT(!model.isBusy() && model.rowCount() == 20'000, 60'000);
    for (int row = 1; row < model.rowCount(); ++row) {
        if (model.operation(row - 1).user < model.operation(row).user) {
            QFAIL("not in order");
        }
    }
    model.setHistory(nullptr, 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestRequestModel::peopleWhoAreTexts()
{
    auto history = std::make_shared<std::vector<Operation>>(3);
    for (std::size_t i = 0; i < history->size(); ++i) {
        (*history)[i].invokedNs = static_cast<std::int64_t>(i);
        (*history)[i].user = static_cast<std::int64_t>(i) + 1;
    }
    const auto people = PersonDirectory::from(
        {1, 2, 3}, {QStringLiteral("park@x"), QStringLiteral("kim@x"), QStringLiteral("2")});
    QVERIFY(people.has_value());
    RequestModel model;
    model.setHistory(history, 10, *people);
    const auto shown = [&model] {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names << model.index(row, RequestModel::User).data().toString();
        }
        return names.join(QLatin1Char(' '));
    };
    QCOMPARE(shown(), QStringLiteral("park@x kim@x 2"));
    model.sort(RequestModel::User, Qt::AscendingOrder);
    QCOMPARE(shown(), QStringLiteral("2 kim@x park@x"));
    model.setFilter(QStringLiteral("KIM"), {});
    QCOMPARE(shown(), QStringLiteral("kim@x"));
    model.setFilter(QStringLiteral("2"), {}); // somebody's name, nobody's number
    QCOMPARE(shown(), QStringLiteral("2"));
}

void TestRequestModel::underWayUntilGivenUp()
{
    auto history = std::make_shared<std::vector<Operation>>(2);
    history->at(0).invokedNs = 0; // no answer; the same person asks again at 4 ms
    history->at(1).invokedNs = 4'000'000;
    history->at(1).returnedNs = 9'000'000;
    history->at(1).outcome = Outcome::Issued;
    const auto moments = std::make_shared<const RunMoments>(history, 10'000'000);
    RequestModel model;
    model.setHistory(history, 10'000'000);
    const auto answer = [&model](int row) {
        return model.index(row, RequestModel::Answer).data().toString();
    };
    const auto told = [&](std::int64_t positionNs, int rows, const QString &first) {
        model.setPosition(positionNs, moments);
        QTRY_COMPARE(model.rowCount(), rows);
        QVERIFY2(answer(0).endsWith(first), qPrintable(answer(0)));
    };
    told(3'999'999, 1, QStringLiteral("…"));
    told(4'000'000, 2, QStringLiteral("No answer"));
    QCOMPARE(answer(1), QStringLiteral("…"));
    told(10'000'000, 2, QStringLiteral("No answer"));
    QVERIFY(answer(1).contains(QStringLiteral("Issued")));
}

} // namespace tst_request_model

STAMPEDE_TEST(tst_request_model::TestRequestModel)
#include "tst_request_model.moc"
