// SPDX-License-Identifier: MIT
// Proves that a language is found by its code and by the environment, that choosing one changes
// texts, Qt's own and figures at once, and that texts are set in columns of a terminal whatever
// their letters.

#include "test_program.h"
#include "text/columns.h"
#include "text/language.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

namespace tst_language {

using namespace stampede;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyLanguage(Language::English); }
    void codesAndNames();
    void environmentDecides_data();
    void environmentDecides();
    void everyTextFollows();
    void scopesMayBeNested();
    void wideLettersTakeTwoColumns();
};

void TestLanguage::codesAndNames()
{
    for (const Language language : allLanguages()) {
        QCOMPARE(languageOf(codeOf(language)), std::optional(language));
        QVERIFY(!nameOf(language).isEmpty());
    }
    QCOMPARE(codeOf(Language::English), QStringLiteral("en"));
    QCOMPARE(codeOf(Language::Korean), QStringLiteral("ko"));
    QVERIFY(!languageOf(QStringLiteral("kr")));
    QVERIFY(!languageOf(QString()));
}

void TestLanguage::environmentDecides_data()
{
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("lang");
    QTest::addColumn<QString>("code");
    QTest::newRow("C") << QByteArray("C.UTF-8") << QByteArray() << QStringLiteral("en");
    QTest::newRow("Korean") << QByteArray("ko_KR.UTF-8") << QByteArray() << QStringLiteral("ko");
    QTest::newRow("LANG") << QByteArray() << QByteArray("ko_KR.UTF-8") << QStringLiteral("ko");
    QTest::newRow("LC_ALL first") << QByteArray("en_GB.UTF-8") << QByteArray("ko_KR.UTF-8")
                                  << QStringLiteral("en");
    QTest::newRow("another one") << QByteArray("de_DE.UTF-8") << QByteArray()
                                 << QStringLiteral("en");
    QTest::newRow("none") << QByteArray() << QByteArray() << QStringLiteral("en");
}

void TestLanguage::environmentDecides()
{
    QFETCH(QByteArray, all);
    QFETCH(QByteArray, lang);
    QFETCH(QString, code);
    const QByteArray names[] = {"LC_ALL", "LANG", "LC_MESSAGES", "LANGUAGE"};
    QList<QByteArray> before;
    for (const QByteArray &name : names) {
        before << qgetenv(name.constData());
        qunsetenv(name.constData());
    }
    qputenv("LC_ALL", all);
    qputenv("LANG", lang);
    const Language found = systemLanguage();
    for (qsizetype i = 0; i < before.size(); ++i) {
        qputenv(names[i].constData(), before[i]);
    }
    QCOMPARE(codeOf(found), code);
}

void TestLanguage::everyTextFollows()
{
    const auto said = [] { return QCoreApplication::translate("RecordText", "Everything held"); };
    const auto ofQt = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
    QCOMPARE(said(), QStringLiteral("Everything held"));
    applyLanguage(Language::Korean);
    QCOMPARE(currentLanguage(), Language::Korean);
    QCOMPARE(said(), QStringLiteral("정합성 이상 없음"));
    QCOMPARE(ofQt(), QStringLiteral("취소"));
    QCOMPARE(QLocale().language(), QLocale::Korean);
    QCOMPARE(text::count(100'000'000), QStringLiteral("100,000,000"));
    QCOMPARE(text::plain(100'000'000), QStringLiteral("100000000"));
    applyLanguage(Language::English);
    QCOMPARE(said(), QStringLiteral("Everything held"));
    QCOMPARE(ofQt(), QStringLiteral("Cancel"));
    QCOMPARE(text::count(1'096), QStringLiteral("1,096"));
}

void TestLanguage::scopesMayBeNested()
{
    const auto said = [] { return QCoreApplication::translate("RecordText", "Everything held"); };
    applyLanguage(Language::English);
    {
        const LanguageScope outer(Language::Korean);
        {
            const LanguageScope inner(Language::English);
            QCOMPARE(spokenLanguage(), Language::English);
            QCOMPARE(said(), QStringLiteral("Everything held"));
        }
        QCOMPARE(spokenLanguage(), Language::Korean);
        QCOMPARE(said(), QStringLiteral("정합성 이상 없음"));
    }
    QCOMPARE(said(), QStringLiteral("Everything held"));
}

void TestLanguage::wideLettersTakeTwoColumns()
{
    QCOMPARE(text::columnsOf(QStringLiteral("issued ·")), 8);
    QCOMPARE(text::columnsOf(QStringLiteral("발급됨 1")), 8);
    QCOMPARE(text::padded(QStringLiteral("남음"), 6), QStringLiteral("남음  "));
    QCOMPARE(text::paddedBefore(QStringLiteral("남음"), 6), QStringLiteral("  남음"));
    QCOMPARE(text::padded(QStringLiteral("남음"), 3), QStringLiteral("남음"));
    QCOMPARE(text::cutTo(QStringLiteral("발급됨"), 5), QStringLiteral("발급"));
    QCOMPARE(text::cutTo(QStringLiteral("발급됨"), 6), QStringLiteral("발급됨"));
    QCOMPARE(text::cutTo(QStringLiteral("left"), 2), QStringLiteral("le"));
}

} // namespace tst_language

STAMPEDE_TEST(tst_language::TestLanguage)
#include "tst_language.moc"
