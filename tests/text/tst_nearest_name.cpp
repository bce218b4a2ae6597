// SPDX-License-Identifier: MIT
// Proves: a misspelt name finds the one that was meant, a strange one finds nothing, and long input
// costs nothing.

#include "test_program.h"
#include "text/nearest_name.h"

#include <QtTest>

namespace tst_nearest_name {

using namespace stampede;

class NearestName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void NearestName::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("the name itself") << QStringLiteral("stock") << QStringLiteral("stock");
    QTest::newRow("one letter wrong") << QStringLiteral("stxck") << QStringLiteral("stock");
    QTest::newRow("two letters swapped") << QStringLiteral("sotck") << QStringLiteral("stock");
    QTest::newRow("one letter missing") << QStringLiteral("stok") << QStringLiteral("stock");
    QTest::newRow("one letter too many") << QStringLiteral("stoock") << QStringLiteral("stock");
    QTest::newRow("capitals") << QStringLiteral("STOCK") << QStringLiteral("stock");
    QTest::newRow("a third of a long name")
        << QStringLiteral("shraed-iteratoins") << QStringLiteral("shared-iterations");
    QTest::newRow("the nearer of two") << QStringLiteral("stocs") << QStringLiteral("stock");
    QTest::newRow("nothing near") << QStringLiteral("elephant") << QString();
    QTest::newRow("too long to look at") << QString(100'000, QLatin1Char('s')) << QString();
}

void NearestName::finds()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const QStringList names{QStringLiteral("stacks"), QStringLiteral("stock"),
                            QStringLiteral("shared-iterations")};
    QCOMPARE(text::nearestName(typed, names), meant);
    QCOMPARE(text::nearestName(typed, {}), QString());
}

} // namespace tst_nearest_name

STAMPEDE_TEST(tst_nearest_name::NearestName)
#include "tst_nearest_name.moc"
