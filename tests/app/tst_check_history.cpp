// SPDX-License-Identifier: MIT
// Proves `stampede-cli check-history` as scripts meet it: a verdict a line, the exit code, faults
// on standard error, Ctrl+C and an output that takes nothing.

#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_check_history {

namespace {

const QByteArray kHeader =
    R"({"schema":"stampede.history/1","coupon":1,"stock":1,"holders_before":[]})"
    "\n";
const QByteArray kIssued =
    R"({"op":"issue","user":7,"invoked_ns":20,"returned_ns":30,"outcome":"issued"})"
    "\n";
const QByteArray kTooEarly =
    R"({"op":"issue","user":8,"invoked_ns":1,"returned_ns":9,"outcome":"out_of_stock"})"
    "\n";
const QByteArray kFinal = R"({"op":"final","remaining":0,"rows":[7]})"
                          "\n";

const QByteArray kRight = kHeader + kIssued + kFinal;
const QByteArray kWrong = kHeader + kTooEarly + kIssued + kFinal;
const QByteArray kUnusable = kHeader + kIssued;
const QByteArray kLeftOpen =
    R"({"schema":"stampede.history/1","coupon":1,"stock":1,"holders_before":[],"gives_back":null})"
    "\n" +
    kTooEarly + kIssued + kFinal;

struct Ended
{
    int code = -1;
    QByteArray out;
    QString err;
};

} // namespace

class TestCheckHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verdictsAndCodes_data();
    void verdictsAndCodes();
    void rulesOfTheHeader_data();
    void rulesOfTheHeader();
    void peopleByName();
    void peopleByFormat();
    void readsAFile();
    void faultsAreTold_data();
    void faultsAreTold();
    void verdictsComeAsTheyFall();
    void fullOutputIsTold();

private:
    static Ended run(const QStringList &words, const QByteArray &input = {});

    QTemporaryDir m_folder;
};

void TestCheckHistory::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

Ended TestCheckHistory::run(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI),
                  QStringList{QStringLiteral("check-history")} + words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestCheckHistory::verdictsAndCodes_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("verdicts");
    const auto add = [](const char *name, const QByteArray &input, int code, const char *verdicts) {
        QTest::newRow(name) << input << code << QString::fromLatin1(verdicts);
    };
    add("right", kRight, 0, "true");
    add("wrong", kWrong, 97, "false");
    add("unusable", kUnusable, 104, "null");
    add("right and unusable", kRight + kUnusable, 104, "true null");
    add("unusable and wrong", kUnusable + kWrong + kRight, 97, "null false true");
    add("left open", kLeftOpen, 95, "null");
    add("left open, and right", kLeftOpen + kRight, 95, "null true");
    add("left open, and unusable", kLeftOpen + kUnusable, 104, "null null");
    add("left open, and wrong", kLeftOpen + kWrong, 97, "null false");
    add("not a history", "hello\n", 104, "null");
    add("nothing", "", 104, "");
}

void TestCheckHistory::verdictsAndCodes()
{
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QString, verdicts);
    const Ended ended = run({QStringLiteral("-")}, input);
    QCOMPARE(ended.code, code);
    QStringList found;
    for (const QByteArray &line : ended.out.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        const QJsonObject verdict = QJsonDocument::fromJson(line).object();
        const QJsonValue value = verdict.value(QLatin1String("linearizable"));
        QVERIFY2(value.isBool() || value.isNull(), line.constData());
        QVERIFY(verdict.value(QLatin1String("violations")).isArray());
        QVERIFY(verdict.value(QLatin1String("operations")).isDouble());
        QCOMPARE(verdict.contains(QLatin1String("error")), value.isNull());
        found << (value.isNull() ? QStringLiteral("null") : QVariant(value.toBool()).toString());
    }
    QCOMPARE(found.join(u' '), verdicts);
    QCOMPARE(ended.err.isEmpty(), !verdicts.isEmpty());
}

