// SPDX-License-Identifier: MIT
// Proves that the JUnit file says what the exit code says, in a shape that its readers know,
// whatever the names hold.

#include "formats/junit_report.h"
#include "test_program.h"

#include <QTest>
#include <QXmlStreamReader>

namespace tst_junit_report {

using namespace stampede;

namespace {

struct ReadCase
{
    QString suite;
    QString name;
    QString result; ///< element below the test case: failure, error, skipped, system-out or empty
    QString message;
    QString type;
    QString text;
};

struct ReadFile
{
    QList<ReadCase> cases;
    QHash<QString, QHash<QString, QString>> suites; ///< attributes by name; "" is the whole file
    QString error;

    [[nodiscard]] ReadCase caseOf(const QString &start) const
    {
        for (const ReadCase &one : cases) {
            if (one.name.startsWith(start)) {
                return one;
            }
        }
        return {};
    }
};

QHash<QString, QString> attributesOf(const QXmlStreamReader &xml)
{
    QHash<QString, QString> found;
    const auto attributes = xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        found.insert(attribute.name().toString(), attribute.value().toString());
    }
    return found;
}

ReadFile readJunit(const QByteArray &content)
{
    ReadFile file;
    QXmlStreamReader xml(content);
    QString suite;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString element = xml.name().toString();
        const auto attributes = attributesOf(xml);
        if (element == QLatin1String("testsuites")) {
            file.suites.insert(QString(), attributes);
        } else if (element == QLatin1String("testsuite")) {
            suite = attributes.value(QStringLiteral("name"));
            file.suites.insert(suite, attributes);
        } else if (element == QLatin1String("testcase")) {
            file.cases.append({suite, attributes.value(QStringLiteral("name")), {}, {}, {}, {}});
        } else if (!element.startsWith(QLatin1String("propert"))) {
            ReadCase &one = file.cases.last();
            one.result = element;
            one.message = attributes.value(QStringLiteral("message"));
            one.type = attributes.value(QStringLiteral("type"));
            one.text = xml.readElementText();
        }
    }
    file.error = xml.hasError() ? xml.errorString() : QString();
    return file;
}

CheckResult check(const char *id, CheckVerdict verdict, const QString &why)
{
    CheckResult made = newCheck(QString::fromLatin1(id));
    made.verdict = verdict;
    made.explanation = why;
    made.tookNs = 1'500'000;
    return made;
}

ThresholdOutcome limit(const char *metric, const char *expression, std::optional<double> actual,
                       bool pass)
{
    ThresholdOutcome outcome;
    outcome.threshold.metric = QString::fromLatin1(metric);
    outcome.threshold.expression = QString::fromLatin1(expression);
    outcome.actual = actual;
    outcome.pass = pass;
    return outcome;
}

RunRecord recordOf(const QList<CheckResult> &checks)
{
    RunRecord record;
    record.id = QStringLiteral("63feed000000");
    record.scenario.name = QStringLiteral("A run");
    record.startedAt = QDateTime::fromMSecsSinceEpoch(784'111'777'250, Qt::UTC);
    record.audit.emplace();
    record.audit->checks = checks;
    record.verdict = RunVerdict::Pass;
    return record;
}

} // namespace

class TestJunitReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksBecomeTestCases();
    void limitsBecomeTestCases();
    void countsAgree();
    void noAuditIsAnError();
    void unfinishedRunIsAnError_data();
    void unfinishedRunIsAnError();
    void hostileNamesAreEscaped();
    void firstRowsAreShown();
};

void TestJunitReport::checksBecomeTestCases()
{
    const ReadFile file = readJunit(junitFile(recordOf({
        check("stock-adds-up", CheckVerdict::Pass, QStringLiteral("fine")),
        check("one-per-user", CheckVerdict::Fail, QStringLiteral("two have two")),
        check("already-issued-true", CheckVerdict::Fail, QStringLiteral("a lie")),
        check("lock-seen", CheckVerdict::Fail, QStringLiteral("no lock")),
        check("came-to-rest", CheckVerdict::Fail, QStringLiteral("still moving")),
        check("rows-in-window", CheckVerdict::Inconclusive, QStringLiteral("no clock")),
        check("log-agrees", CheckVerdict::Skipped, QStringLiteral("no log")),
    })));
    QCOMPARE(file.error, QString());
    const auto is = [&file](const char *name, const char *result, const char *type,
                            const char *message) {
        const ReadCase one = file.caseOf(QString::fromLatin1(name));
        QCOMPARE(one.suite, QStringLiteral("checks"));
        QCOMPARE(one.result, QString::fromLatin1(result));
        QCOMPARE(one.type, QString::fromLatin1(type));
        QCOMPARE(one.message, QString::fromLatin1(message));
    };
    is("stock-adds-up: ", "", "", "");
    is("one-per-user: ", "failure", "damage", "two have two");
    is("already-issued-true: ", "failure", "answers", "a lie");
    is("lock-seen: ", "system-out", "", "");
    QVERIFY(file.caseOf(QStringLiteral("lock-seen")).text.contains(QStringLiteral("no lock")));
    is("came-to-rest: ", "error", "ground", "still moving");
    is("rows-in-window: ", "error", "damage", "no clock");
    is("log-agrees: ", "skipped", "", "no log");
}

