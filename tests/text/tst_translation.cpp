// SPDX-License-Identifier: MIT
// Proves that the translations are complete: every text of the sources is there, finished, none is
// left over, and each keeps what a program puts into it and the words that stand for one thing.

#include "test_program.h"

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_translation {

namespace {

struct Message
{
    QString context;
    QString source;
    QString translation;
    QString state; ///< "" finished, else "unfinished", "vanished", "obsolete"
};

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    QList<Message> all;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            all.append({context, {}, {}, {}});
        } else if (xml.name() == QLatin1String("source")) {
            all.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            all.last().state = xml.attributes().value(QLatin1String("type")).toString();
            all.last().translation = xml.readElementText();
        }
    }
    if (xml.hasError()) {
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    }
    return all;
}

/// Everything in the text that the pattern finds, sorted.
QStringList partsOf(const QString &text, const QRegularExpression &pattern)
{
    QStringList parts;
    auto found = pattern.globalMatch(text);
    while (found.hasNext()) {
        parts << found.next().captured();
    }
    parts.sort();
    parts.removeDuplicates();
    return parts;
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileFollowsTheSources();
    void everyTextIsTranslated();
    void whatIsFilledInIsKept();
    void blanksAreKept();
    void accessKeysAreKept();
    void particlesAreDecided();
    void oneWordForOneThing_data();
    void oneWordForOneThing();

private:
    QList<Message> m_messages;
};

void TestTranslation::initTestCase()
{
    m_messages =
        messagesOf(QStringLiteral(STAMPEDE_SOURCE_DIR "/resources/translations/stampede_ko.ts"));
    QVERIFY(m_messages.size() > 1'000);
}

void TestTranslation::fileFollowsTheSources()
{
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    script.start(QStringLiteral(STAMPEDE_SOURCE_DIR "/scripts/update-translations.sh"),
                 {QStringLiteral("--check")});
    QVERIFY(script.waitForFinished(120'000));
    QVERIFY2(script.exitCode() == 0, script.readAll().constData());
}

void TestTranslation::everyTextIsTranslated()
{
    for (const Message &message : std::as_const(m_messages)) {
        QVERIFY2(message.state.isEmpty(),
                 qPrintable(message.context + QStringLiteral(": ") + message.source));
        QVERIFY2(!message.translation.isEmpty(), qPrintable(message.source));
    }
}

void TestTranslation::whatIsFilledInIsKept()
{
    static const QRegularExpression places(QStringLiteral("%[0-9]{1,2}|%n|%L[0-9]|<[^>]*>|"
                                                          "`[^`%]*`|--[a-z-]+|\\$\\{env:"));
    for (const Message &message : std::as_const(m_messages)) {
        QVERIFY2(partsOf(message.source, places) == partsOf(message.translation, places),
                 qPrintable(message.source + QStringLiteral(" | ") + message.translation));
    }
}

void TestTranslation::blanksAreKept()
{
    const auto ends = [](const QString &text) {
        return std::pair(text.startsWith(QLatin1Char(' ')), text.endsWith(QLatin1Char(' ')));
    };
    for (const Message &message : std::as_const(m_messages)) {
        const QString pair = message.source + QStringLiteral(" | ") + message.translation;
        const QString two(2, QLatin1Char(' '));
        QVERIFY2(ends(message.source) == ends(message.translation) ||
                     message.source == QLatin1String(" and "),
                 qPrintable(pair));
        QVERIFY2(message.source.contains(two) || !message.translation.contains(two),
                 qPrintable(pair));
        QVERIFY2(message.source.count(QLatin1Char('\n')) ==
                     message.translation.count(QLatin1Char('\n')),
                 qPrintable(pair));
    }
}

void TestTranslation::accessKeysAreKept()
{
    static const QRegularExpression key(QStringLiteral("&([A-Za-z])"));
    static const QRegularExpression kept(QStringLiteral("\\(&([A-Z])\\)"));
    for (const Message &message : std::as_const(m_messages)) {
        const auto wanted = key.match(message.source);
        const auto found = kept.match(message.translation);
        QVERIFY2(wanted.hasMatch() == found.hasMatch() &&
                     wanted.captured(1).toUpper() == found.captured(1),
                 qPrintable(message.source + QStringLiteral(" | ") + message.translation));
    }
}

void TestTranslation::particlesAreDecided()
{
    // A sentence that does not know what stands before its particle has to be put another way.
    static const QRegularExpression either(QStringLiteral("\\((은|는|이|가|을|를|으|와|과)\\)"));
    for (const Message &message : std::as_const(m_messages)) {
        QVERIFY2(!message.translation.contains(either), qPrintable(message.translation));
    }
}

void TestTranslation::oneWordForOneThing_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("korean");
    const std::pair<const char *, const char *> words[] = {
        {"issued", "발급됨"},
        {"already issued", "이미 발급됨"},
        {"out of stock", "수량 부족"},
        {"sold out", "소진"},
        {"contention", "경합 중단"},
        {"server error", "서버 오류"},
        {"no answer", "응답 없음"},
        {"not recognised", "분류되지 않음"},
        {"row lock", "행 잠금"},
        {"duplicate check", "중복 확인"},
        {"unique key", "유니크 키"},
        {"hot row", "경합 행"},
        {"scenario", "시나리오"},
        {"must come out", "나와야 하는 값"},
        {"limit", "기준값"},
        {"limits", "기준값"},
        {"checks", "점검"},
        {"everything held", "정합성 이상 없음"},
        {"integrity broken", "정합성 위반"},
        {"could not be decided", "판정 불가"},
        {"not a valid measurement", "유효하지 않은 측정"},
        {"ended early", "조기 종료"},
        {"explains it", "원인임"},
        {"ruled out", "원인 아님"},
        {"cannot tell", "알 수 없음"},
        {"service time", "서비스 시간"},
        {"response time", "응답 시간"},
        {"settle", "안정화"},
    };
    for (const auto &[english, korean] : words) {
        QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(korean);
    }
}

void TestTranslation::oneWordForOneThing()
{
    QFETCH(QString, english);
    QFETCH(QString, korean);
    int found = 0;
    for (const Message &message : std::as_const(m_messages)) {
        if (message.source.toLower() == english) {
            QVERIFY2(message.translation == korean,
                     qPrintable(message.context + QStringLiteral(": ") + message.translation));
            ++found;
        }
    }
    QVERIFY(found > 0);
}

} // namespace tst_translation

STAMPEDE_TEST(tst_translation::TestTranslation)
#include "tst_translation.moc"
