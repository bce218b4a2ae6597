// SPDX-License-Identifier: MIT
#include "formats/junit_report.h"

#include "formats/formats_text.h"

#include "files/report_mark.h"
#include "record/check_text.h"
#include "record/verdict.h"
#include "text/text_block.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kRowsShown = 10;
constexpr double kNsPerSecondReal = 1e9;

enum class CaseResult
{
    Passed,
    Failed,
    Error,
    Skipped
};

struct TestCase
{
    QString name;
    double seconds = 0;
    CaseResult result = CaseResult::Passed;
    QString type;    ///< of a failure or error
    QString message; ///< why not passed: one sentence
    QString details; ///< further lines; of a test case that passed, its output
};

struct TestSuite
{
    QString name;
    QList<TestCase> cases;

    [[nodiscard]] int countOf(CaseResult result) const
    {
        return static_cast<int>(
            std::count_if(cases.begin(), cases.end(),
                          [result](const TestCase &one) { return one.result == result; }));
    }
    [[nodiscard]] double seconds() const
    {
        double sum = 0;
        for (const TestCase &one : cases) {
            sum += one.seconds;
        }
        return sum;
    }
};

/// Without what XML 1.0 has no way to write, e.g. control characters of a scenario's name.
QString writable(const QString &words)
{
    const QString text = plainNumbers(words);
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            out += c;
            out += text[++i];
            continue;
        }
        const bool isControl = c.unicode() < 0x20 && c != QLatin1Char('\n') &&
                               c != QLatin1Char('\t') && c != QLatin1Char('\r');
        const bool isNone = c.isSurrogate() || c.unicode() >= 0xFFFE;
        out += isControl || isNone ? QChar(QChar::ReplacementCharacter) : c;
    }
    return out;
}

QString secondsText(double seconds)
{
    return QString::number(seconds, 'f', 3);
}

QString rowsText(const CheckResult &check)
{
    if (check.rows.isEmpty()) {
        return {};
    }
    QList<QStringList> rows = {check.columns};
    for (const QVariantList &row : check.rows.mid(0, kRowsShown)) {
        QStringList cells;
        for (const QVariant &cell : row) {
            cells << cellText(cell);
        }
        rows.append(cells);
    }
    QString out = table(rows, 2);
    if (check.rowCount > kRowsShown) {
        out += FormatsText::tr("… %1 rows in all").arg(check.rowCount) + QLatin1Char('\n');
    }
    return out;
}

QString detailsOf(const CheckResult &check)
{
    QString out;
    const auto line = [&out](const QString &label, const QString &words) {
        if (!words.isEmpty()) {
            out += label + words + QLatin1Char('\n');
        }
    };
    line(FormatsText::tr("expected: "), check.expected);
    line(FormatsText::tr("actual: "), check.actual);
    line({}, check.proof);
    out += rowsText(check);
    line(QStringLiteral("SQL: "), check.sql);
    return out;
}

CaseResult resultOf(const CheckResult &check)
{
    switch (check.verdict) {
    case CheckVerdict::Pass:
        return CaseResult::Passed;
    case CheckVerdict::Inconclusive:
        return CaseResult::Error;
    case CheckVerdict::Skipped:
        return CaseResult::Skipped;
    case CheckVerdict::Fail:
        break;
    }
    switch (check.cls) {
    case CheckClass::Damage:
    case CheckClass::Answers:
        return CaseResult::Failed;
    case CheckClass::Warning: // the verdict stays, and so does the colour of the pipeline
        return CaseResult::Passed;
    case CheckClass::Ground: // without it nothing may be concluded
        return CaseResult::Error;
    }
    return CaseResult::Error;
}

TestCase caseOf(const CheckResult &check)
{
    TestCase one;
    const QString title = titleForMachines(check.id);
    one.name = check.id + QStringLiteral(": ") + (title.isEmpty() ? check.title : title);
    one.seconds = static_cast<double>(check.tookNs) / kNsPerSecondReal;
    one.result = resultOf(check);
    one.type = checkClassKey(check.cls);
    if (one.result != CaseResult::Passed) {
        one.message = check.explanation;
    }
    if (check.verdict == CheckVerdict::Fail) {
        one.details = detailsOf(check);
        if (one.result == CaseResult::Passed) {
            one.details = FormatsText::tr("Warning: %1").arg(check.explanation) +
                          QLatin1Char('\n') + one.details;
        }
    }
    return one;
}

TestSuite checksOf(const RunRecord &record)
{
    TestSuite suite{QStringLiteral("checks"), {}};
    if (!record.audit) {
        TestCase missing;
        missing.name = QStringLiteral("audit: The audit was made");
        missing.result = CaseResult::Error;
        missing.type = QStringLiteral("inconclusive");
        missing.message = record.auditError;
        suite.cases << missing;
        return suite;
    }
    for (const CheckResult &check : record.audit->checks) {
        suite.cases << caseOf(check);
    }
    return suite;
}

