// SPDX-License-Identifier: MIT
// Proves that a database belongs to one program at a time: the second is told who has it, a holder
// that dies or is done frees it, a lock that was lost is taken again, also after the server was
// started again, and one that somebody else has got in between is said to be lost.

#include "database/database_lock.h"
#include "database/private_server.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QTemporaryDir>
#include <QtTest>

namespace tst_database_lock {

using namespace stampede;
using stampede::test::connectTo;
using stampede::test::TestDatabase;

namespace {

using Part = DatabaseLock::Part;
using Taken = Result<std::unique_ptr<DatabaseLock>, QString>;

const QList<Part> kBoth = {Part::Work, Part::Service};

/// The connection behind the lock's refusal: "…, connection 12, since …".
qint64 connectionIn(const QString &sentence)
{
    static const QRegularExpression number(QStringLiteral("connection ([0-9]+)"));
    return number.match(sentence).captured(1).toLongLong();
}

} // namespace

class TestDatabaseLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secondIsToldWhoHasIt();
    void whoMayNotBeSeenIsNotNamed();
    void partsAreTakenApart();
    void otherDatabasesAreFree();
    void endFreesAtOnce();
    void deadHolderFrees();
    void lostIsTakenAgain();
    void lostToAnotherIsSaid();
    void serverThatIsBackIsLockedAgain();
    void unreachableIsTold();

private:
    [[nodiscard]] Taken take(const QList<Part> &parts = {Part::Work},
                             const DatabaseLock::Watcher &watcher = {}) const
    {
        return DatabaseLock::take(m_settings, parts, watcher);
    }
    /// The connection that holds it, as a second one is told.
    [[nodiscard]] qint64 holder() const
    {
        const auto second = take();
        return second.ok() ? 0 : connectionIn(second.error());
    }
    void run(const QString &sql);

    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

void TestDatabaseLock::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_settings = TestDatabase::instance().freshDatabase();
    m_connection = connectTo(m_settings);
}

void TestDatabaseLock::run(const QString &sql)
{
    const auto done = m_connection->execute(sql);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestDatabaseLock::secondIsToldWhoHasIt()
{
    const auto first = take();
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error()));
    const QDateTime before = QDateTime::currentDateTime();
    const auto second = take();
    QVERIFY(!second.ok());
    static const QRegularExpression form(QStringLiteral(
        "^The database (\\S+) is in use by another run or audit of Stampede, or a `serve` that "
        "begins \\(the account (\\S+) "
        "from (\\S+), connection [0-9]+, since (\\S+ \\S+) at the latest\\)\\. Nothing was "
        "touched\\."));
    const auto match = form.match(second.error());
    QVERIFY2(match.hasMatch(), qPrintable(second.error()));
    QCOMPARE(match.captured(1), m_settings.database);
    QCOMPARE(match.captured(2), m_settings.user);
    QCOMPARE(match.captured(3), QStringLiteral("localhost"));
    const QDateTime since =
        QDateTime::fromString(match.captured(4), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    QVERIFY2(since.isValid() && since <= before.addSecs(60), qPrintable(match.captured(4)));
    QVERIFY(first.value()->check().ok());
    QCOMPARE(first.value()->remarks(), QStringList());
}

void TestDatabaseLock::whoMayNotBeSeenIsNotNamed()
{
    const auto first = take();
    QVERIFY(first.ok());
    run(QStringLiteral("CREATE OR REPLACE USER 'blind'@'localhost'"));
    run(QStringLiteral("GRANT ALL ON %1.* TO 'blind'@'localhost'")
            .arg(quotedIdentifier(m_settings.database)));
    ConnectionSettings blind = m_settings;
    blind.user = QStringLiteral("blind");
    const auto second = DatabaseLock::take(blind, {Part::Work});
    QVERIFY(!second.ok());
    QVERIFY2(second.error().contains(QStringLiteral("which this account may not see")),
             qPrintable(second.error()));
    run(QStringLiteral("DROP USER 'blind'@'localhost'"));
}

void TestDatabaseLock::partsAreTakenApart()
{
    const auto serve = take(kBoth);
    QVERIFY(serve.ok());
    serve.value()->release(Part::Work);
    QVERIFY(DatabaseLock::isHeld(*m_connection, Part::Service).value());
    QVERIFY(!DatabaseLock::isHeld(*m_connection, Part::Work).value());
    const auto both = take(kBoth);
    QVERIFY(!both.ok());
    QVERIFY2(both.error().contains(QStringLiteral("in use by a `stampede-cli serve`")),
             qPrintable(both.error()));
    // Who was refused the one has not kept the other.
    const auto atServe = take({Part::Work});
    QVERIFY2(atServe.ok(), atServe.ok() ? "" : qPrintable(atServe.error()));
    QVERIFY(!take({Part::Work}).ok());
    QVERIFY(serve.value()->check().ok());
}

