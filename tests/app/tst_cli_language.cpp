// SPDX-License-Identifier: MIT
// Proves that the command line speaks the language that is asked for, by option or by the system,
// and that nothing a machine reads changes with it.

#include "support/server_process.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_cli_language {

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

/// The keys of a JSON value and of all that it holds, and the type of each.
void collectKeys(const QJsonValue &value, const QString &path, QStringList &keys)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = path + QLatin1Char('.') + it.key();
            keys << key;
            collectKeys(it.value(), key, keys);
        }
    }
}

QStringList keysOf(const QString &file)
{
    QFile json(file);
    if (!json.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList keys;
    collectKeys(QJsonDocument::fromJson(json.readAll()).object(), QString(), keys);
    return keys;
}

/// "classname: name" of every case of a JUnit file.
QStringList casesOf(const QString &file)
{
    QFile junit(file);
    if (!junit.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList cases;
    QXmlStreamReader xml(&junit);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement &&
            xml.name() == QLatin1String("testcase")) {
            cases << QStringLiteral("%1: %2").arg(
                xml.attributes().value(QLatin1String("classname")),
                xml.attributes().value(QLatin1String("name")));
        }
    }
    return cases;
}

/// Two English words in a row, or nothing. What is no sentence is taken out first: commands,
/// options with what they name, limits as they are written, the columns of found rows, lists of
/// three keys and more.
QString englishIn(QString text)
{
    static const QRegularExpression names(
        QStringLiteral(
            "stampede-cli .*|--(set|out) \\S+|[a-z_]+ (count|rate|p\\(\\d+\\))[=<>]+\\S+|"
            "JMeter|^ +[a-z_]+( +[a-z_]+)+$|[a-z-]+(,\\s+[a-z-]+){2,}|"
            "[a-z]+:[A-Z]+|`[^`]*`"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{3,}[,.:;]? [a-z]{3,}"));
    return words.match(text.remove(names)).captured();
}

} // namespace

class TestCliLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void optionBeatsSystem();
    void unknownLanguageIsRefused();
    void commandsThatTouchNothing_data();
    void commandsThatTouchNothing();
    void runIsToldInKorean();
    void keptRunIsToldInAnotherLanguage();

private:
    [[nodiscard]] Ended cli(const QStringList &words, const QString &system = {}) const;

    std::unique_ptr<QTemporaryDir> m_data;
};

void TestCliLanguage::initTestCase()
{
    // The server may run as another user, who cannot pass through a private home.
    m_data = stampede::test::makeReachableFolder();
}

Ended TestCliLanguage::cli(const QStringList &words, const QString &system) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                       m_data->filePath(QStringLiteral("data")));
    environment.remove(QStringLiteral("LANGUAGE"));
    environment.insert(QStringLiteral("LC_ALL"),
                       system.isEmpty() ? QStringLiteral("C.UTF-8") : system);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestCliLanguage::optionBeatsSystem()
{
    const QStringList predict{QStringLiteral("predict"), QStringLiteral("hundred-users")};
    const QString english = QStringLiteral("Must come out");
    const QString korean = QStringLiteral("나와야 하는 값");
    QVERIFY(cli(predict).out.contains(english));
    QVERIFY(cli(predict, QStringLiteral("ko_KR.UTF-8")).out.contains(korean));
    QVERIFY(cli(predict + QStringList{QStringLiteral("--language"), QStringLiteral("ko")})
                .out.contains(korean));
    QVERIFY(
        cli(predict + QStringList{QStringLiteral("--language=en")}, QStringLiteral("ko_KR.UTF-8"))
            .out.contains(english));
}

void TestCliLanguage::unknownLanguageIsRefused()
{
    const Ended ended =
        cli({QStringLiteral("presets"), QStringLiteral("--language"), QStringLiteral("kr")});
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.startsWith(QStringLiteral("--language kr is not known (en or ko).")),
             qPrintable(ended.err));
}

