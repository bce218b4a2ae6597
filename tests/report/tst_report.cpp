// SPDX-License-Identifier: MIT
// Proves that a report says what the record holds in every form: page one as it is specified,
// files that need no other and are well-formed whatever the names hold, the columns of a JTL, and
// that nobody can be recognised where pseudonyms are asked for.

#include "formats/csv_report.h"
#include "formats/json_report.h"
#include "formats/spectrum_text.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/repeat_command.h"
#include "report/report.h"
#include "report/report_words.h"
#include "report_record.h"
#include "scenario/scenario_reader.h"
#include "test_program.h"
#include "text/printable_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_report {

using namespace stampede;

namespace {

QSet<Chapter> everyChapter()
{
    QSet<Chapter> chapters = usualChapters();
    chapters.insert(Chapter::Rows);
    return chapters;
}

Report reportOf(const RunRecord &record, bool pseudonyms = false)
{
    ReportOptions options;
    options.chapters = everyChapter();
    options.pseudonyms = pseudonyms;
    return makeReport(pseudonyms ? withPseudonyms(record) : record, options);
}

QString csvOf(const RunRecord &record)
{
    QString text;
    const bool whole = writeCsv(record, [&text](std::string_view block) {
        text += QString::fromUtf8(block.data(), static_cast<qsizetype>(block.size()));
        return true;
    });
    return whole ? text : QString();
}

/// The texts that a reader sees, and what is wrong with the XML.
struct Seen
{
    QString text;
    QString error;
    QStringList references; ///< every attribute that loads something
};

Seen read(const QByteArray &html)
{
    Seen seen;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters) {
            seen.text += xml.text().toString() + QLatin1Char('\n');
        } else if (token == QXmlStreamReader::StartElement) {
            const auto attributes = xml.attributes();
            for (const QXmlStreamAttribute &one : attributes) {
                if (one.name() == QLatin1String("src") || one.name() == QLatin1String("href")) {
                    seen.references << one.value().toString();
                }
            }
        }
    }
    seen.error = xml.hasError() ? xml.errorString() : QString();
    return seen;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void pageOneSaysWhatIsSpecified();
    void chaptersAreThoseChosen();
    void whatIsNotShownFollowsTheRun();
    void fingerprintIsOfTheScenarioAlone();
    void whatIsKnownFromWhere();
    void againSaysWhatItDoes();
    void findingsComeWithTheirRace();
    void htmlNeedsNoOtherFile();
    void hostileNamesAreText_data();
    void hostileNamesAreText();
    void markdownTablesKeepTheirColumns();
    void csvHasTheColumnsOfAJtl();
    void csvCellsAreNoFormulas();
    void pseudonymsLeaveNoId();
    void peopleAreCalledByTheirTexts();
    void aRunIsRepeatedByOneCommand();
    void spectrumEndsWithAll();
    void aMillionRequestsStaySmall();
};

void TestReport::pageOneSaysWhatIsSpecified()
{
    const Report report = reportOf(test::heldRecord());
    QCOMPARE(report.title, QStringLiteral("Coupon issuing under load — integrity audit"));
    QCOMPARE(report.subtitle, QStringLiteral("Three people, four coupons · Promo service, build "
                                             "2.14.0 · QA-1172"));
    QCOMPARE(report.footer, QStringLiteral("run 7f3a91"));
    const QString page = QString::fromUtf8(
        markdownReport(makeReport(test::heldRecord(), {{Chapter::Conclusion}, false, {}, {}})));
    for (const char *words :
         {"**EVERYTHING HELD**",
          "3 of 4 coupons went to 3 people, 1 left. 1 check held, 1 not "
          "applicable.",
          "**4 at start = 3 written + 1 left, drift 0**", "4 of 8 requests were refused, rightly.",
          "would report 63 % failed", "| Issued | 3 | 3 |", "| Already issued | 4 to 5 | 4 |",
          "| Left | 1 | 1 |", "What this report does not show",
          "other coupons, other builds, other days", "Run 7f3a91 · 12 April 2026 14:03:21",
          "seed 42 · MariaDB 10.11.19, repeatable read", "History SHA-256 9c1e…44a0",
          "stampede-cli verify 7f3a91 · stampede-cli verify history.jsonl", "Prepared by",
          "Reviewed by"}) {
        QVERIFY2(page.contains(QString::fromUtf8(words)), words);
    }
}

