// SPDX-License-Identifier: MIT
// Carries every order of two requests out and holds the numbers against the table of
// docs/interleavings.md.

#include "base/clock.h"
#include "interleave/interleave_text.h"
#include "interleave/lock_waits.h"
#include "issuance/in_process_target.h"
#include "support/test_database.h"
#include "support/test_server.h"
#include "test_program.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <barrier>
#include <thread>
#include <vector>

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
    void theSameTenTimes_data();
    void theSameTenTimes();
    void otherStrategies_data();
    void otherStrategies();
    void threePeopleAreDrawn();
    void stressFindsNothingElse_data();
    void stressFindsNothingElse();
    void aScriptEndsTheSame_data();
    void aScriptEndsTheSame();
    void thePageTellsTheTruth_data();
    void thePageTellsTheTruth();
    void anOrderThatCannotHappen();
    void stopsInTheMiddle();

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

/// What everybody was told and what there was at the end.
QString outcomeOf(const Order &order)
{
    QStringList words = order.answers;
    for (const EndFigure &figure : order.end) {
        words << figure.value;
    }
    return words.join(QLatin1Char('|'));
}

QStringList storyOf(const Interleavings &found)
{
    QStringList lines;
    for (const Order &order : found.orders) {
        lines << order.schedule + QLatin1Char(' ') + outcomeOf(order) + QLatin1Char(' ') +
                     order.happening;
    }
    return lines;
}

void TestInterleavings::theSameTenTimes_data()
{
    QTest::addColumn<Layers>("layers");
    QTest::addColumn<Isolation>("isolation");
    QTest::newRow("lock off") << Layers{false, false, true} << Isolation::Default;
    QTest::newRow("lock on") << Layers{} << Isolation::Default;
    QTest::newRow("deadlocks") << Layers{false, true, true} << Isolation::Serializable;
}

void TestInterleavings::theSameTenTimes()
{
    QFETCH(Layers, layers);
    QFETCH(Isolation, isolation);
    IssuingMeeting meeting(
        serviceOf(layers.rowLock, layers.duplicateCheck, layers.uniqueKey, isolation),
        Situation::OnePerson);
    QStringList first;
    for (int round = 0; round < 10; ++round) {
        // Every other time somebody keeps the machine busy.
        std::vector<std::jthread> crowd;
        for (int i = 0; round % 2 == 1 && i < 3; ++i) {
            crowd.emplace_back([](const std::stop_token &stop) {
                while (!stop.stop_requested()) {
                }
            });
        }
        const auto found = interleave(freshDatabase(), meeting, {}, {});
        QVERIFY(found.ok());
        QVERIFY(found.value().undecided.isEmpty());
        if (round == 0) {
            first = storyOf(found.value());
        }
        QCOMPARE(storyOf(found.value()), first);
    }
}

void TestInterleavings::otherStrategies_data()
{
    QTest::addColumn<StrategyKind>("strategy");
    QTest::addColumn<Situation>("situation");
    for (const StrategyKind strategy : kAllStrategies) {
        for (const Situation situation :
             {Situation::TwoPeople, Situation::LastCoupon, Situation::OnePerson}) {
            if (strategy != StrategyKind::Pessimistic) {
                QTest::newRow(
                    qPrintable(strategyKey(strategy) + QLatin1Char(' ') + situationKey(situation)))
                    << strategy << situation;
            }
        }
    }
}

void TestInterleavings::otherStrategies()
{
    QFETCH(StrategyKind, strategy);
    QFETCH(Situation, situation);
    ServiceSettings service;
    service.strategy = strategy;
    IssuingMeeting meeting(service, situation);
    const auto found = interleave(freshDatabase(), meeting, {}, {});
    QVERIFY(found.ok());
    QVERIFY(found.value().undecided.isEmpty());
    QVERIFY(found.value().orders.size() > 2);
    QCOMPARE(found.value().faults(), Counts());
    for (const Order &order : found.value().orders) {
        QVERIFY2(order.answers.contains(QStringLiteral("issued")), qPrintable(order.schedule));
    }
}

void TestInterleavings::threePeopleAreDrawn()
{
    IssuingMeeting on(ServiceSettings(), Situation::ThreePeople);
    const auto all = interleave(freshDatabase(), on, {}, {});
    QVERIFY(all.ok() && !all.value().drawn && all.value().undecided.isEmpty());
    QCOMPARE(all.value().wrong(), 0);

    IssuingMeeting off(serviceOf(false, true, true), Situation::ThreePeople);
    InterleaveOptions options;
    options.drawn = 40;
    options.seed = 7;
    QStringList schedules[2];
    for (QStringList &drawn : schedules) {
        const auto found = interleave(freshDatabase(), off, options, {});
        QVERIFY(found.ok() && found.value().drawn && found.value().undecided.isEmpty());
        QCOMPARE(found.value().seed, options.seed);
        QVERIFY(found.value().estimated > kMostExhaustive);
        QVERIFY(found.value().wrong() > 0);
        drawn = storyOf(found.value());
    }
    QCOMPARE(schedules[1], schedules[0]);
}

