// SPDX-License-Identifier: MIT
// Proves: figures are written with the locale's separators, a share is never rounded to none or
// all, and lengths of time carry the decimals that their size deserves.

#include "test_program.h"
#include "text/number_text.h"

#include <QLocale>
#include <QtTest>

#include <limits>

namespace tst_number_text {

using namespace stampede;

class NumberText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void counts();
    void choosesByNumber();
    void percents_data();
    void percents();
    void times_data();
    void times();
};

void NumberText::counts()
{
    QCOMPARE(text::count(0), QStringLiteral("0"));
    QCOMPARE(text::count(1096), QStringLiteral("1,096"));
    QCOMPARE(text::count(-97), QStringLiteral("\u221297"));
    QCOMPARE(text::count(std::numeric_limits<std::int64_t>::min()),
             QStringLiteral("\u22129,223,372,036,854,775,808"));
    QCOMPARE(text::plain(1096), QStringLiteral("1096"));
}

void NumberText::choosesByNumber()
{
    const QString one = QStringLiteral("person");
    const QString many = QStringLiteral("people");
    QCOMPARE(text::plural(1, one, many), one);
    QCOMPARE(text::plural(0, one, many), many);
    QCOMPARE(text::plural(2, one, many), many);
}

void NumberText::percents_data()
{
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("written");
    QTest::newRow("none") << qint64(0) << qint64(7) << QStringLiteral("0");
    QTest::newRow("of nothing") << qint64(0) << qint64(0) << QStringLiteral("0");
    QTest::newRow("all") << qint64(7) << qint64(7) << QStringLiteral("100");
    QTest::newRow("nearly none") << qint64(1) << qint64(1'000'000) << QStringLiteral("< 0.1");
    QTest::newRow("nearly all") << qint64(999'999) << qint64(1'000'000) << QStringLiteral("> 99.9");
    QTest::newRow("all but one") << qint64(1095) << qint64(1096) << QStringLiteral("99.9");
    QTest::newRow("little") << qint64(12) << qint64(1096) << QStringLiteral("1.1");
    QTest::newRow("much") << qint64(996) << qint64(1096) << QStringLiteral("90.9");
    QTest::newRow("between") << qint64(1) << qint64(3) << QStringLiteral("33");
}

void NumberText::percents()
{
    QFETCH(qint64, part);
    QFETCH(qint64, whole);
    QTEST(text::percent(part, whole), "written");
}

void NumberText::times_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QString>("latency");
    QTest::addColumn<QString>("seconds");
    const auto row = [](const char *name, qint64 ns, const char *duration, const char *latency,
                        const char *seconds) {
        QTest::newRow(name) << ns << QString::fromLatin1(duration) << QString::fromLatin1(latency)
                            << QString::fromLatin1(seconds);
    };
    row("below 10 ms", 420'000, "0.42 ms", "0.42", "0.000");
    row("below 100 ms", 37'240'000, "37 ms", "37.2", "0.037");
    row("below a second", 370'000'000, "370 ms", "370", "0.370");
    row("above a second", 1'203'400'000, "1.203 s", "1,203", "1.203");
}

void NumberText::times()
{
    QFETCH(qint64, ns);
    QTEST(text::duration(ns), "duration");
    QTEST(text::latencyMs(static_cast<double>(ns)), "latency");
    QTEST(text::seconds(ns), "seconds");
}

} // namespace tst_number_text

STAMPEDE_TEST(tst_number_text::NumberText)
#include "tst_number_text.moc"
