// SPDX-License-Identifier: MIT
// Proves that a service of somebody else is set up by hand: one real request is sent as a chosen
// user, its answer is shown and becomes a rule, faults stand at their fields, and the run that
// follows goes by that rule.

#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/main_window.h"
#include "ui/live/answer_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace tst_http_section {

using namespace stampede;
using test::TestDatabase;

namespace {

/// A service that is sold out from the start and says so in words of its own.
class SoldOutService : public QTcpServer
{
public:
    SoldOutService()
    {
        if (!listen(QHostAddress::LocalHost)) {
            qFatal("cannot listen");
        }
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
    }

    QByteArray lastRequest;
    int requests = 0;

private:
    void answer(QTcpSocket &socket)
    {
        QByteArray &got = m_got[&socket];
        got += socket.readAll();
        for (;;) {
            const qsizetype end = got.indexOf("\r\n\r\n");
            if (end < 0) {
                return;
            }
            const qsizetype field = got.toLower().indexOf("content-length:");
            const qsizetype length =
                field < 0 ? 0
                          : got.mid(field + 15, got.indexOf("\r\n", field) - field - 15).toInt();
            if (got.size() < end + 4 + length) {
                return;
            }
            lastRequest = got.left(end + 4 + length);
            got.remove(0, end + 4 + length);
            ++requests;
            socket.write("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n"
                         "Content-Length: 15\r\n\r\n{\"code\":\"GONE\"}");
        }
    }

    QHash<QTcpSocket *, QByteArray> m_got;
};

} // namespace

class TestHttpSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void becomesAServiceOverHttp();
    void rulesChangePlacesWithTheKeyboard();
    void oneRequestIsTried();
    void theAnswerBecomesARule();
    void faultsStandAtTheirFields();
    void theRunGoesByTheRule();
    void andBackAgain();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    void choose(const char *setting, const QString &key) const
    {
        auto *box = child<QComboBox>(setting);
        while (box->currentIndex() < box->findData(key)) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        while (box->currentIndex() > box->findData(key)) {
            QTest::keyClick(box, Qt::Key_Up);
        }
        QCOMPARE(box->currentData().toString(), key);
    }
    [[nodiscard]] QString rule(int row) const
    {
        return child<QListView>("rules")->model()->index(row, 0).data().toString();
    }
    void type(const char *setting, const QString &words) const
    {
        auto *field = child<QLineEdit>(setting);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
    }

    SoldOutService m_service;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestHttpSection::initTestCase()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("latch-100-vs-10"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestHttpSection::becomesAServiceOverHttp()
{
    QVERIFY(child<QToolButton>("service.layers.rowLock")->isVisible());
    QVERIFY(!child<QTabWidget>("httpTabs")->isVisible());
    QTest::mouseClick(child<QRadioButton>("target.kind.http"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY2(m_session->faults().isEmpty(),
             m_session->faults().isEmpty() ? "" : qPrintable(m_session->faults().first()));
    QVERIFY(child<QTabWidget>("httpTabs")->isVisible());
    // It has protections of its own.
    QVERIFY(!child<QToolButton>("service.layers.rowLock")->isVisible());
    QVERIFY(!child<QLineEdit>("service.pause")->isVisible());
}

void TestHttpSection::rulesChangePlacesWithTheKeyboard()
{
    child<QTabWidget>("httpTabs")->setCurrentIndex(1);
    auto *rules = child<QListView>("rules");
    const QAbstractItemModelTester tester(rules->model());
    QCOMPARE(rule(0), QStringLiteral("1. status 200 → Issued"));
    QVERIFY(m_session->value(QStringLiteral("target.classify")).isUndefined());
    rules->setFocus();
    rules->setCurrentIndex(rules->model()->index(0, 0));
    QTest::keyClick(rules, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rule(0), QStringLiteral("1. status 409 → Already issued"));
    QCOMPARE(rule(1), QStringLiteral("2. status 200 → Issued"));
    QCOMPARE(rules->currentIndex().row(), 1);
    QCOMPARE(m_session->value(QStringLiteral("target.classify")).toArray().size(), 10);
    // As the view does when a row is dropped before the first.
    QVERIFY(rules->model()->moveRow({}, 9, {}, 0));
    QVERIFY(rule(0).endsWith(QStringLiteral("Server error")));
    type("ruleStatus", QStringLiteral("201"));
    QVERIFY2(m_session->faults().isEmpty(), qPrintable(m_session->faults().values().join(u' ')));
    QTest::keyClick(rules, Qt::Key_Delete);
    QCOMPARE(rules->model()->rowCount(), 9);
    QTest::mouseClick(child<QPushButton>("usualRules"), Qt::LeftButton);
    QVERIFY(m_session->value(QStringLiteral("target.classify")).isUndefined());
    QCOMPARE(rules->model()->rowCount(), 10);
    child<QTabWidget>("httpTabs")->setCurrentIndex(0);
}

void TestHttpSection::oneRequestIsTried()
{
    type("target.url",
         QStringLiteral("http://127.0.0.1:%1/c/{couponId}/take").arg(m_service.serverPort()));
    QTest::mouseClick(child<QPushButton>("addHeader"), Qt::LeftButton);
    type("headerName1", QStringLiteral("X-Shop"));
    type("headerValue1", QStringLiteral("north"));
    type("tryUser", QStringLiteral("7"));
    child<QPushButton>("trySend")->setFocus();
    QTest::mouseClick(child<QPushButton>("trySend"), Qt::LeftButton);
    QVERIFY(child<QPushButton>("trySend")->isEnabled()); // else the focus goes elsewhere
    QTest::mouseClick(child<QPushButton>("trySend"), Qt::LeftButton); // and sends no second one
    QTRY_COMPARE(m_service.requests, 1);
    QVERIFY(m_service.lastRequest.startsWith("POST /c/1/take HTTP/1.1\r\n"));
    QVERIFY(m_service.lastRequest.contains("X-Shop: north\r\n"));
    QVERIFY(m_service.lastRequest.endsWith("{\"userId\":7}"));
    QTRY_VERIFY(child<QLabel>("tryStatus")->text().startsWith(QStringLiteral("400 Bad Request")));
    QVERIFY(child<QLabel>("tryStatus")
                ->text()
                .endsWith(QStringLiteral("no rule knows it: it would count as not recognised")));
    QVERIFY(child<QPlainTextEdit>("tryBody")->toPlainText().contains(QStringLiteral("GONE")));
    // It belongs to the request that was sent, and comes back with it.
    type("headerValue1", QStringLiteral("south"));
    QVERIFY(!child<QPlainTextEdit>("tryBody")->isVisible());
    QVERIFY(!child<QLabel>("tryStatus")->isVisible());
    QVERIFY(!child<QPushButton>("tryAdd")->isVisible());
    QVERIFY(child<QLabel>("tryOther")->isVisible());
    type("headerValue1", QStringLiteral("north"));
    QVERIFY(child<QPlainTextEdit>("tryBody")->isVisible());
    QVERIFY(!child<QLabel>("tryOther")->isVisible());
    // No rule knows it: what its status and its code say is proposed.
    QCOMPARE(child<QComboBox>("tryMeaning")->currentData().toString(),
             QStringLiteral("out_of_stock"));
    QVERIFY(child<QRadioButton>("tryByStatus")->isVisible());
    QVERIFY(!child<QRadioButton>("tryByStatus")->isChecked());
}

void TestHttpSection::theAnswerBecomesARule()
{
    choose("tryMeaning", QStringLiteral("out_of_stock"));
    QTest::mouseClick(child<QPushButton>("tryAdd"), Qt::LeftButton);
    QVERIFY2(m_session->faults().isEmpty(),
             m_session->faults().isEmpty() ? "" : qPrintable(m_session->faults().first()));
    const auto says = [this](const QString &words) {
        return child<QLabel>("tryStatus")->text().endsWith(words);
    };
    QVERIFY(says(QStringLiteral("the rules say: Out of stock")));
    m_session->undo(); // what the rules say is said of the rules as they stand
    QVERIFY(says(QStringLiteral("no rule knows it: it would count as not recognised")));
    m_session->redo();
    QVERIFY(says(QStringLiteral("the rules say: Out of stock")));
    child<QTabWidget>("httpTabs")->setCurrentIndex(1);
    QCOMPARE(rule(0), QStringLiteral("1. status 400 and /code is \"GONE\" → Out of stock"));
    QCOMPARE(rule(1), QStringLiteral("2. status 200 → Issued"));
    child<QTabWidget>("httpTabs")->setCurrentIndex(0);
}

void TestHttpSection::faultsStandAtTheirFields()
{
    const QString before = m_session->value(QStringLiteral("target.url")).toString();
    type("target.url", QStringLiteral("ftp://example.com/"));
    QVERIFY(m_session->faults().contains(QStringLiteral("target.url")));
    QVERIFY(child<QLabel>("target.url.fault")->isVisible());
    QVERIFY(!child<QPushButton>("trySend")->isEnabled());
    QVERIFY(!m_session->mayRun());
    type("target.url", before);
    QVERIFY(m_session->mayRun());
}

void TestHttpSection::theRunGoesByTheRule()
{
    m_session->set(QStringLiteral("load.vus"), 5);
    m_session->set(QStringLiteral("users.count"), 5);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    const auto record = m_session->record();
    QVERIFY2(record, m_session->fault() ? qPrintable(m_session->fault()->message) : "");
    QCOMPARE(record->outcomes.of(Outcome::OutOfStock), std::uint64_t{5});
    QCOMPARE(m_service.requests, 6);
    // The list of the rules says how often each decided.
    QListView *rules = child<QListView>("rules");
    QCOMPARE(rules->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("1. status 400 and /code is \"GONE\" → Out of stock, 5 times"));
    QVERIFY(rules->model()
                ->index(1, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(QStringLiteral("Issued, 0 times")));
    // So does the list of answers, which knows no code of somebody else's service.
    const auto *answers = child<QTableView>("answerTable")->model();
    QCOMPARE(answers->rowCount(), 1);
    QCOMPARE(answers->index(0, AnswerModel::Status).data().toString(), QStringLiteral("–"));
    QCOMPARE(answers->index(0, AnswerModel::Code).data().toString(),
             QStringLiteral("status 400 and /code is \"GONE\""));
}

void TestHttpSection::andBackAgain()
{
    QTest::mouseClick(child<QRadioButton>("target.kind.in-process"), Qt::LeftButton, {},
                      QPoint(8, 8));
    QVERIFY2(m_session->faults().isEmpty(),
             m_session->faults().isEmpty() ? "" : qPrintable(m_session->faults().first()));
    QVERIFY(child<QToolButton>("service.layers.rowLock")->isVisible());
    QVERIFY(!child<QTabWidget>("httpTabs")->isVisible());
}

} // namespace tst_http_section

STAMPEDE_TEST(tst_http_section::TestHttpSection)
#include "tst_http_section.moc"
