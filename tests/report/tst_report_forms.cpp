// SPDX-License-Identifier: MIT
// Proves that the forms of a report are what they claim to be: HTML that a validator takes, JUnit
// that its schema takes, and nothing that is fetched from elsewhere; over one run, over several and
// of a sweep, whatever the names in them are.

#include "formats/json_report.h"
#include "formats/junit_report.h"
#include "print/pdf_report.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/several_runs.h"
#include "report/sweep_report.h"
#include "report_record.h"
#include "text/printable_text.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace stampede;

namespace {

using Runs = QList<std::shared_ptr<const RunRecord>>;

RunRecord named(RunRecord record, const QString &name, const QString &id)
{
    record.id = id;
    record.scenario.name = name;
    record.scenario.coupon.name = name;
    record.scenario.about.system = name;
    record.environment.host = name;
    if (record.audit && !record.audit->checks.isEmpty()) {
        record.audit->checks.last().title = name;
    }
    return record;
}

Runs runsNamed(const QString &name)
{
    return {
        std::make_shared<const RunRecord>(
            named(test::heldRecord(), name, QStringLiteral("7f3a910000aa"))),
        std::make_shared<const RunRecord>(
            named(test::racedRecord(), name, QStringLiteral("0123456789ab"))),
    };
}

Report sweepOf(const QString &name)
{
    QList<SweptRun> runs;
    for (const auto &run : runsNamed(name)) {
        SweptRun swept;
        swept.settings = {Override{QStringLiteral("coupon.name"), name}};
        swept.record = run;
        runs << swept;
    }
    return sweepReport(name, runs);
}

QList<Report> reportsNamed(const QString &name)
{
    ReportOptions options;
    options.chapters.insert(Chapter::Rows);
    return {makeReport(*runsNamed(name).constLast(), options), makeReport(runsNamed(name), {}),
            sweepOf(name)};
}

/// What a program says about a file, and empty where it finds no fault.
QString faultsOf(const QString &program, const QStringList &words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    if (!process.waitForFinished(60'000)) {
        return process.errorString();
    }
    const QString said = QString::fromUtf8(process.readAll());
    return process.exitCode() == 0 ? QString() : QStringLiteral("exit code not 0: ") + said;
}

} // namespace

class TestReportForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aValidatorTakesTheHtml_data();
    void aValidatorTakesTheHtml();
    void theSchemaTakesTheJunit_data() { names(); }
    void theSchemaTakesTheJunit();
    void hostileNamesAreTextInEveryForm_data() { names(); }
    void hostileNamesAreTextInEveryForm();

private:
    static void names();
    [[nodiscard]] QString written(const char *name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("%s cannot be written", name);
        }
        return path;
    }

    QTemporaryDir m_folder;
};

void TestReportForms::names()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("Why 200 cannot happen");
    QTest::newRow("script") << QStringLiteral("<script>alert(1)</script>");
    QTest::newRow("quotes") << QStringLiteral("\"double\" 'single' &amp; </style> ]]>");
    QTest::newRow("right to left") << QString::fromUtf8("abc \u202E\u0634\u0631\u0627");
    QTest::newRow("long") << QString(10'240, QLatin1Char('x'));
    QTest::newRow("emoji and Korean") << QString::fromUtf8("🎟️ 쿠폰 발급");
    QTest::newRow("control") << QStringLiteral("a%1b%2c").arg(QChar(1)).arg(QChar(0xD800));
    QTest::newRow("address") << QStringLiteral("https://example.org/?a=1&b=2");
}

void TestReportForms::aValidatorTakesTheHtml_data()
{
    names();
}

void TestReportForms::aValidatorTakesTheHtml()
{
    const QString tidy = QStandardPaths::findExecutable(QStringLiteral("tidy"));
    if (tidy.isEmpty()) {
        QSKIP("tidy is not installed; scripts/test.sh installs it");
    }
    QFETCH(QString, name);
    for (const Report &report : reportsNamed(name)) {
        const QString path = written("report.html", htmlReport(report));
        // A warning is a fault as well: exit code 1.
        QCOMPARE(faultsOf(tidy, {QStringLiteral("-quiet"), QStringLiteral("-errors"),
                                 QStringLiteral("-utf8"), path}),
                 QString());
    }
}

void TestReportForms::theSchemaTakesTheJunit()
{
    const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    if (xmllint.isEmpty()) {
        QSKIP("xmllint is not installed; scripts/test.sh installs it");
    }
    QFETCH(QString, name);
    for (const auto &run : runsNamed(name)) {
        const QString path = written("junit.xml", junitFile(*run));
        QCOMPARE(faultsOf(xmllint, {QStringLiteral("--noout"), QStringLiteral("--nonet"),
                                    QStringLiteral("--schema"),
                                    QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/junit.xsd"), path}),
                 QString());
    }
}

void TestReportForms::hostileNamesAreTextInEveryForm()
{
    QFETCH(QString, name);
    for (const Report &report : reportsNamed(name)) {
        const QByteArray html = htmlReport(report);
        QVERIFY(!html.contains("<script"));
        QCOMPARE(html.count("</style>"), 1);
        static const QRegularExpression loads(QStringLiteral("(src|href|url)\\s*[=(]\\s*[\"']?"
                                                             "(https?:|//|data:)"));
        QVERIFY(!loads.match(QString::fromUtf8(html)).hasMatch());
        const QString markdown = QString::fromUtf8(markdownReport(report));
        // Whatever turns the direction of writing is ended.
        QVERIFY(markdown.count(QChar(0x202E)) <= markdown.count(QChar(0x202C)));
        static const QRegularExpression tag(QStringLiteral("(^|[^\\\\`])<script"));
        QString outsideCode = markdown;
        static const QRegularExpression code(QStringLiteral("```.*?```|`[^`\\n]*`"),
                                             QRegularExpression::DotMatchesEverythingOption);
        QVERIFY(!tag.match(outsideCode.remove(code)).hasMatch());
        QByteArray pdf;
        QBuffer device(&pdf);
        QVERIFY(device.open(QIODevice::WriteOnly));
        QVERIFY(writePdf(device, report, QByteArray("{}")));
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY2(pdf.size() < 2'000'000, qPrintable(QString::number(pdf.size())));
    }
    // In JSON it is the name to the letter, but for what Unicode does not have.
    const QJsonObject json = comparisonToJson(runsNamed(name));
    const QByteArray bytes = QJsonDocument(json).toJson();
    const QString kept =
        QJsonDocument::fromJson(bytes)
            .object()[QLatin1String("runs")][0][QLatin1String("scenario")][QLatin1String("name")]
            .toString();
    QCOMPARE(kept.toUtf8(), name.toUtf8());
}

int main(int argc, char *argv[])
{
    const auto application = applicationWithoutDisplay(argc, argv);
    TestReportForms test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_report_forms.moc"