void TestCheckHistory::rulesOfTheHeader_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("broken");
    QTest::addColumn<QString>("notApplicable");
    const auto add = [](const char *name, const char *rules, const QByteArrayList &lines,
                        const char *broken, const char *notApplicable) {
        QTest::newRow(name) << QByteArray(rules) << lines.join('\n') + '\n'
                            << QString::fromLatin1(broken) << QString::fromLatin1(notApplicable);
    };
    const auto asked = [](int at, const char *outcome, const char *more = "") {
        return R"({"op":"issue","user":7,"invoked_ns":)" + QByteArray::number(at) +
               R"(,"returned_ns":)" + QByteArray::number(at + 1) + R"(,"outcome":")" + outcome +
               '"' + more + '}';
    };
    const auto end = [](const char *fields) {
        return QByteArray(R"({"op":"final",)") + fields + '}';
    };
    const QByteArray twoRows = end(R"("remaining":3,"rows":[7,7])");
    add("two of one", "", {asked(0, "issued"), asked(2, "issued"), twoRows}, "R1", "");
    add("two of two", R"(,"per_person":2)",
        {asked(0, "issued"), asked(2, "issued"), asked(4, "already_issued"), twoRows}, "", "");
    add("409 with one of two", R"(,"per_person":2)",
        {asked(0, "issued"), asked(2, "already_issued"), asked(4, "issued"), twoRows}, "C3", "");
    add("409 of any number", R"(,"per_person":null)",
        {asked(0, "issued"), asked(2, "already_issued"), asked(4, "issued"), twoRows}, "R4", "");
    add("two days", R"(,"per_person":1,"per_person_within":true)",
        {asked(0, "issued"), asked(2, "already_issued"), asked(4, "issued"), twoRows}, "",
        "R4 C3 C5 C6 C7");
    add("one refusal", "", {asked(0, "not_issued"), end(R"("remaining":5,"rows":[])")}, "C7", "");
    add("pieces", R"(,"quantity":3)",
        {asked(0, "issued"), asked(2, "out_of_stock"), end(R"("remaining":2,"rows":[7])")}, "",
        "C5 C6");
    add("pieces left", R"(,"quantity":null)",
        {asked(0, "issued"), asked(2, "out_of_stock", R"(,"quantity":2)"),
         end(R"("remaining":2,"rows":[7],"pieces":[3])")},
        "R6 C4", "C5 C6");
    add("given back", R"(,"gives_back":true)",
        {asked(0, "issued"), end(R"("remaining":5,"rows":[])")}, "", "R2 R4 R6 C3 C4 C5 C6 C7");
    add("given back, and was never there", R"(,"gives_back":true)",
        {asked(0, "issued"), end(R"("remaining":5,"rows":[],"written":[])")}, "R2",
        "R4 R6 C3 C4 C5 C6 C7");
}

void TestCheckHistory::rulesOfTheHeader()
{
    QFETCH(QByteArray, rules);
    QFETCH(QByteArray, lines);
    QFETCH(QString, broken);
    QFETCH(QString, notApplicable);
    const QByteArray header =
        R"({"schema":"stampede.history/1","coupon":1,"stock":5,"holders_before":[])" + rules +
        "}\n";
    const Ended ended = run({QStringLiteral("-")}, header + lines);
    const QJsonObject verdict = QJsonDocument::fromJson(ended.out).object();
    QStringList found;
    for (const QJsonValue &violation : verdict.value(QLatin1String("violations")).toArray()) {
        found << violation.toObject().value(QLatin1String("condition")).toString();
        QCOMPARE(violation.toObject().value(QLatin1String("users")).toArray(), QJsonArray{7});
    }
    QStringList named;
    for (const QJsonValue &key : verdict.value(QLatin1String("not_applicable")).toArray()) {
        named << key.toString();
    }
    QCOMPARE(found.join(u' '), broken);
    QCOMPARE(named.join(u' '), notApplicable);
    QCOMPARE(verdict.contains(QLatin1String("not_applicable")), !notApplicable.isEmpty());
    QCOMPARE(ended.code, broken.isEmpty() ? 0 : 97);
}

void TestCheckHistory::peopleByName()
{
    const QByteArray header =
        R"({"schema":"stampede.history/1","coupon":1,"stock":9,"holders_before":["한나","한나"]})"
        "\n";
    const QByteArray lost =
        R"({"op":"issue","user":"3f2a","invoked_ns":20,"returned_ns":30,"outcome":"issued","status":200})"
        "\n"
        R"({"op":"issue","user":"01012345678","invoked_ns":20,"returned_ns":30,"outcome":"issued"})"
        "\n";
    const Ended ended =
        run({QStringLiteral("-")}, header + lost +
                                       R"({"op":"final","remaining":9,"rows":["한나","한나"]})"
                                       "\n");
    QCOMPARE(ended.code, 97);
    const QJsonArray violations =
        QJsonDocument::fromJson(ended.out).object().value(QLatin1String("violations")).toArray();
    QCOMPARE(violations.size(), 1);
    const QJsonObject violation = violations.first().toObject();
    QCOMPARE(violation.value(QLatin1String("condition")).toString(), QStringLiteral("R2"));
    QCOMPARE(violation.value(QLatin1String("users")).toArray(),
             (QJsonArray{QStringLiteral("01012345678"), QStringLiteral("3f2a")}));
    QVERIFY(violation.value(QLatin1String("text"))
                .toString()
                .startsWith(QStringLiteral("User 3f2a was told \"issued\"")));
    const Ended mixed =
        run({QStringLiteral("-")},
            header + lost + R"({"op":"final","remaining":9,"rows":["한나",7]})" + '\n');
    QCOMPARE(mixed.code, 104);
    QVERIFY(mixed.out.contains("line 4: \\\"rows\\\" must be a list of integers"));
}