void TestReport::chaptersAreThoseChosen()
{
    const Report two =
        makeReport(test::heldRecord(), {{Chapter::Why, Chapter::Conclusion}, false, {}, {}});
    QCOMPARE(two.chapters.size(), 2);
    QCOMPARE(two.chapters[0].chapter, Chapter::Conclusion);
    QCOMPARE(two.chapters[1].chapter, Chapter::Why);
    QVERIFY(!usualChapters().contains(Chapter::Rows));
    QCOMPARE(reportOf(test::heldRecord()).chapters.size(), kChapterCount);
}

void TestReport::whatIsNotShownFollowsTheRun()
{
    const auto shown = [](const RunRecord &record) {
        return QString::fromUtf8(
            markdownReport(makeReport(record, {{Chapter::NotShown}, false, {}, {}})));
    };
    RunRecord record = test::heldRecord();
    QVERIFY(shown(record).contains(QStringLiteral("there was one round")));
    QVERIFY(shown(record).contains(QStringLiteral("isolation levels other than repeatable read")));
    QVERIFY(
        shown(record).contains(QStringLiteral("not applicable: “Earlier coupons still there”")));
    QVERIFY(!shown(record).contains(QStringLiteral("a race")));
    record.rounds = 5;
    record.diagnosis.crowd.mostWritersAtOnce = 1;
    record.scenario.target.kind = TargetKind::Http;
    record.audit->state.rowsKnown = false;
    QVERIFY(shown(record).contains(QStringLiteral("beyond these 5 rounds")));
    QVERIFY(shown(record).contains(QStringLiteral("a race: no two requests that wrote met")));
    QVERIFY(shown(record).contains(QStringLiteral("the inside of the service")));
    QVERIFY(shown(record).contains(QStringLiteral("only the answers could be seen")));
}

void TestReport::fingerprintIsOfTheScenarioAlone()
{
    Scenario scenario = test::heldRecord().scenario;
    scenario.target.kind = TargetKind::Http;
    scenario.target.audit.rows = TargetRows::Profile;
    scenario.target.headers = {{QStringLiteral("X-Api-Key"), QStringLiteral("of staging")}};
    const QString before = scenarioFingerprint(scenario);
    // What is kept of it has no secret, and the run has read the stock.
    Scenario kept = withoutSecrets(scenario);
    kept.coupon.stock = 48;
    QCOMPARE(scenarioFingerprint(kept), before);
    kept.seed += 1;
    QVERIFY(scenarioFingerprint(kept) != before);
}

void TestReport::whatIsKnownFromWhere()
{
    const auto said = [](const RunRecord &record) {
        return QString::fromUtf8(
            markdownReport(makeReport(record, {{Chapter::MustComeOut}, false, {}, {}})));
    };
    RunRecord record = test::heldRecord();
    QVERIFY(said(record).contains(QStringLiteral("from the scenario alone")));
    record.prediction.notes = {{QStringLiteral("errors-instead"), QStringLiteral("1020.")}};
    QVERIFY(said(record).contains(QStringLiteral("a setting of the database server")));
    record.scenario.target.kind = TargetKind::Http;
    record.scenario.target.audit.rows = TargetRows::Profile;
    QVERIFY(said(record).contains(QStringLiteral("the profile and what the tables held then")));
    record.prediction.service.stock = PredictedService::Stock::Unknown;
    QVERIFY(said(record).contains(QStringLiteral("| Left | unknown |")));
    record.prediction = {};
    QVERIFY2(said(record).contains(QStringLiteral("Nothing was predicted before this run.")),
             qPrintable(said(record)));
    const QString first = QString::fromUtf8(
        markdownReport(makeReport(record, {{Chapter::Conclusion}, false, {}, {}})));
    QVERIFY2(first.contains(QStringLiteral("| Issued | not predicted | 3 |")), qPrintable(first));
}