TestSuite thresholdsOf(const RunRecord &record)
{
    TestSuite suite{QStringLiteral("thresholds"), {}};
    for (const ThresholdOutcome &outcome : record.thresholds) {
        TestCase one;
        one.name = outcome.threshold.metric + QLatin1Char(' ') + outcome.threshold.expression;
        if (!outcome.pass) {
            one.result = CaseResult::Failed;
            one.type = QStringLiteral("threshold");
            one.message = outcome.actual
                              ? FormatsText::tr("The run came to %1.")
                                    .arg(QString::number(*outcome.actual, 'g', 12))
                              : FormatsText::tr("The run has no such figure, or none that can be "
                                                "trusted.");
        }
        suite.cases << one;
    }
    return suite;
}

/// Whether the run came to its end: checks may hold and limits be met in one that did not.
TestSuite endOf(const RunRecord &record)
{
    TestCase one;
    one.name = QStringLiteral("end: The run came to its end and measured something");
    one.seconds = record.throughput.durationSeconds;
    const VerdictText verdict = verdictText(record);
    const QString words = verdict.word + QStringLiteral(": ") + verdict.sentence;
    switch (record.verdict) {
    case RunVerdict::Invalid:
    case RunVerdict::Aborted:
        one.result = CaseResult::Error;
        one.type = runVerdictKey(record.verdict);
        one.message = words;
        break;
    case RunVerdict::Violation:
    case RunVerdict::Inconclusive:
    case RunVerdict::Thresholds:
    case RunVerdict::Pass:
        one.details = words + QLatin1Char('\n');
        break;
    }
    return {QStringLiteral("run"), {one}};
}

class JunitWriter
{
public:
    explicit JunitWriter(QByteArray &out)
        : m_xml(&out)
    {
        m_xml.setAutoFormatting(true);
    }

    void write(const RunRecord &record, const QList<TestSuite> &suites)
    {
        m_xml.writeStartDocument();
        m_xml.writeComment(QLatin1String(kJunitComment));
        m_xml.writeStartElement(QStringLiteral("testsuites"));
        attribute("name", record.scenario.name);
        // Readers of the format expect a moment without a zone; it is UTC.
        const QString moment =
            record.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
        TestSuite all;
        for (const TestSuite &suite : suites) {
            all.cases += suite.cases;
        }
        counts(all);
        for (const TestSuite &suite : suites) {
            m_xml.writeStartElement(QStringLiteral("testsuite"));
            attribute("name", suite.name);
            counts(suite);
            attribute("skipped", QString::number(suite.countOf(CaseResult::Skipped)));
            attribute("timestamp", moment);
            properties(record);
            for (const TestCase &one : suite.cases) {
                testCase(suite, one);
            }
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
    }

private:
    void attribute(const char *name, const QString &value)
    {
        m_xml.writeAttribute(QString::fromLatin1(name), writable(value));
    }

    void counts(const TestSuite &suite)
    {
        attribute("tests", QString::number(suite.cases.size()));
        attribute("failures", QString::number(suite.countOf(CaseResult::Failed)));
        attribute("errors", QString::number(suite.countOf(CaseResult::Error)));
        attribute("time", secondsText(suite.seconds()));
    }

    void properties(const RunRecord &record)
    {
        m_xml.writeStartElement(QStringLiteral("properties"));
        const auto property = [this](const char *name, const QString &value) {
            m_xml.writeStartElement(QStringLiteral("property"));
            attribute("name", QString::fromLatin1(name));
            attribute("value", value);
            m_xml.writeEndElement();
        };
        property("run", record.id);
        property("scenario", record.scenario.name);
        property("seed", QString::number(record.scenario.seed));
        property("verdict", runVerdictKey(record.verdict));
        property("stampede", record.version);
        m_xml.writeEndElement();
    }

    void testCase(const TestSuite &suite, const TestCase &one)
    {
        m_xml.writeStartElement(QStringLiteral("testcase"));
        attribute("classname", QStringLiteral("stampede.") + suite.name);
        attribute("name", one.name);
        attribute("time", secondsText(one.seconds));
        switch (one.result) {
        case CaseResult::Passed:
            if (!one.details.isEmpty()) {
                m_xml.writeTextElement(QStringLiteral("system-out"), writable(one.details));
            }
            break;
        case CaseResult::Failed:
            notPassed("failure", one);
            break;
        case CaseResult::Error:
            notPassed("error", one);
            break;
        case CaseResult::Skipped:
            m_xml.writeStartElement(QStringLiteral("skipped"));
            attribute("message", one.message);
            m_xml.writeEndElement();
            break;
        }
        m_xml.writeEndElement();
    }

    void notPassed(const char *element, const TestCase &one)
    {
        m_xml.writeStartElement(QString::fromLatin1(element));
        attribute("message", one.message);
        attribute("type", one.type);
        m_xml.writeCharacters(writable(one.message + QLatin1Char('\n') + one.details));
        m_xml.writeEndElement();
    }

    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray junitFile(const RunRecord &record)
{
    QByteArray out;
    JunitWriter(out).write(record, {endOf(record), checksOf(record), thresholdsOf(record)});
    return out;
}

} // namespace stampede