void TestInterleavings::stressFindsNothingElse_data()
{
    QTest::addColumn<Layers>("layers");
    QTest::addColumn<Situation>("situation");
    for (unsigned combination = 0; combination < 8; ++combination) {
        for (const Situation situation : {Situation::TwoPeople, Situation::OnePerson}) {
            const Layers layers{(combination & 4U) == 0, (combination & 2U) == 0,
                                (combination & 1U) == 0};
            QTest::addRow("%d/%d/%d %s", layers.rowLock, layers.duplicateCheck, layers.uniqueKey,
                          qPrintable(situationKey(situation)))
                << layers << situation;
        }
    }
}

void TestInterleavings::stressFindsNothingElse()
{
    QFETCH(Layers, layers);
    QFETCH(Situation, situation);
    // STAMPEDE_STRESS_RUNS=2000 is the long form.
    const int runs = qEnvironmentVariableIsSet("STAMPEDE_STRESS_RUNS")
                         ? qEnvironmentVariableIntValue("STAMPEDE_STRESS_RUNS")
                         : 125;
    ServiceSettings service;
    service.layers = layers;
    service.retries = 0;
    IssuingMeeting meeting(service, situation);
    const ConnectionSettings settings = freshDatabase();
    QSet<QString> possible;
    {
        const auto found = interleave(settings, meeting, {}, {});
        QVERIFY(found.ok() && found.value().undecided.isEmpty());
        for (const Order &order : found.value().orders) {
            possible.insert(outcomeOf(order));
        }
    }
    const auto observer = test::connectTo(settings);
    QVERIFY(observer->execute(QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = 0")));
    std::barrier<> together(3);
    Order order;
    order.answers = {QString(), QString()};
    std::vector<std::jthread> crowd;
    for (int person = 0; person < 2; ++person) {
        crowd.emplace_back([&, person] {
            auto issuer = openIssuer(
                std::make_unique<IssuerSession>(settings, service, kNsPerSecond * 20,
                                                std::make_shared<IssuerSession::Remote>()),
                nullptr);
            STAMPEDE_CHECK(issuer.ok());
            for (int run = 0; run < runs; ++run) {
                together.arrive_and_wait();
                const auto answer = issuer.value()->issue(meeting.userOf(person), CouponId{1},
                                                          monotonicNs(), kNsPerSecond * 20);
                const auto key = outcomeKey(answer.outcome);
                order.answers[person] =
                    QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
                together.arrive_and_wait();
            }
        });
    }
    QSet<QString> met;
    for (int run = 0; run < runs; ++run) {
        STAMPEDE_CHECK(meeting.reset(*observer).ok());
        order.answers.detach(); // two threads write to it now
        together.arrive_and_wait();
        together.arrive_and_wait();
        const auto ending = meeting.judge(*observer, order);
        STAMPEDE_CHECK(ending.ok());
        order.end = ending.value().figures;
        met.insert(outcomeOf(order));
    }
    crowd.clear();
    const QSet<QString> unforeseen = met - possible;
    QVERIFY2(unforeseen.isEmpty(), qPrintable(unforeseen.values().join(QLatin1Char(' '))));
    qInfo("%d runs met %d of %d outcomes", runs, static_cast<int>(met.size()),
          static_cast<int>(possible.size()));
}

/// A client program that takes what is entered in it, step by step.
class Client
{
public:
    explicit Client(const ConnectionSettings &settings)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("mariadb"),
                        {QStringLiteral("--no-defaults"), QStringLiteral("--socket"),
                         settings.socket, QStringLiteral("--user"), settings.user,
                         QStringLiteral("--batch"), QStringLiteral("--force"),
                         QStringLiteral("--unbuffered"), settings.database});
    }
    ~Client()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }
    void enter(const QString &statements)
    {
        ++m_entered;
        m_process.write(
            statements.toUtf8() +
            QByteArray("\nSELECT 'entered-%1';\n").replace("%1", QByteArray::number(m_entered)));
    }
    /// Waits until everything that was entered has been answered.
    bool answered()
    {
        const QByteArray mark = "entered-" + QByteArray::number(m_entered) + "\n";
        while (!m_said.contains(mark)) {
            if (!m_process.waitForReadyRead(20'000)) {
                return false;
            }
            m_said += m_process.readAll();
        }
        return true;
    }
    QByteArray said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
    int m_entered = 0;
};

