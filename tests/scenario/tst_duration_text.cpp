// SPDX-License-Identifier: MIT
// Proves: every duration is read back as written, the usual spellings are read, and what is no
// duration is refused.

#include "scenario/scenario_reader.h"
#include "test_program.h"

#include <QtTest>

#include <limits>
#include <random>

namespace tst_duration_text {

using namespace stampede;
using namespace std::chrono_literals;

class DurationText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsBackWhatItWrites();
};

void DurationText::reads_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *typed, Duration duration, const char *written) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << qint64(duration.count())
                             << QString::fromLatin1(written);
    };
    row("0s", 0s, "0s");
    row("0ms", 0s, "0s");
    row("250ms", 250ms, "250ms");
    row("10s", 10s, "10s");
    row("10", 10s, "10s");
    row("1.5", 1500ms, "1.5s");
    row("1m30s", 90s, "1m30s");
    row("90s", 90s, "1m30s");
    row("2h", 2h, "2h");
    row("1d", 24h, "1d");
    row("36h", 36h, "1d12h");
    row("1500ms", 1500ms, "1.5s");
    row("60.25s", 60250ms, "1m250ms");
    row("1.5ms", 1500us, "1.5ms");
    row("7us", 7us, "7us");
    row("1.001us", 1001ns, "1.001us");
    row("999ns", 999ns, "999ns");
}

void DurationText::reads()
{
    QFETCH(QString, typed);
    QFETCH(qint64, ns);
    const auto duration = parseDuration(typed);
    QVERIFY(duration.has_value());
    QCOMPARE(qint64(duration->count()), ns);
    QTEST(durationText(*duration), "written");
}

void DurationText::refuses_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"",
                              "s",
                              "-1s",
                              "+1s",
                              "1 s",
                              " 1s",
                              "1s ",
                              "1x",
                              "1s1",
                              "1ss",
                              "1.s",
                              ".5s",
                              "1e3s",
                              "nan",
                              "inf",
                              "0x10",
                              "1s\n",
                              "0.5ns",
                              "1.0000000001s",
                              "99999999999999999999s",
                              "9999999999999999d",
                              "106751d106751d"}) {
        QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    QTest::newRow("long") << QString(100'000, QLatin1Char('1'));
    QTest::newRow("other digits") << QStringLiteral("١s");
}

void DurationText::refuses()
{
    QFETCH(QString, typed);
    QVERIFY(!parseDuration(typed));
}

void DurationText::readsBackWhatItWrites()
{
    constexpr std::uint32_t kSeed = 20;
    qInfo("seed %u", kSeed);
    std::mt19937_64 random(kSeed);
    for (int i = 0; i < 20'000; ++i) {
        const Duration duration(static_cast<std::int64_t>(random() >> (1U + random() % 62U)));
        QCOMPARE(parseDuration(durationText(duration)), std::optional(duration));
    }
    const Duration longest(std::numeric_limits<std::int64_t>::max());
    QCOMPARE(parseDuration(durationText(longest)), std::optional(longest));
}

} // namespace tst_duration_text

STAMPEDE_TEST(tst_duration_text::DurationText)
#include "tst_duration_text.moc"
