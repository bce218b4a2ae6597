// Proves that the table of requests sorts and filters a long history, and says so as a model
// should.

#include "ui/live/request_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>
#include <vector>

using namespace stampede;

class TestRequestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyRequestsInTheTable();
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

QTEST_MAIN(TestRequestModel)
#include "tst_request_model.moc"
