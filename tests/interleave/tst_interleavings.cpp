// Carries every order of two requests out and holds the numbers against the table of
// docs/interleavings.md.

#include "base/clock.h"
#include "interleave/interleavings.h"
#include "interleave/issuing_meeting.h"
#include "support/test_server.h"
#include "test_program.h"

#include <QTest>

#include <algorithm>

using namespace stampede;

namespace tst_interleavings {

namespace {

ServiceSettings serviceOf(bool rowLock, bool duplicateCheck, bool uniqueKey,
                          Isolation isolation = Isolation::Default)
{
    ServiceSettings service;
    service.layers = {rowLock, duplicateCheck, uniqueKey};
    service.isolation = isolation;
    return service;
}

using Counts = QMap<QString, qint64>;

} // namespace

class TestInterleavings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOrderOfTwo_data();
    void everyOrderOfTwo();

private:
    ConnectionSettings freshDatabase();

    std::unique_ptr<PrivateServer> m_server;
};

void TestInterleavings::initTestCase()
{
    auto started = test::startTestServer();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error()));
    m_server = std::move(started).value();
}

ConnectionSettings TestInterleavings::freshDatabase()
{
    ConnectionSettings settings = m_server->connectionSettings();
    const QString name = test::testDatabasePrefix() + QStringLiteral("orders");
    auto connection = Connection::open(settings);
    STAMPEDE_CHECK(connection.ok());
    for (const char *sql : {"DROP DATABASE IF EXISTS %1", "CREATE DATABASE %1"}) {
        STAMPEDE_CHECK(connection.value()->execute(QString::fromLatin1(sql).arg(name)).ok());
    }
    settings.database = name;
    return settings;
}

void TestInterleavings::everyOrderOfTwo_data()
{
    QTest::addColumn<bool>("lock");
    QTest::addColumn<bool>("check");
    QTest::addColumn<bool>("key");
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<int>("schedules");
    QTest::addColumn<Counts>("faults");
    QTest::addColumn<QMap<int, qint64>>("errors");
    using enum Situation;
    using enum Isolation;
    const QString drift = QStringLiteral("drift −1");
    const QString twice = QStringLiteral("duplicate");
    const QString oversold = QStringLiteral("oversold");
    const auto row = [](const char *name, const ServiceSettings &service, Situation situation,
                        int schedules, const Counts &faults = {},
                        const QMap<int, qint64> &errors = {}) {
        const Layers &layers = service.layers;
        QTest::newRow(name) << layers.rowLock << layers.duplicateCheck << layers.uniqueKey
                            << service.isolation << situation << schedules << faults << errors;
    };
    constexpr bool on = true;
    constexpr bool off = false;
    row("on/on/on", serviceOf(on, on, on), TwoPeople, 10);
    row("on/on/off", serviceOf(on, on, off), TwoPeople, 10);
    row("on/off/on", serviceOf(on, off, on), TwoPeople, 8);
    row("on/off/off", serviceOf(on, off, off), TwoPeople, 8);
    row("off/on/on", serviceOf(off, on, on), TwoPeople, 92, {{drift, 90}});
    row("off/on/off", serviceOf(off, on, off), TwoPeople, 92, {{drift, 90}});
    row("off/off/on", serviceOf(off, off, on), TwoPeople, 24, {{drift, 22}});
    row("off/off/off", serviceOf(off, off, off), TwoPeople, 24, {{drift, 22}});
    row("one, on/on/on", serviceOf(on, on, on), OnePerson, 10);
    row("one, on/on/off", serviceOf(on, on, off), OnePerson, 10);
    row("one, on/off/on", serviceOf(on, off, on), OnePerson, 8, {}, {{1062, 8}});
    row("one, on/off/off", serviceOf(on, off, off), OnePerson, 8, {{twice, 8}});
    row("one, off/on/on", serviceOf(off, on, on), OnePerson, 92, {}, {{1062, 90}});
    row("one, off/on/off", serviceOf(off, on, off), OnePerson, 92, {{drift, 90}, {twice, 90}});
    row("one, off/off/on", serviceOf(off, off, on), OnePerson, 24, {}, {{1062, 24}});
    row("one, off/off/off", serviceOf(off, off, off), OnePerson, 24, {{drift, 22}, {twice, 24}});
    row("committed", serviceOf(off, on, on, ReadCommitted), TwoPeople, 92, {{drift, 90}});
    row("uncommitted", serviceOf(off, on, on, ReadUncommitted), TwoPeople, 92, {{drift, 72}});
    row("repeatable", serviceOf(off, on, on, RepeatableRead), TwoPeople, 92, {{drift, 90}});
    row("serializable", serviceOf(off, on, on, Serializable), TwoPeople, 24, {}, {{1213, 18}});
    row("last, lock on", serviceOf(on, on, on), LastCoupon, 10);
    row("last, lock off", serviceOf(off, on, on), LastCoupon, 92, {{drift, 90}, {oversold, 90}});
}

void TestInterleavings::everyOrderOfTwo()
{
    QFETCH(bool, lock);
    QFETCH(bool, check);
    QFETCH(bool, key);
    QFETCH(Isolation, isolation);
    QFETCH(Situation, situation);
    QFETCH(int, schedules);
    QFETCH(Counts, faults);
    using Errors = QMap<int, qint64>;
    QFETCH(Errors, errors);
    IssuingMeeting meeting(serviceOf(lock, check, key, isolation), situation);
    const auto found = interleave(freshDatabase(), meeting, {}, {});
    QVERIFY(found.ok());
    const Interleavings &all = found.value();
    for (const UndecidedOrder &order : all.undecided) {
        qWarning().noquote() << order.prefix << order.doubt;
    }
    QVERIFY(all.undecided.isEmpty());
    QVERIFY(!all.drawn && !all.stopped);
    QCOMPARE(all.orders.size(), schedules);
    QCOMPARE(all.faults(), faults);
    QCOMPARE(all.errors(), errors);
    const auto most = std::max_element(faults.begin(), faults.end());
    QCOMPARE(all.wrong(), most == faults.end() ? 0 : *most);
    qInfo("%lld ms for %d orders", static_cast<long long>(all.tookNs / kNsPerMs), schedules);
}

} // namespace tst_interleavings

STAMPEDE_TEST(tst_interleavings::TestInterleavings)
#include "tst_interleavings.moc"