void TestDatabaseLock::otherDatabasesAreFree()
{
    const auto one = take(kBoth);
    const auto other = DatabaseLock::take(TestDatabase::instance().freshDatabase(), kBoth);
    QVERIFY(one.ok() && other.ok());
}

void TestDatabaseLock::endFreesAtOnce()
{
    for (int turn = 0; turn < 20; ++turn) {
        const auto lock = take(kBoth);
        QVERIFY2(lock.ok(), lock.ok() ? "" : qPrintable(lock.error()));
    }
}

void TestDatabaseLock::deadHolderFrees()
{
    // Another program's holder is a connection that ends: as when it was killed.
    auto lock = std::make_unique<Taken>(take());
    QVERIFY(lock->ok());
    run(QStringLiteral("KILL CONNECTION %1").arg(holder()));
    lock.reset();
    QTRY_VERIFY(take().ok());
}

void TestDatabaseLock::lostIsTakenAgain()
{
    const auto lock = take(kBoth);
    QVERIFY(lock.ok());
    const qint64 before = holder();
    QVERIFY(before > 0);
    run(QStringLiteral("KILL CONNECTION %1").arg(before));
    QTRY_VERIFY(holder() > 0 && holder() != before);
    QVERIFY(lock.value()->check().ok());
    QCOMPARE(lock.value()->remarks().size(), 1);
    QVERIFY(!take(kBoth).ok());
}

void TestDatabaseLock::lostToAnotherIsSaid()
{
    std::vector<DatabaseLock::State> states;
    std::mutex mutex;
    const auto lock = take({Part::Work}, [&](DatabaseLock::State state, const QString &) {
        const std::lock_guard guard(mutex);
        states.push_back(state);
    });
    QVERIFY(lock.ok());
    // Somebody else is faster than the watcher sooner or later.
    std::unique_ptr<DatabaseLock> other;
    for (int tries = 0; tries < 200 && !other; ++tries) {
        run(QStringLiteral("KILL CONNECTION %1").arg(holder()));
        auto taken = take();
        if (taken.ok()) {
            other = std::move(taken).value();
        }
    }
    QVERIFY(other);
    const auto held = lock.value()->check();
    QVERIFY(!held.ok());
    QVERIFY2(held.error().contains(QStringLiteral("in use by another run or audit")),
             qPrintable(held.error()));
    other.reset();
    QVERIFY2(!lock.value()->check().ok(), "once lost, lost for good");
    const std::lock_guard guard(mutex);
    QCOMPARE(states.back(), DatabaseLock::State::Lost);
}

void TestDatabaseLock::serverThatIsBackIsLockedAgain()
{
    QTemporaryDir folder(QStringLiteral("/var/tmp/stampede-lock-XXXXXX"));
    QVERIFY(folder.isValid());
    QVERIFY(QFile::setPermissions(folder.path(), QFile::permissions(folder.path()) |
                                                     QFile::ExeGroup | QFile::ExeOther));
    PrivateServerSettings settings;
    settings.root = folder.path();
    auto server = PrivateServer::start(settings, [](const QString &) {});
    QVERIFY2(server.ok(), server.ok() ? "" : qPrintable(server.error().message));
    const ConnectionSettings reached = server.value()->connectionSettings();
    const auto lock = DatabaseLock::take(reached, kBoth);
    QVERIFY2(lock.ok(), lock.ok() ? "" : qPrintable(lock.error()));

    server.value()->kill();
    const auto away = lock.value()->check();
    QVERIFY(!away.ok());
    QVERIFY2(away.error().contains(QStringLiteral("could not be found out")),
             qPrintable(away.error()));
    const auto back = server.value()->restart();
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
    const auto held = lock.value()->check();
    QVERIFY2(held.ok(), held.ok() ? "" : qPrintable(held.error()));
    QCOMPARE(lock.value()->remarks().size(), 1);
    QVERIFY(!DatabaseLock::take(reached, kBoth).ok());
}

void TestDatabaseLock::unreachableIsTold()
{
    m_settings.socket = QStringLiteral("/no/such/socket");
    const auto lock = take();
    QVERIFY(!lock.ok());
    QVERIFY2(lock.error().startsWith(
                 QStringLiteral("Whether somebody else uses the database could not be found out")),
             qPrintable(lock.error()));
}

} // namespace tst_database_lock

STAMPEDE_TEST(tst_database_lock::TestDatabaseLock)
#include "tst_database_lock.moc"