void TestCheckHistory::peopleByFormat()
{
    const QByteArray lost = R"({"op":"issue","user":7,"invoked_ns":20,"returned_ns":30,)"
                            R"("outcome":"issued"})"
                            "\n"
                            R"({"op":"final","remaining":9,"rows":[]})"
                            "\n";
    const auto header = [](const QByteArray &format) {
        return R"({"schema":"stampede.history/1","coupon":1,"stock":9,"holders_before":[],)"
               R"("user_format":)" +
               format + "}\n";
    };
    const Ended ended = run({QStringLiteral("-")}, header(R"("m{userId}-x")") + lost);
    QCOMPARE(ended.code, 97);
    const QJsonObject violation = QJsonDocument::fromJson(ended.out)
                                      .object()
                                      .value(QLatin1String("violations"))
                                      .toArray()
                                      .first()
                                      .toObject();
    // The file's own ids, and the name that the tables have.
    QCOMPARE(violation.value(QLatin1String("users")).toArray(), QJsonArray{7});
    const QString text = violation.value(QLatin1String("text")).toString();
    QVERIFY2(text.startsWith(QStringLiteral("User m7-x was told \"issued\"")), qPrintable(text));
    const Ended wrong = run({QStringLiteral("-")}, header(R"("m")") + lost);
    QCOMPARE(wrong.code, 104);
    QVERIFY2(wrong.out.contains("must have {userId}"), wrong.out.constData());
}

void TestCheckHistory::readsAFile()
{
    QFile file(m_folder.filePath(QStringLiteral("history.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kWrong);
    file.close();
    const Ended ended = run({file.fileName()});
    QCOMPARE(ended.code, 97);
    QCOMPARE(ended.err, QString());
    const QJsonObject verdict = QJsonDocument::fromJson(ended.out).object();
    QCOMPARE(verdict.value(QLatin1String("operations")).toInt(), 2);
    const QJsonArray violations = verdict.value(QLatin1String("violations")).toArray();
    QCOMPARE(violations.size(), 1);
    const QJsonObject violation = violations.first().toObject();
    QCOMPARE(violation.value(QLatin1String("condition")).toString(), QStringLiteral("C4"));
    QCOMPARE(violation.value(QLatin1String("users")).toArray(), QJsonArray{8});
    QVERIFY(violation.value(QLatin1String("text"))
                .toString()
                .startsWith(QStringLiteral("User 7 asked at 0.00000002 s, after user 8")));
}

void TestCheckHistory::faultsAreTold_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no file named")
        << QStringList() << 2 << QStringLiteral("check-history needs a file, or -");
    QTest::newRow("two files") << QStringList{QStringLiteral("a"), QStringLiteral("b")} << 2
                               << QStringLiteral("One file at a time");
    QTest::newRow("an option of run") << QStringList{QStringLiteral("a"), QStringLiteral("--quiet")}
                                      << 2 << QStringLiteral("--quiet is not known");
    QTest::newRow("no such file") << QStringList{QStringLiteral("/no/such/file")} << 104
                                  << QStringLiteral("/no/such/file cannot be read: ");
    QTest::newRow("a folder") << QStringList{QStringLiteral("/")} << 104
                              << QStringLiteral("/ cannot be read: ");
}

void TestCheckHistory::faultsAreTold()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = run(words);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
    QCOMPARE(ended.out, QByteArray());
}

void TestCheckHistory::verdictsComeAsTheyFall()
{
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI),
                  {QStringLiteral("check-history"), QStringLiteral("-")});
    QVERIFY(process.waitForStarted());
    process.write(kRight + kHeader);
    // The next header ends the first history, so its verdict is there while the input goes on.
    QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 0, 30'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 105);
    QCOMPARE(process.readAllStandardOutput().count('\n'), 1);
}

void TestCheckHistory::fullOutputIsTold()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(STAMPEDE_CLI),
                  {QStringLiteral("check-history"), QStringLiteral("-")});
    process.write(kRight);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().startsWith("The verdict cannot be written: "));
}

} // namespace tst_check_history

STAMPEDE_TEST(tst_check_history::TestCheckHistory)
#include "tst_check_history.moc"
