// SPDX-License-Identifier: MIT
// The relay that faults of the network need leaves nothing behind, also where the program before it
// was killed.

#include "faults/fault_proxy.h"
#include "test_program.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace tst_fault_proxy {

using namespace stampede;

namespace {

Scenario withNetworkFault()
{
    Scenario scenario;
    PlannedFault fault;
    fault.action = FaultAction::Network;
    scenario.faults.push_back(fault);
    return scenario;
}

ConnectionSettings anywhere()
{
    ConnectionSettings settings;
    settings.socket = QStringLiteral("/tmp/no-server.sock");
    return settings;
}

QStringList foldersOf(qint64 process)
{
    return QDir(QStringLiteral("/tmp"))
        .entryList({QStringLiteral("stampede-relay-%1-*").arg(process)}, QDir::Dirs);
}

} // namespace

class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereOnlyWhereItIsNeeded();
    void takesAwayWhatAKilledProgramLeft();
};

void TestFaultProxy::isThereOnlyWhereItIsNeeded()
{
    const qint64 self = QCoreApplication::applicationPid();
    {
        const auto none = FaultProxy::toDatabase(Scenario(), anywhere());
        QVERIFY(none.ok());
        QCOMPARE(none.value().through(anywhere()).socket, anywhere().socket);
        QCOMPARE(foldersOf(self).size(), 0);
    }
    {
        const auto relay = FaultProxy::toDatabase(withNetworkFault(), anywhere());
        QVERIFY(relay.ok());
        QVERIFY(relay.value().through(anywhere()).socket != anywhere().socket);
        QCOMPARE(foldersOf(self).size(), 1);
        // Another relay leaves that of a program that lives alone.
        const auto second = FaultProxy::toDatabase(withNetworkFault(), anywhere());
        QVERIFY(second.ok());
        QCOMPARE(foldersOf(self).size(), 2);
    }
    QCOMPARE(foldersOf(self).size(), 0);
}

void TestFaultProxy::takesAwayWhatAKilledProgramLeft()
{
    QProcess gone;
    gone.start(QStringLiteral("true"), QStringList());
    QVERIFY(gone.waitForStarted());
    const qint64 process = gone.processId();
    QVERIFY(gone.waitForFinished());
    const QDir tmp(QStringLiteral("/tmp"));
    const QString left = QStringLiteral("stampede-relay-%1-abcdef").arg(process);
    const QString foreign = QStringLiteral("stampede-relay-%1-ghijkl").arg(process);
    QVERIFY(tmp.mkpath(left) && tmp.mkpath(foreign));
    QFile socket(tmp.filePath(left + QStringLiteral("/relay.sock")));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    QFile other(tmp.filePath(foreign + QStringLiteral("/notes.txt")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    const auto relay = FaultProxy::toDatabase(withNetworkFault(), anywhere());
    QVERIFY(relay.ok());
    QVERIFY(!tmp.exists(left));
    QVERIFY(other.exists()); // whatever it is, it is not ours
    QVERIFY(QDir(tmp.filePath(foreign)).removeRecursively());
}

} // namespace tst_fault_proxy

STAMPEDE_TEST(tst_fault_proxy::TestFaultProxy)
#include "tst_fault_proxy.moc"