void TestInterleavings::aScriptEndsTheSame_data()
{
    QTest::addColumn<ServiceSettings>("service");
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<QString>("schedule");
    QTest::newRow("the shortest wrong one")
        << serviceOf(false, true, true) << Situation::TwoPeople << QStringLiteral("AABBBBBAAA");
    QTest::newRow("somebody waits")
        << serviceOf(false, true, true) << Situation::LastCoupon << QStringLiteral("AAABBBAABB");
    QTest::newRow("the key refuses")
        << serviceOf(true, false, true) << Situation::OnePerson << QStringLiteral("ABAAABB");
    QTest::newRow("a deadlock") << serviceOf(false, true, true, Isolation::Serializable)
                                << Situation::TwoPeople << QStringLiteral("AABABBAA");
    ServiceSettings named;
    named.strategy = StrategyKind::NamedLock;
    QTest::newRow("a named lock") << named << Situation::LastCoupon << QStringLiteral("ABAAAAABB");
    ServiceSettings together;
    together.strategy = StrategyKind::Grouped;
    QTest::newRow("two batches") << together << Situation::LastCoupon << QStringLiteral("ABAA");
}

void TestInterleavings::aScriptEndsTheSame()
{
    QFETCH(ServiceSettings, service);
    QFETCH(Situation, situation);
    QFETCH(QString, schedule);
    InterleaveSubject subject;
    subject.service = service;
    subject.situation = situation;
    const auto result = carryOut(m_server->connectionSettings(), subject, schedule, {}, {});
    QVERIFY(result.ok());
    const Interleavings &found = result.value().found;
    QVERIFY2(found.undecided.isEmpty(),
             found.undecided.isEmpty() ? "" : qPrintable(found.undecided.constFirst().doubt));
    const Order &order = found.orders.constFirst();
    QCOMPARE(order.schedule, schedule);

    const ConnectionSettings settings = freshDatabase();
    const auto observer = test::connectTo(settings);
    {
        Client clients[] = {Client(settings), Client(settings)};
        const QString script = clientScript(result.value(), order);
        static const QRegularExpression block(
            QStringLiteral("^-- session ([AB]): ([^\\n]*)\\n((?:(?!-- session )[^\\n]*\\n)*)"),
            QRegularExpression::MultilineOption);
        int waiting = -1; // whose client is not back yet
        for (auto blocks = block.globalMatch(script); blocks.hasNext();) {
            const auto step = blocks.next();
            const int person = step.captured(1) == QLatin1String("A") ? 0 : 1;
            clients[person].enter(step.captured(3));
            if (step.captured(2).contains(QLatin1String("waits"))) {
                waiting = person;
                QTRY_VERIFY_WITH_TIMEOUT(!waitingConnections(*observer).value().isEmpty(), 10'000);
            } else {
                QVERIFY2(clients[person].answered(), clients[person].said().constData());
            }
            if (waiting >= 0 && waiting != person &&
                waitingConnections(*observer).value().isEmpty()) {
                QVERIFY(clients[waiting].answered());
                waiting = -1;
            }
        }
        for (Client &client : clients) {
            QVERIFY2(client.answered(), client.said().constData());
        }
    }
    const auto left = observer->value(QStringLiteral("SELECT quantity FROM coupons"));
    const auto holders = observer->value(QStringLiteral(
        "SELECT GROUP_CONCAT(user_id ORDER BY user_id SEPARATOR ', ') FROM user_coupons"));
    QVERIFY(left.ok() && holders.ok());
    QCOMPARE(left.value().toString(), order.end[0].value);
    QCOMPARE(holders.value().toString(), order.end[1].value);
}

/// What docs/interleavings.md says of a cell, by its situation, its name and its isolation level.
QMap<QString, QString> matrixOfPage()
{
    QFile page(QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/interleavings.md"));
    STAMPEDE_CHECK(page.open(QIODevice::ReadOnly));
    QMap<QString, QString> cells;
    QString situation;
    QStringList levels;
    for (const QString &line : QString::fromUtf8(page.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("### "))) {
            situation = line.mid(4);
        }
        if (line.startsWith(QLatin1String("<!-- end: matrix"))) {
            break;
        }
        if (!line.startsWith(QLatin1String("| "))) {
            continue;
        }
        const QStringList parts = line.mid(2).chopped(2).split(QStringLiteral(" | "));
        if (line.startsWith(QLatin1String("| row lock"))) {
            levels = parts.mid(1);
        } else if (parts.size() == levels.size() + 1) {
            for (qsizetype at = 0; at < levels.size(); ++at) {
                cells.insert(situation + QLatin1Char('|') + parts[0] + QLatin1Char('|') +
                                 levels[at],
                             parts[at + 1]);
            }
        }
    }
    return cells;
}

/// As scripts/update-interleavings.sh writes it.
QString cellOf(const Interleavings &found)
{
    QStringList parts = {QStringLiteral("0 of %1").arg(found.orders.size())};
    if (found.wrong() > 0) {
        parts[0] = QStringLiteral("**%1** of %2").arg(found.wrong()).arg(found.orders.size());
    }
    if (found.drawn) {
        parts[0] += QStringLiteral(" drawn");
    }
    const auto faults = found.faults();
    for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault) {
        parts << (fault.value() == found.wrong()
                      ? fault.key()
                      : QStringLiteral("%1 in %2").arg(fault.key()).arg(fault.value()));
    }
    const auto errors = found.errors();
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        parts << QStringLiteral("%1 in %2").arg(error.key()).arg(error.value());
    }
    return parts.join(QStringLiteral(", "));
}