void TestJunitReport::limitsBecomeTestCases()
{
    RunRecord record = recordOf({});
    record.thresholds = {limit("issued", "count==10", 10, true),
                         limit("latency", "p(95)<200", 256.5, false),
                         limit("latency", "p(99)<200", {}, false)};
    const ReadFile file = readJunit(junitFile(record));
    QCOMPARE(file.caseOf(QStringLiteral("issued count==10")).result, QString());
    const ReadCase slow = file.caseOf(QStringLiteral("latency p(95)<200"));
    QCOMPARE(slow.suite, QStringLiteral("thresholds"));
    QCOMPARE(slow.result, QStringLiteral("failure"));
    QVERIFY(slow.message.contains(QStringLiteral("256.5")));
    QVERIFY(file.caseOf(QStringLiteral("latency p(99)<200"))
                .message.contains(QStringLiteral("no such figure")));
}

void TestJunitReport::countsAgree()
{
    RunRecord record = recordOf({check("stock-adds-up", CheckVerdict::Pass, {}),
                                 check("one-per-user", CheckVerdict::Fail, {}),
                                 check("rows-in-window", CheckVerdict::Inconclusive, {}),
                                 check("log-agrees", CheckVerdict::Skipped, {})});
    record.thresholds = {limit("issued", "count==10", 9, false)};
    record.throughput.durationSeconds = 2.25;
    const ReadFile file = readJunit(junitFile(record));
    const auto isOf = [&file](const QString &suite, const QStringList &figures) {
        const auto attributes = file.suites.value(suite);
        QStringList found;
        for (const char *name : {"tests", "failures", "errors", "skipped", "time"}) {
            found << attributes.value(QString::fromLatin1(name));
        }
        QCOMPARE(found, figures);
    };
    const auto words = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    isOf(QStringLiteral("run"), words("1 0 0 0 2.250"));
    isOf(QStringLiteral("checks"), words("4 1 1 1 0.006"));
    isOf(QStringLiteral("thresholds"), words("1 1 0 0 0.000"));
    isOf(QString(), words("6 2 1  2.256"));
    for (const char *suite : {"run", "checks", "thresholds"}) {
        QCOMPARE(file.suites.value(QString::fromLatin1(suite)).value(QStringLiteral("timestamp")),
                 QStringLiteral("1994-11-06T08:49:37"));
    }
}

void TestJunitReport::noAuditIsAnError()
{
    RunRecord record = recordOf({});
    record.audit.reset();
    record.auditError = QStringLiteral("The database could not be read.");
    const ReadFile file = readJunit(junitFile(record));
    const ReadCase audit = file.caseOf(QStringLiteral("audit: "));
    QCOMPARE(audit.result, QStringLiteral("error"));
    QCOMPARE(audit.message, record.auditError);
}

void TestJunitReport::unfinishedRunIsAnError_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("result");
    const auto add = [](const char *name, RunVerdict verdict, const char *result) {
        QTest::newRow(name) << static_cast<int>(verdict) << QString::fromLatin1(result);
    };
    add("invalid", RunVerdict::Invalid, "error");
    add("aborted", RunVerdict::Aborted, "error");
    add("pass", RunVerdict::Pass, "system-out");
    add("violation", RunVerdict::Violation, "system-out"); // the check itself is the failure
}

void TestJunitReport::unfinishedRunIsAnError()
{
    QFETCH(int, verdict);
    QFETCH(QString, result);
    RunRecord record = recordOf({check("one-per-user", CheckVerdict::Fail, {})});
    record.verdict = static_cast<RunVerdict>(verdict);
    const ReadCase end = readJunit(junitFile(record)).caseOf(QStringLiteral("end: "));
    QCOMPARE(end.suite, QStringLiteral("run"));
    QCOMPARE(end.result, result);
}

void TestJunitReport::hostileNamesAreEscaped()
{
    QString hostile = QStringLiteral("<a href=\"x\">&amp; ]]> 'q' \n\t ");
    hostile += QChar(0x0);
    hostile += QChar(0x1B);
    hostile += QChar(0xD800);
    hostile += QChar(0xFFFF);
    hostile += QStringLiteral("\U0001F600 쿠폰");
    RunRecord record = recordOf({check("one-per-user", CheckVerdict::Fail, hostile)});
    record.scenario.name = hostile;
    const ReadFile file = readJunit(junitFile(record));
    QCOMPARE(file.error, QString());
    const QString none(QChar::ReplacementCharacter);
    const QString shown = QStringLiteral("<a href=\"x\">&amp; ]]> 'q' \n\t ") + none + none + none +
                          none + QStringLiteral("\U0001F600 쿠폰");
    QCOMPARE(file.suites.value(QString()).value(QStringLiteral("name")), shown);
    QVERIFY(file.caseOf(QStringLiteral("one-per-user")).text.startsWith(shown));
}

void TestJunitReport::firstRowsAreShown()
{
    CheckResult broken = check("one-per-user", CheckVerdict::Fail, QStringLiteral("many"));
    broken.columns = QStringList{QStringLiteral("user"), QStringLiteral("rows")};
    broken.expected = QStringLiteral("one each");
    broken.sql = QStringLiteral("SELECT 1");
    for (int user = 1'001; user <= 1'150; ++user) {
        addRow(broken, {user, 2});
    }
    const QString text =
        readJunit(junitFile(recordOf({broken}))).caseOf(QStringLiteral("one-per-user")).text;
    for (const char *part :
         {"expected: one each", "user", "1001", "1010", "… 150 rows in all", "SQL: SELECT 1"}) {
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    }
    QVERIFY(!text.contains(QStringLiteral("1011")));
}

} // namespace tst_junit_report

STAMPEDE_TEST(tst_junit_report::TestJunitReport)
#include "tst_junit_report.moc"