void TestReport::againSaysWhatItDoes()
{
    RunRecord record = test::heldRecord();
    QCOMPARE(repeatNeeds(record.scenario), QStringList());
    record.scenario.target.kind = TargetKind::Http;
    record.scenario.target.url = QStringLiteral("https://shop.example/claims");
    record.scenario.target.audit.rows = TargetRows::Profile;
    record.scenario.target.audit.profile = QStringLiteral("shop.profile.json");
    const QString words = repeatNeeds(record.scenario).join(QLatin1Char(' '));
    QVERIFY2(words.contains(QStringLiteral("It asks https://shop.example/claims again")) &&
                 words.contains(QStringLiteral("shop.profile.json")),
             qPrintable(words));
    const QString report =
        QString::fromUtf8(markdownReport(makeReport(record, {{Chapter::Repeat}, false, {}, {}})));
    QVERIFY2(report.contains(QStringLiteral("what is issued then is gone there as well")),
             qPrintable(report));
    record.scenario.target.audit.rows = TargetRows::Serve; // which begins anew each time
    QCOMPARE(repeatNeeds(record.scenario), QStringList());
}

void TestReport::findingsComeWithTheirRace()
{
    const Seen seen = read(htmlReport(reportOf(test::racedRecord())));
    QCOMPARE(seen.error, QString());
    for (const char *words : {"The race", "user 907", "user 4242", "both had read 4",
                              "SELECT quantity … → 4", "COMMIT, row 1", "✗ Broken",
                              "users 907 and 4242 had both read 4", "claim of 4242", "5151"}) {
        QVERIFY2(seen.text.contains(QString::fromUtf8(words)), words);
    }
}

void TestReport::htmlNeedsNoOtherFile()
{
    const QByteArray html = htmlReport(reportOf(test::racedRecord()));
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    const Seen seen = read(html);
    QCOMPARE(seen.error, QString());
    for (const QString &reference : seen.references) {
        QVERIFY2(reference.startsWith(QLatin1String("#chapter-")), qPrintable(reference));
    }
    for (const char *loader :
         {"<script", "<link", "<img", "@import", "http:", "https:", "url(\"", "url('"}) {
        QVERIFY2(!html.contains(loader), loader);
    }
    QCOMPARE(html.count("url("), html.count("url(#"));
    QCOMPARE(html.count("<svg viewBox"), 9); // mark, ledger, six charts, race
    QVERIFY(html.contains("prefers-color-scheme:dark"));
    QVERIFY(html.contains("size:A4"));
    QVERIFY(html.contains("run 7f3a91 · page \" counter(page) \" of \" counter(pages)"));
}

void TestReport::hostileNamesAreText_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
    QTest::newRow("quotes") << QStringLiteral("\"double\" 'single' &amp; </style>");
    QTest::newRow("right to left") << QString::fromUtf8("abc \u202E\u0634\u0631\u0627");
    QTest::newRow("long") << QString(10'240, QLatin1Char('x'));
    QTest::newRow("emoji") << QString::fromUtf8("🎟️ 쿠폰 발급");
    QTest::newRow("control") << QStringLiteral("a%1b%2c").arg(QChar(1)).arg(QChar(0xD800));
    QTest::newRow("markdown") << QStringLiteral("| a | *b* `c` [d](e) \n# f");
}

