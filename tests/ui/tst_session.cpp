// SPDX-License-Identifier: MIT
// Proves that editing settings changes scenario, faults and prediction at once, and that a changed
// scenario can be repeated as a command and saved.

#include "test_program.h"
#include "ui/session/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_session {

using namespace stampede;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsFollowAtOnce();
    void faultsComeAndGo();
    void commandNamesWhatDiffers();
    void savedScenarioIsReadBack();
    void plannedFaultsAreKept();

private:
    static std::unique_ptr<Session> make()
    {
        auto session =
            std::make_unique<Session>(std::make_shared<DatabaseHost>(DatabaseUrl(), QStringList()));
        STAMPEDE_CHECK(session->load(QStringLiteral("hundred-users"), nullptr));
        return session;
    }
};

void TestSession::editsFollowAtOnce()
{
    const auto session = make();
    QCOMPARE(session->prediction().issued, (Range{100, 100}));
    QVERIFY(!session->isChanged());
    session->set(QStringLiteral("users.count"), 50);
    QCOMPARE(session->prediction().issued, (Range{50, 50}));
    QVERIFY(session->isChanged());
    session->set(QStringLiteral("service.layers.rowLock"), false);
    QVERIFY(session->prediction().possible.drift);
}

void TestSession::faultsComeAndGo()
{
    const auto session = make();
    session->set(QStringLiteral("load.vus"), 0);
    QVERIFY(!session->mayRun());
    QVERIFY(session->faults()
                .value(QStringLiteral("load.vus"))
                .startsWith(QStringLiteral("must be between 1 and 2,000")));
    session->set(QStringLiteral("load.vus"), QStringLiteral("many"));
    QVERIFY(session->faults().contains(QStringLiteral("load.vus")));
    session->set(QStringLiteral("load.vus"), 7);
    QVERIFY(session->mayRun());
    QCOMPARE(session->scenario().load.vus, 7);
}

void TestSession::commandNamesWhatDiffers()
{
    const auto session = make();
    QCOMPARE(session->asCommand().value(), QStringLiteral("stampede-cli run hundred-users"));
    session->set(QStringLiteral("load.vus"), 7);
    session->set(QStringLiteral("coupon.name"), QStringLiteral("it's"));
    QCOMPARE(session->asCommand().value(),
             QStringLiteral("stampede-cli run hundred-users --set 'coupon.name=it'\\''s' --set "
                            "load.vus=7"));
}

void TestSession::savedScenarioIsReadBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.stampede.json"));
    const auto session = make();
    session->set(QStringLiteral("coupon.stock"), 12);
    QVERIFY(session->save(path).ok());
    QVERIFY(!session->isChanged());
    const auto other = make();
    QVERIFY(other->load(path, nullptr));
    QCOMPARE(other->scenario().coupon.stock, 12);
    QVERIFY(!other->load(folder.filePath(QStringLiteral("none")), nullptr));
    QCOMPARE(other->scenario().coupon.stock, 12);
}

void TestSession::plannedFaultsAreKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.stampede.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema":"stampede.scenario/1","faults":[{"at":"2s","kind":"server-kill"},
                   {"at":"3s","kind":"network","effect":"delay","delay":"5ms","for":"1s"}]})");
    file.close();
    const auto session = make();
    QVERIFY(session->load(path, nullptr));
    QCOMPARE(session->scenario().faults.size(), 2);
    const QList<PlannedFault> planned = session->scenario().faults;
    session->set(QStringLiteral("coupon.stock"), 12); // the form edits other things only
    QCOMPARE(session->scenario().faults, planned);
    QCOMPARE(session->asCommand().value(),
             QStringLiteral("stampede-cli run %1 --set coupon.stock=12").arg(path));
    QVERIFY(session->save(path).ok());
    const auto other = make();
    QVERIFY(other->load(path, nullptr));
    QCOMPARE(other->scenario().faults, planned);
    QCOMPARE(other->scenario().coupon.stock, 12);
}

} // namespace tst_session

STAMPEDE_TEST(tst_session::TestSession)
#include "tst_session.moc"
