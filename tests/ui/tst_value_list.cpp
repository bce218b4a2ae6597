// SPDX-License-Identifier: MIT
// Proves that values which people type with commas between are read as they are meant, and written
// so that they are read back as the same.

#include "test_program.h"
#include "ui/scenario/value_list.h"

#include <QTest>

namespace tst_value_list {

using namespace stampede;

class TestValueList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data();
    void typed();
    void writtenIsReadBack();
};

void TestValueList::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("values");
    const auto add = [](const char *text, const QStringList &values) {
        QTest::newRow(text) << QString::fromUtf8(text) << values;
    };
    const QString a = QStringLiteral("a");
    const QString none = QStringLiteral("");
    add("", {});
    add(" , ,", {});
    add("a", {a});
    add(" a , b c,", {a, QStringLiteral("b c")});
    add("발급, 취소", {QStringLiteral("발급"), QStringLiteral("취소")});
    add("NULL, null", {QString(), QString()});
    add("\"NULL\"", {QStringLiteral("NULL")});
    add("\"\", a", {none, a});
    add("\"a, b\" , a", {QStringLiteral("a, b"), a});
    add("\" a\"", {QStringLiteral(" a")});
    add("\"say \"\"a\"\"\"", {QStringLiteral("say \"a\"")});
    add("5\" pipe", {QStringLiteral("5\" pipe")});
    add("\"never ended, a", {QStringLiteral("never ended, a")});
}

void TestValueList::typed()
{
    QFETCH(QString, text);
    QFETCH(QStringList, values);
    const QStringList read = valuesFrom(text);
    QCOMPARE(read, values);
    for (qsizetype i = 0; i < values.size(); ++i) {
        QCOMPARE(read[i].isNull(), values[i].isNull());
    }
}

void TestValueList::writtenIsReadBack()
{
    const QStringList parts = {QStringLiteral("a"), QStringLiteral(","),    QStringLiteral("\""),
                               QStringLiteral(" "), QStringLiteral("null"), QStringLiteral("한")};
    // Every text of up to three parts, in a list with NULL and the one before it.
    QStringList all = {QStringLiteral("")};
    for (qsizetype from = 0, length = 0; length < 3; ++length) {
        const qsizetype end = all.size();
        for (; from < end; ++from) {
            for (const QString &part : parts) {
                all << all[from] + part;
            }
        }
    }
    QCOMPARE(all.size(), 1 + 6 + 36 + 216);
    for (qsizetype i = 1; i < all.size(); ++i) {
        const QStringList values = {all[i - 1], QString(), all[i]};
        const QStringList read = valuesFrom(textOfValues(values));
        QCOMPARE(read, values);
        QVERIFY(read[1].isNull() && !read[0].isNull() && !read[2].isNull());
    }
}

} // namespace tst_value_list

STAMPEDE_TEST(tst_value_list::TestValueList)
#include "tst_value_list.moc"