void TestInterleavings::thePageTellsTheTruth_data()
{
    QTest::addColumn<InterleaveSubject>("subject");
    QTest::addColumn<QString>("cell");
    const QMap<QString, QString> page = matrixOfPage();
    const QList<InterleaveSubject> matrix = interleaveMatrix(kPlentyOfStock, {});
    QCOMPARE(page.size(), matrix.size());
    const auto word = [](bool on) { return on ? QStringLiteral("on") : QStringLiteral("off"); };
    // STAMPEDE_WHOLE_MATRIX=1 is the long form, some three minutes.
    const bool isWhole = qEnvironmentVariableIsSet("STAMPEDE_WHOLE_MATRIX");
    for (const InterleaveSubject &subject : matrix) {
        if (!isWhole && (subject.situation == Situation::ThreePeople ||
                         subject.service->isolation == Isolation::ReadCommitted ||
                         subject.service->isolation == Isolation::RepeatableRead)) {
            continue; // the others, and those of the rows above
        }
        const Layers &layers = subject.service->layers;
        const QString name = subject.service->strategy == StrategyKind::Pessimistic
                                 ? QStringLiteral("%1 / %2 / %3")
                                       .arg(word(layers.rowLock), word(layers.duplicateCheck),
                                            word(layers.uniqueKey))
                                 : strategyKey(subject.service->strategy);
        const QString key = situationName(subject.situation) + QLatin1Char('|') + name +
                            QLatin1Char('|') + isolationKey(subject.service->isolation);
        QVERIFY2(page.contains(key), qPrintable(key));
        QTest::newRow(qPrintable(key)) << subject << page[key];
    }
}

void TestInterleavings::thePageTellsTheTruth()
{
    QFETCH(InterleaveSubject, subject);
    QFETCH(QString, cell);
    InterleaveOptions options;
    options.mostExhaustive = kMostExhaustiveOfMatrix;
    options.drawn = kDrawnOrdersOfMatrix;
    const auto result = carryOut(m_server->connectionSettings(), subject, {}, options, {});
    QVERIFY(result.ok());
    QVERIFY(result.value().found.undecided.isEmpty());
    QCOMPARE(cellOf(result.value().found), cell);
}

void TestInterleavings::anOrderThatCannotHappen()
{
    IssuingMeeting meeting(ServiceSettings(), Situation::TwoPeople);
    const auto found = interleaveOnce(freshDatabase(), meeting, QStringLiteral("ABBAAA"), {});
    QVERIFY(found.ok());
    QVERIFY(found.value().orders.isEmpty());
    QCOMPARE(found.value().undecided.size(), 1);
    QCOMPARE(found.value().undecided[0].doubt, QStringLiteral("B could not go on after AB"));
    const auto longer = interleaveOnce(freshDatabase(), meeting, QStringLiteral("AAAAABBBBBA"), {});
    QVERIFY(longer.ok());
    QCOMPARE(longer.value().undecided.size(), 1);
    QCOMPARE(longer.value().undecided[0].doubt,
             QStringLiteral("everybody was done after AAAAABBBBB"));
}

void TestInterleavings::stopsInTheMiddle()
{
    IssuingMeeting meeting(serviceOf(false, true, true), Situation::ThreePeople);
    std::stop_source stop;
    InterleaveOptions options;
    options.progress = [&stop](qint64 done, qint64) {
        if (done == 5) {
            stop.request_stop();
        }
    };
    const auto found = interleave(freshDatabase(), meeting, options, stop.get_token());
    QVERIFY(found.ok());
    QVERIFY(found.value().stopped);
    QCOMPARE(found.value().orders.size(), 5);
}

} // namespace tst_interleavings

STAMPEDE_TEST(tst_interleavings::TestInterleavings)
#include "tst_interleavings.moc"