void TestCliLanguage::commandsThatTouchNothing_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("presets") << QStringLiteral("presets") << 0
                             << QStringLiteral("백 명의 손, 열 장의 쿠폰");
    QTest::newRow("predict") << QStringLiteral("predict open-door") << 0
                             << QStringLiteral("열린 문");
    QTest::newRow("help") << QStringLiteral("--help") << 0 << QStringLiteral("사용법:");
    QTest::newRow("fault") << QStringLiteral("predict hundred-users --vus 0") << 104
                           << QStringLiteral("load.vus: 1~");
    QTest::newRow("usage") << QStringLiteral("predict hundred-users --fast") << 2
                           << QStringLiteral("옵션 --fast: 알 수 없습니다.");
}

void TestCliLanguage::commandsThatTouchNothing()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = cli(words.split(QLatin1Char(' ')) +
                            QStringList{QStringLiteral("--language"), QStringLiteral("ko")});
    const QString said = ended.out + ended.err;
    QCOMPARE(ended.code, code);
    QVERIFY2(said.contains(says), qPrintable(said));
    QVERIFY2(englishIn(said).isEmpty(),
             qPrintable(englishIn(said) + QStringLiteral(" in ") + said));
}

void TestCliLanguage::runIsToldInKorean()
{
    const auto runIn = [this](const QString &language) {
        return cli({QStringLiteral("run"), QStringLiteral("open-door"), QStringLiteral("--out"),
                    m_data->filePath(language), QStringLiteral("--language"), language});
    };
    const Ended english = runIn(QStringLiteral("en"));
    const Ended korean = runIn(QStringLiteral("ko"));
    QCOMPARE(english.code, 97);
    QCOMPARE(korean.code, 97);
    QVERIFY2(english.out.contains(QStringLiteral("INTEGRITY BROKEN")), qPrintable(english.out));
    QVERIFY2(korean.out.contains(QStringLiteral("정합성 위반")), qPrintable(korean.out));
    QVERIFY2(englishIn(korean.out).isEmpty(),
             qPrintable(englishIn(korean.out) + QStringLiteral(" in ") + korean.out));
    const auto file = [this](const char *language, const char *name) {
        return m_data->filePath(QString::fromLatin1(language) + QLatin1Char('/') +
                                QString::fromLatin1(name));
    };
    QVERIFY(!keysOf(file("en", "result.json")).isEmpty());
    QCOMPARE(keysOf(file("ko", "result.json")), keysOf(file("en", "result.json")));
    QVERIFY(!casesOf(file("en", "junit.xml")).isEmpty());
    QCOMPARE(casesOf(file("ko", "junit.xml")), casesOf(file("en", "junit.xml")));
}

void TestCliLanguage::keptRunIsToldInAnotherLanguage()
{
    const Ended ran = cli({QStringLiteral("run"), QStringLiteral("open-door"),
                           QStringLiteral("--out"), m_data->filePath(QStringLiteral("first"))});
    QCOMPARE(ran.code, 97);
    QFile result(m_data->filePath(QStringLiteral("first/result.json")));
    QVERIFY(result.open(QIODevice::ReadOnly));
    const QString id =
        QJsonDocument::fromJson(result.readAll())[QStringLiteral("run")][QStringLiteral("id")]
            .toString();
    QVERIFY(!id.isEmpty());
    const QString folder = m_data->filePath(QStringLiteral("again"));
    const Ended told = cli({QStringLiteral("report"), id, QStringLiteral("--out"), folder,
                            QStringLiteral("--language"), QStringLiteral("ko")});
    QVERIFY2(told.code == 0, qPrintable(told.err));
    QFile summary(folder + QStringLiteral("/summary.txt"));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    const QString said = QString::fromUtf8(summary.readAll());
    QVERIFY2(said.contains(QStringLiteral("정합성 위반")), qPrintable(said));
    QVERIFY2(englishIn(said).isEmpty(),
             qPrintable(englishIn(said) + QStringLiteral(" in ") + said));
}

} // namespace tst_cli_language

STAMPEDE_TEST(tst_cli_language::TestCliLanguage)
#include "tst_cli_language.moc"
