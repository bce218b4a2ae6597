// SPDX-License-Identifier: MIT
#include "test_program.h"
#include "ui/scenario/answer_rules.h"
#include "ui/scenario/rule_model.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWindow>

namespace tst_rule_drag {

using namespace stampede;

/// With the mouse, as a hand does it. On a platform that can drag, which "offscreen" cannot.
class TestRuleDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRuleIsDraggedDown();
    void aRuleIsDraggedUp();
    void droppedOutsideItStays();

private:
    /// Takes the rule in that row and lets it go at `to`, in the coordinates of the viewport.
    void drag(int row, const QPoint &to);
    /// The statuses of the rules in their order, and how often each decided.
    QString order() const;

    std::unique_ptr<RuleModel> m_model;
    std::unique_ptr<RuleView> m_view;
};

void TestRuleDrag::init()
{
    m_model = std::make_unique<RuleModel>();
    QJsonArray rules;
    for (const auto &[status, outcome] :
         {std::pair(200, "issued"), {409, "already_issued"}, {410, "out_of_stock"}}) {
        rules.append(QJsonObject{{QStringLiteral("status"), status},
                                 {QStringLiteral("outcome"), QLatin1String(outcome)}});
    }
    m_model->show(rules, {20, 4, 1});
    m_view = std::make_unique<RuleView>(*m_model);
    m_view->resize(600, 200);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QCOMPARE(order(), QStringLiteral("200×20 409×4 410×1"));
}

void TestRuleDrag::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QString TestRuleDrag::order() const
{
    QStringList rules;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString hits = m_model->index(row).data(RuleModel::HitsRole).toString();
        rules << QStringLiteral("%1×%2").arg(
            QString::number(m_model->rules().at(row).toObject()[QLatin1String("status")].toInt()),
            hits.section(QLatin1Char(' '), 0, 0));
    }
    return rules.join(QLatin1Char(' '));
}

void TestRuleDrag::drag(int row, const QPoint &to)
{
    QWindow *window = m_view->windowHandle();
    QWidget *viewport = m_view->viewport();
    const auto inWindow = [&](const QPoint &point) { return viewport->mapTo(m_view.get(), point); };
    const QPoint from = m_view->visualRect(m_model->index(row)).center();
    // The drag has an event loop of its own, which these end.
    QList<QPoint> way;
    constexpr int kSteps = 6;
    for (int step = 1; step <= kSteps; ++step) {
        way << from + (to - from) * step / kSteps;
    }
    constexpr int kPause = 20;
    int due = 0;
    for (const QPoint &point : way) {
        QTimer::singleShot(due += kPause, this,
                           [&, point] { QTest::mouseMove(window, inWindow(point)); });
    }
    bool released = false;
    QTimer::singleShot(due + kPause, this, [&] {
        QTest::mouseRelease(window, Qt::LeftButton, {}, inWindow(to));
        released = true;
    });
    QTest::mousePress(window, Qt::LeftButton, {}, inWindow(from));
    QTRY_VERIFY(released);
}

void TestRuleDrag::aRuleIsDraggedDown()
{
    QSignalSpy reordered(m_model.get(), &RuleModel::reordered);
    const QRect last = m_view->visualRect(m_model->index(2));
    drag(0, {last.center().x(), last.bottom()});
    QTRY_COMPARE(order(), QStringLiteral("409×4 410×1 200×20"));
    QCOMPARE(reordered.count(), 1);
}

void TestRuleDrag::aRuleIsDraggedUp()
{
    const QRect second = m_view->visualRect(m_model->index(1));
    drag(2, {second.center().x(), second.top()});
    QTRY_COMPARE(order(), QStringLiteral("200×20 410×1 409×4"));
}

void TestRuleDrag::droppedOutsideItStays()
{
    QSignalSpy reordered(m_model.get(), &RuleModel::reordered);
    drag(0, {-40, -40});
    QTest::qWait(50);
    QCOMPARE(order(), QStringLiteral("200×20 409×4 410×1"));
    QCOMPARE(reordered.count(), 0);
}

} // namespace tst_rule_drag

STAMPEDE_TEST(tst_rule_drag::TestRuleDrag)
#include "tst_rule_drag.moc"