void TestReport::hostileNamesAreText()
{
    QFETCH(QString, name);
    RunRecord record = test::racedRecord();
    record.scenario.name = name;
    record.scenario.coupon.name = name;
    record.scenario.about.system = name;
    record.audit->checks.last().title = name;
    record.audit->checks.last().sql = name.section(QLatin1Char('\n'), 0, 0);
    const Report report = reportOf(record);
    const QByteArray html = htmlReport(report);
    const Seen seen = read(html);
    QCOMPARE(seen.error, QString());
    QVERIFY(!html.contains("<script"));
    QCOMPARE(html.count("</style>"), 1);
    QString shown = printable(name);
    QVERIFY(seen.text.contains(shown.replace(QLatin1String("\r"), QLatin1String("\n"))));
    const QString markdown = QString::fromUtf8(markdownReport(report));
    QCOMPARE(markdown.count(QStringLiteral("\n# ")), 0); // one heading, and it is the title
    QVERIFY(!markdown.contains(QStringLiteral("<script")) ||
            markdown.contains(QStringLiteral("\\<script")));
    const QString file = safeFileName(name);
    static const QRegularExpression safe(QStringLiteral("^[\\w-]{1,60}$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    QVERIFY2(safe.match(file).hasMatch(), qPrintable(file));
}

void TestReport::markdownTablesKeepTheirColumns()
{
    RunRecord record = test::racedRecord();
    record.scenario.name = QStringLiteral("a | b");
    const QStringList lines =
        QString::fromUtf8(markdownReport(reportOf(record))).split(QLatin1Char('\n'));
    qsizetype columns = 0;
    int tables = 0;
    for (const QString &line : lines) {
        if (!line.startsWith(QLatin1Char('|'))) {
            columns = 0;
            continue;
        }
        static const QRegularExpression bar(QStringLiteral("(?<!\\\\)\\|"));
        tables += columns == 0 ? 1 : 0;
        columns = columns == 0 ? line.count(bar) : columns;
        QVERIFY2(line.count(bar) == columns, qPrintable(line));
    }
    QVERIFY(tables >= 10);
}

void TestReport::csvHasTheColumnsOfAJtl()
{
    RunRecord record = test::racedRecord();
    record.audit->wrongAnswers = {{3, {}}};
    const QStringList lines = csvOf(record).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 9);
    QVERIFY(lines.first().startsWith(QStringLiteral(
        "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
        "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect,"
        "request,user,outcome")));
    const qsizetype columns = lines.first().count(QLatin1Char(','));
    for (const QString &line : lines) {
        QCOMPARE(line.count(QLatin1Char(',')), columns);
    }
    const QString start = QString::number(record.startedAt.toMSecsSinceEpoch());
    QVERIFY(lines[1].startsWith(start + QStringLiteral(",12,issue,200,issued,vu 0,text,true,,")));
    QVERIFY(lines[4].contains(
        QStringLiteral("409,already_issued,vu 3,text,false,the audit found this answer wrong")));
    QVERIFY(lines[5].contains(QStringLiteral("409,already_issued,vu 0,text,true,,")));
    QVERIFY(lines[8].contains(QStringLiteral(",0,issue,,unknown,vu 3,text,false,timeout,")));
}

void TestReport::csvCellsAreNoFormulas()
{
    for (const char *formula : {"=1+1", "+1", "-1", "@x", "\tx", "\rx"}) {
        QVERIFY2(csvCell(QString::fromLatin1(formula)).remove(QLatin1Char('"')).startsWith(u'\''),
                 formula);
    }
    QCOMPARE(csvCell(QStringLiteral("a,\"b\"")), QStringLiteral("\"a,\"\"b\"\"\""));
    QCOMPARE(csvCell(QStringLiteral("plain")), QStringLiteral("plain"));
}

void TestReport::pseudonymsLeaveNoId()
{
    RunRecord record = test::racedRecord();
    record.scenario.users.pick = Pick::Fixed;
    record.scenario.users.fixedUser = 907;
    record.prediction.notes = {
        {QStringLiteral("ids-missing"), QStringLiteral("2 ids do not exist (first: 5151).")}};
    const RunRecord hidden = withPseudonyms(record);
    const Report report = reportOf(record, true);
    const QString forms =
        QString::fromUtf8(htmlReport(report) + markdownReport(report) + resultFile(hidden)) +
        csvOf(hidden);
    static const QRegularExpression anyId(QStringLiteral("\\b(907|4242|5151)\\b"));
    const auto found = anyId.match(forms);
    QVERIFY2(!found.hasMatch(),
             qPrintable(forms.mid(std::max<qsizetype>(found.capturedStart() - 60, 0), 120)));
    // In the order of the first request, the same everywhere.
    QVERIFY(forms.contains(QStringLiteral("users A1 and A2 had both read 4")));
    QVERIFY(forms.contains(QStringLiteral("Most: user A3 with 2")));
    QVERIFY(forms.contains(QStringLiteral("(first: A3)")));
    QCOMPARE(report.remark, QStringLiteral("with pseudonyms"));
    QCOMPARE(hidden.history->at(1).user, 2);
}

void TestReport::peopleAreCalledByTheirTexts()
{
    RunRecord record = test::racedRecord();
    std::vector<std::int64_t> people;
    for (const Operation &operation : *record.history) {
        people.push_back(operation.user);
    }
    const auto nameOf = [](std::int64_t person) {
        return person == 907 ? QStringLiteral("kim, \"q\"@x.org")
                             : QStringLiteral("3f2a-%1").arg(person);
    };
    record.people = PersonDirectory::of(people, nameOf).value();
    CheckResult &check = record.audit->checks.first();
    check.explanation = QStringLiteral("Most: user 3f2a-4242 with 2.");
    const QString csv = csvOf(record);
    QVERIFY2(csv.contains(QStringLiteral(",\"kim, \"\"q\"\"@x.org\",")), qPrintable(csv));
    QVERIFY(csv.contains(QStringLiteral(",3f2a-4242,")));
    const RunRecord hidden = withPseudonyms(record);
    QVERIFY(!csvOf(hidden).contains(QStringLiteral("3f2a")));
    QVERIFY(!csvOf(hidden).contains(QStringLiteral("kim")));
    const auto number =
        std::find_if(record.history->begin(), record.history->end(),
                     [](const Operation &operation) { return operation.user == 4242; });
    const std::int64_t alias =
        hidden.history->at(static_cast<std::size_t>(number - record.history->begin())).user;
    QCOMPARE(hidden.audit->checks.first().explanation,
             QStringLiteral("Most: user A%1 with 2.").arg(alias));
}

void TestReport::aRunIsRepeatedByOneCommand()
{
    const auto preset = loadScenario(QStringLiteral("hundred-users"));
    QVERIFY(preset.ok());
    Scenario scenario = preset.value();
    scenario.about.tester = QStringLiteral("somebody");
    QCOMPARE(repeatCommand(scenario), QStringLiteral("stampede-cli run hundred-users --seed 42"));
    scenario.load.vus = 7;
    scenario.seed = 9;
    QCOMPARE(repeatCommand(scenario),
             QStringLiteral("stampede-cli run hundred-users --seed 9 --set load.vus=7"));
}

void TestReport::spectrumEndsWithAll()
{
    const RunRecord record = test::heldRecord();
    const QByteArray text = spectrumText(*record.history);
    QVERIFY(text.startsWith("       Value     Percentile TotalCount 1/(1-Percentile)\n\n"));
    QVERIFY(text.contains("      12.000 1.000000000000          7\n"));
    QVERIFY(text.contains("#[Max     =       12.000, Total count    =            7]"));
    QVERIFY(spectrumText({}).contains("Total count    =            0]"));
}

void TestReport::aMillionRequestsStaySmall()
{
    RunRecord record = test::racedRecord();
    std::vector<Operation> history(1'000'000);
    for (std::size_t i = 0; i < history.size(); ++i) {
        history[i].invokedNs = static_cast<std::int64_t>(i) * 30'000;
        history[i].returnedNs = history[i].invokedNs + 1'000'000;
        history[i].outcome = i % 3 == 0 ? Outcome::Issued : Outcome::OutOfStock;
        history[i].user = static_cast<std::int64_t>(i);
        ++record.outcomes.byOutcome[indexOf(history[i].outcome)];
    }
    record.timeline = buildTimeline(history, 30'001'000'000, 400'000);
    record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    const QByteArray html = htmlReport(reportOf(record));
    QVERIFY2(html.size() < 2 * 1024 * 1024, qPrintable(QString::number(html.size())));
    QVERIFY(csvOf(record).count(QLatin1Char('\n')) == 1'000'001);
}

} // namespace tst_report

STAMPEDE_TEST(tst_report::TestReport)
#include "tst_report.moc"
