// SPDX-License-Identifier: MIT
// Proves over real runs that a finished one says in another language what it said in its own, the
// audit too, and that back in its own every sentence is as it was; in an archive as well.

#include "run_support.h"

#include "diagnosis/relocalised.h"
#include "record/verdict.h"
#include "test_program.h"
#include "text/language.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_relocalised {

using namespace stampede;
using test::preset;

class TestRelocalised : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyLanguage(Language::English); }
    void everySentenceFollows_data();
    void everySentenceFollows();
    void nothingButSentencesChanges();
    void othersStayAsTheyAre();
};

namespace {

std::shared_ptr<const RunRecord> made(const Scenario &scenario)
{
    auto result = test::run(scenario);
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::make_shared<const RunRecord>(std::move(result).value());
}

QStringList sentencesOf(const RunRecord &record)
{
    const VerdictText verdict = verdictText(record);
    QStringList sentences = {verdict.word, verdict.sentence, record.diagnosis.headline};
    for (const CheckResult &check : record.audit->checks) {
        sentences << check.title << check.explanation << check.proof << check.expected
                  << check.actual;
    }
    for (const Hypothesis &each : record.diagnosis.hypotheses) {
        sentences << each.statement << each.evidence << each.advice;
    }
    for (const PredictionNote &note : record.prediction.notes) {
        sentences << note.text;
    }
    return sentences + record.generator.reasons;
}

} // namespace

void TestRelocalised::everySentenceFollows_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"hundred-users", "open-door", "quiet-damage", "sold-out"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestRelocalised::everySentenceFollows()
{
    QFETCH(const QString, name);
    applyLanguage(Language::English);
    const auto english = made(preset(name));
    QCOMPARE(english->audit->language, QStringLiteral("en"));
    applyLanguage(Language::Korean);
    const auto korean = relocalised(english);
    QCOMPARE(korean->audit->language, QStringLiteral("ko"));
    static const QRegularExpression words(QStringLiteral("[a-z]{3,} [a-z]{3,}"));
    const QStringList told = sentencesOf(*korean);
    static const QRegularExpression limits(QStringLiteral("\"[a-z_]+ [a-z]+[<>=][^\"]*\""));
    static const QRegularExpression commands(QStringLiteral("`[^`]*`"));
    for (QString sentence : told) {
        sentence.remove(limits);
        sentence.remove(commands);
        QVERIFY2(!sentence.contains(words), qPrintable(sentence));
    }
    applyLanguage(Language::English);
    const auto again = relocalised(korean);
    const QStringList before = sentencesOf(*english);
    const QStringList after = sentencesOf(*again);
    QCOMPARE(after, before);
}

void TestRelocalised::nothingButSentencesChanges()
{
    applyLanguage(Language::English);
    const auto english = made(preset(QStringLiteral("open-door")));
    {
        const LanguageScope scope(Language::Korean);
        const auto korean = relocalised(english);
        QVERIFY(korean->diagnosis.headline != english->diagnosis.headline);
        QCOMPARE(korean->verdict, english->verdict);
        QCOMPARE(korean->historySha256, english->historySha256);
        QCOMPARE(korean->audit->verdict, english->audit->verdict);
        for (qsizetype i = 0; i < english->audit->checks.size(); ++i) {
            const CheckResult &then = english->audit->checks[i];
            const CheckResult &now = korean->audit->checks[i];
            QCOMPARE(now.id, then.id);
            QCOMPARE(now.verdict, then.verdict);
            QCOMPARE(now.rowCount, then.rowCount);
            QCOMPARE(now.rows, then.rows);
            QVERIFY(now.explanation.isEmpty() || now.explanation != then.explanation);
        }
    }
    QCOMPARE(relocalised(english), english); // in its own language it is the same one
}

void TestRelocalised::othersStayAsTheyAre()
{
    applyLanguage(Language::English);
    const auto english = made(preset(QStringLiteral("latch-100-vs-10")));
    auto older = std::make_shared<RunRecord>(*english); // as a version before this one kept it
    older->audit->language.clear();
    older->audit->inOther.clear();
    auto withoutHistory = std::make_shared<RunRecord>(*english);
    withoutHistory->history.reset();
    applyLanguage(Language::Korean);
    QCOMPARE(relocalised(withoutHistory)->diagnosis.headline, english->diagnosis.headline);
    const auto told = relocalised(older);
    QVERIFY(told->diagnosis.headline != english->diagnosis.headline);
    QCOMPARE(told->audit->checks.constFirst().explanation,
             english->audit->checks.constFirst().explanation);
    QCOMPARE(relocalised(nullptr), nullptr);
}

} // namespace tst_relocalised

STAMPEDE_TEST(tst_relocalised::TestRelocalised)
#include "tst_relocalised.moc"
