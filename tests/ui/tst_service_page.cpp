// SPDX-License-Identifier: MIT
// Proves that somebody who knows their own service and nothing else comes from the start page to a
// verdict in the window alone: the copied request is pasted, its answers become rules, the database
// is connected in a dialog, and the run finds the lost updates of the service. Nothing typed is
// lost on the way, no secret is in the scenario, and what is missing is said in words.

#include "window_test.h"

#include "profile/profile_reader.h"
#include "scenario/classify_setting.h"
#include "test_program.h"
#include "ui/frame/navigation_bar.h"
#include "ui/scenario/connect_dialog.h"
#include "ui/service/service_page.h"
#include "ui/start/start_page.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>

namespace tst_service_page {

using namespace stampede;
using stampede::test::TestDatabase;

namespace {

/// A service with tables, words and a key of its own, whose stock is counted down for every second
/// seat only.
class GigService : public QTcpServer
{
public:
    explicit GigService(const ConnectionSettings &settings)
        : m_tables(test::connectTo(settings))
    {
        for (const char *sql :
             {"CREATE TABLE gig (code VARCHAR(20) PRIMARY KEY, title VARCHAR(80), "
              "seats_total INT NOT NULL, seats_left INT NOT NULL)",
              "CREATE TABLE seat_grab (grab_no BIGINT AUTO_INCREMENT PRIMARY KEY, "
              "gig_code VARCHAR(20) NOT NULL, fan VARCHAR(40) NOT NULL, "
              "grabbed_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
              "UNIQUE KEY (gig_code, fan))",
              "CREATE TABLE audit_trail (id BIGINT AUTO_INCREMENT PRIMARY KEY, what TEXT)",
              "INSERT INTO gig VALUES ('ROCK-7', 'Rock night', 90, 90), ('JAZZ-2', 'Jazz', 9, "
              "9)"}) {
            STAMPEDE_CHECK(m_tables->execute(QString::fromLatin1(sql)).ok());
        }
        STAMPEDE_CHECK(listen(QHostAddress::LocalHost));
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            }
        });
    }

    int seats = 0;
    QByteArray last;

private:
    void read(QTcpSocket &socket)
    {
        QByteArray &got = m_got[&socket];
        got += socket.readAll();
        static const QRegularExpression length(QStringLiteral("content-length: *([0-9]+)"),
                                               QRegularExpression::CaseInsensitiveOption);
        for (qsizetype end = got.indexOf("\r\n\r\n"); end >= 0; end = got.indexOf("\r\n\r\n")) {
            const auto field = length.match(QString::fromLatin1(got.left(end)));
            const qsizetype whole = end + 4 + field.captured(1).toInt();
            if (got.size() < whole) {
                return;
            }
            last = got.left(whole);
            got.remove(0, whole);
            const auto [status, body] = answer(last, last.mid(end + 4));
            socket.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" +
                         "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        }
    }

    std::pair<QByteArray, QByteArray> answer(const QByteArray &head, const QByteArray &body)
    {
        if (head.startsWith("POST /login ")) {
            return {"200 OK", R"({"data":{"token":"t-1"}})"};
        }
        const bool isKnown = head.contains("X-Api-Key: k-4711\r\n") ||
                             head.contains("Authorization: Bearer t-1\r\n");
        if (!isKnown) {
            return {"401 Unauthorized", R"({"err":"NO_KEY"})"};
        }
        const QString fan = QJsonDocument::fromJson(body).object()[QLatin1String("fan")].toString();
        const auto taken = m_tables->query(
            QStringLiteral(
                "INSERT IGNORE INTO seat_grab (gig_code, fan) SELECT code, '%1' FROM gig "
                "WHERE code = 'ROCK-7' AND seats_left > 0")
                .arg(fan));
        STAMPEDE_CHECK(taken.ok());
        if (taken.value().numRowsAffected() < 1) {
            return {"409 Conflict", R"({"err":"ALREADY"})"};
        }
        if (++seats % 2 == 0) {
            STAMPEDE_CHECK(
                m_tables
                    ->execute(QStringLiteral("UPDATE gig SET seats_left = seats_left - 1 "
                                             "WHERE code = 'ROCK-7'"))
                    .ok());
        }
        return {"201 Created", R"({"grab":)" + QByteArray::number(seats) + "}"};
    }

    std::unique_ptr<Connection> m_tables;
    QHash<QTcpSocket *, QByteArray> m_got;
};

} // namespace

class TestServicePage : public test::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startPageHasThreeDoors();
    void fromACopiedRequestToAVerdict();
    void nothingTypedIsLost();
    void valuesAreChosenByAClick();
    void whatIsMissingIsSaidInWords();
    void stepsAreWalked();
    void passwordIsInNoFile();
    void requestsAreDroppedAndPasted();

private:
    template<typename Widget>
    Widget *on(const char *name) const
    {
        auto *found = page()->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s on the page", name);
        }
        return found;
    }
    [[nodiscard]] ServicePage *page() const
    {
        auto *found = m_window->findChild<ServicePage *>();
        if (found == nullptr) {
            qFatal("no page");
        }
        return found;
    }
    void press(const char *button) const
    {
        QTest::mouseClick(on<QAbstractButton>(button), Qt::LeftButton);
    }
    [[nodiscard]] QString next() const { return on<QLabel>("serviceNext")->text(); }
    void openService() const
    {
        m_window->showStart();
        click("doorService");
        QVERIFY(page()->isVisible());
    }
    void paste() const
    {
        on<QPlainTextEdit>("servicePaste")
            ->setPlainText(QStringLiteral("curl 'http://127.0.0.1:%1/v2/gigs/ROCK-7/grabs' -X POST "
                                          "-H 'X-Api-Key: k-4711' -H 'Content-Type: "
                                          "application/json' --data-raw '{\"fan\":\"fan-17\"}'")
                               .arg(m_service->serverPort()));
    }
    void connectDatabase(const QString &password = {}) const;
    [[nodiscard]] QString shownOnPage() const;

    ConnectionSettings m_theirs;
    std::unique_ptr<GigService> m_service;
    QTemporaryDir m_folder;
};

void TestServicePage::init()
{
    WindowTest::init();
    m_theirs = TestDatabase::instance().freshDatabase();
    m_service = std::make_unique<GigService>(m_theirs);
}

void TestServicePage::startPageHasThreeDoors()
{
    m_window->restore(); // nothing is remembered: it is the first start
    auto *start = m_window->findChild<StartPage *>();
    QVERIFY(start->isVisible());
    QCOMPARE(m_window->page(), Page::Scenario);
    QVERIFY(words("startSentence").startsWith(QStringLiteral("Stampede sends a crowd")));
    QVERIFY(words("startKey").contains(QStringLiteral("Ctrl+R")));
    QVERIFY(child<QAbstractButton>("doorImport")->isVisible());
    // The first preset is one of those that stand there always.
    auto *list = child<QListWidget>("startScenarios");
    QCOMPARE(list->count(), 3);
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_session->presetId(), QStringLiteral("quiet-damage"));
    QVERIFY(!start->isVisible());
    // With the keyboard alone: File > New, the door, Enter.
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(start->isVisible());
    QCOMPARE(QApplication::focusWidget(), child<QWidget>("doorService"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(page()->isVisible());
    QCOMPARE(QApplication::focusWidget(), on<QWidget>("servicePaste"));
    click("page1");
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    click("doorDemo");
    QVERIFY(!start->isVisible());
}

void TestServicePage::connectDatabase(const QString &password) const
{
    QTimer::singleShot(0, page(), [this, password] {
        auto *dialog = qobject_cast<ConnectDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        const auto type = [dialog](const char *name, const QString &text) {
            auto *field = dialog->findChild<QLineEdit *>(QLatin1String(name));
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, text);
        };
        auto *answer = dialog->findChild<QLabel *>(QStringLiteral("connectAnswer"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("connectTest")),
                          Qt::LeftButton);
        QCOMPARE(answer->text(), QStringLiteral("Which database? Its name is missing."));
        type("connectHost", m_theirs.socket);
        QVERIFY(!dialog->findChild<QSpinBox *>(QStringLiteral("connectPort"))->isEnabled());
        type("connectDatabase", m_theirs.database);
        type("connectUser", QStringLiteral("root"));
        type("connectPassword", password);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("connectTest")),
                          Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(answer->text() != QStringLiteral("Asking…"), 20'000);
        QVERIFY2(!password.isEmpty() || answer->text().startsWith(QStringLiteral("Connected: ")),
                 qPrintable(answer->text()));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("connectUse")),
                          Qt::LeftButton);
    });
    press("connectDialog");
}

void TestServicePage::fromACopiedRequestToAVerdict()
{
    openService();
    paste();
    // Both values were guessed; the key is a variable of this process now.
    const QJsonObject target = m_session->value(QStringLiteral("target")).toObject();
    QCOMPARE(target[QLatin1String("url")].toString(),
             QStringLiteral("http://127.0.0.1:%1/v2/gigs/{couponId}/grabs")
                 .arg(m_service->serverPort()));
    QCOMPARE(target[QLatin1String("couponId")].toString(), QStringLiteral("ROCK-7"));
    QCOMPARE(target[QLatin1String("body")].toString(),
             QStringLiteral("{\"fan\":\"fan-{userId}\"}"));
    QVERIFY(!QJsonDocument(m_session->json()).toJson().contains("k-4711"));
    QVERIFY2(m_session->faults().isEmpty(), qPrintable(m_session->faults().values().join(u' ')));
    // One is sent, and a 2xx is proposed as issued.
    press("trySend");
    auto *status = on<QLabel>("tryStatus");
    QTRY_VERIFY2(status->text().startsWith(QStringLiteral("201 Created")),
                 qPrintable(status->text()));
    QVERIFY(m_service->last.contains("X-Api-Key: k-4711\r\n"));
    QVERIFY(m_service->last.endsWith("{\"fan\":\"fan-1\"}"));
    QCOMPARE(on<QComboBox>("tryMeaning")->currentData().toString(), QStringLiteral("issued"));
    press("tryAdd");
    QVERIFY(status->text().endsWith(QStringLiteral("the rules say: Issued")));
    press("trySend");
    QTRY_VERIFY(status->text().startsWith(QStringLiteral("409 Conflict")));
    QVERIFY(status->text().endsWith(QStringLiteral("the rules say: Already issued")));
    // The tables are guessed by the stock, with the coupon and the people of the request.
    press("serviceGo");
    press("serviceGo");
    QCOMPARE(page()->step(), ServicePage::Step::Database);
    connectDatabase();
    QTRY_COMPARE_WITH_TIMEOUT(next(), QStringLiteral("This step is done."), 20'000);
    const auto profile = readProfile(
        QJsonDocument(m_session->value(QStringLiteral("target.audit.profile")).toObject()).toJson(),
        QStringLiteral("held"));
    QVERIFY2(profile.ok(), profile.ok() ? "" : qPrintable(profile.error().first()));
    QCOMPARE(profile.value().issued.table, QStringLiteral("seat_grab"));
    QCOMPARE(profile.value().issued.user, QStringLiteral("fan"));
    QCOMPARE(profile.value().issued.userFormat, QStringLiteral("fan-{userId}"));
    QCOMPARE(profile.value().coupon, QStringLiteral("ROCK-7"));
    QCOMPARE(profile.value().stock.remaining, QStringLiteral("seats_left"));
    // What is chosen there is a step of the scenario.
    auto *total = on<QComboBox>("stock.total");
    QCOMPARE(total->currentText(), QStringLiteral("seats_total"));
    // One file holds all of it, and no key.
    const QString file = m_folder.filePath(QStringLiteral("gigs.stampede.json"));
    QVERIFY(m_session->save(file).ok());
    const auto again = loadScenario(file);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().first()));
    QVERIFY(holdsProfile(again.value().target.audit.profile));
    // The crowd, and the verdict.
    press("serviceGo");
    QCOMPARE(next(), QStringLiteral("Everything is there: the crowd can start."));
    press("serviceGo");
    QVERIFY(m_session->isRunning());
    QCOMPARE(m_window->page(), Page::Live);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 90'000);
    QVERIFY2(!m_session->fault(),
             m_session->fault() ? qPrintable(m_session->fault()->message) : "");
    const auto record = m_session->record();
    QVERIFY(record && record->audit);
    QCOMPARE(m_window->page(), Page::Audit);
    QStringList broken;
    const auto findings = record->audit->findings();
    for (const CheckResult &check : findings) {
        broken << check.id;
    }
    QCOMPARE(broken, QStringList{QStringLiteral("stock-adds-up")});
}

void TestServicePage::nothingTypedIsLost()
{
    openService();
    paste();
    const QJsonObject pasted = m_session->json();
    m_session->undo();
    QVERIFY(m_session->value(QStringLiteral("target.url")).toString().isEmpty());
    m_session->redo();
    QCOMPARE(m_session->json(), pasted);
    // The form has the same scenario, and the way back leads to the same step.
    press("serviceStep4");
    press("serviceSettings");
    QVERIFY(!page()->isVisible());
    click("stepByStep");
    QVERIFY(page()->isVisible());
    QCOMPARE(page()->step(), ServicePage::Step::Crowd);
    QCOMPARE(m_session->json(), pasted);
    // Nor does the door throw it away.
    m_window->showStart();
    click("doorService");
    QCOMPARE(m_session->json(), pasted);
    // What cannot be read is told, and changes nothing.
    press("serviceStep1");
    on<QPlainTextEdit>("servicePaste")->setPlainText(QStringLiteral("curl"));
    QVERIFY(on<QLabel>("pasteFaults")->isVisible());
    QCOMPARE(m_session->json(), pasted);
}

void TestServicePage::valuesAreChosenByAClick()
{
    openService();
    on<QPlainTextEdit>("servicePaste")
        ->setPlainText(
            QStringLiteral("curl http://127.0.0.1:9/a/b -d '{\"x\":\"31\",\"y\":\"77\"}'"));
    QVERIFY(next().contains(QStringLiteral("Click on the value that is the person")));
    auto *view = on<QTextBrowser>("requestView");
    Q_EMIT view->anchorClicked(QUrl(QStringLiteral("v:2"))); // after a and b
    QCOMPARE(m_session->value(QStringLiteral("target.body")).toString(),
             QStringLiteral("{\"x\":\"{userId}\",\"y\":\"77\"}"));
    Q_EMIT view->anchorClicked(QUrl(QStringLiteral("v:3")));
    QCOMPARE(m_session->value(QStringLiteral("target.body")).toString(),
             QStringLiteral("{\"x\":\"{userId}\",\"y\":\"{couponId}\"}"));
    QCOMPARE(m_session->value(QStringLiteral("target.couponId")).toVariant().toString(),
             QStringLiteral("77"));
    press("noValue");
    QCOMPARE(m_session->value(QStringLiteral("target.body")).toString(),
             QStringLiteral("{\"x\":\"{userId}\",\"y\":\"77\"}"));
    const auto *coupon = on<QAbstractButton>("askCoupon");
    QCOMPARE(coupon->text(), QStringLiteral("the coupon: not chosen"));
    m_session->undo();
    QCOMPARE(coupon->text(), QStringLiteral("the coupon: 77"));
}

QString TestServicePage::shownOnPage() const
{
    QStringList words;
    const auto labels = page()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        words << (label->isVisible() ? wordsOf(label) : QString());
    }
    words << m_window->findChild<QLabel *>(QStringLiteral("stripSentence"))->text();
    return words.join(QLatin1Char('\n'));
}

void TestServicePage::whatIsMissingIsSaidInWords()
{
    openService();
    QCOMPARE(next(), QStringLiteral("Paste the request, or write it by hand."));
    QVERIFY(on<QPushButton>("serviceSave")->isEnabled());
    press("serviceStep3");
    QVERIFY(on<QPushButton>("serviceSend")->isEnabled());
    press("serviceSend"); // cannot be sent yet, and says what is missing
    QCOMPARE(page()->step(), ServicePage::Step::Request);
    QCOMPARE(next(), QStringLiteral("Paste the request, or write it by hand."));
    press("serviceStep3");
    m_session->choose(QStringLiteral("target.audit"), QStringLiteral("profile"));
    QVERIFY(next().startsWith(QStringLiteral("Connect to the database")));
    QVERIFY(!shownOnPage().contains(QStringLiteral("target.")));
    press("serviceStep4");
    QVERIFY(!on<QPushButton>("serviceGo")->isEnabled());
}

void TestServicePage::stepsAreWalked()
{
    openService();
    paste();
    QJsonObject json = m_session->json();
    QJsonObject target = json[QLatin1String("target")].toObject();
    const QString place = QStringLiteral("http://127.0.0.1:%1/login").arg(m_service->serverPort());
    target.insert(QStringLiteral("headers"),
                  QJsonObject{{QStringLiteral("Authorization"), QStringLiteral("Bearer {token}")}});
    target.insert(
        QStringLiteral("steps"),
        QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("log in")},
                               {QStringLiteral("each"), QStringLiteral("person")},
                               {QStringLiteral("url"), place},
                               {QStringLiteral("method"), QStringLiteral("POST")},
                               {QStringLiteral("extract"),
                                QJsonObject{{QStringLiteral("token"),
                                             QJsonObject{{QStringLiteral("pointer"),
                                                          QStringLiteral("/data/token")}}}}}}});
    json.insert(QStringLiteral("target"), target);
    m_session->replace(json);
    QVERIFY2(m_session->faults().isEmpty(), qPrintable(m_session->faults().values().join(u' ')));
    press("trySend");
    QTRY_VERIFY(on<QLabel>("tryStatus")->text().startsWith(QStringLiteral("201 Created")));
    QVERIFY(on<QLabel>("trySteps")->text().startsWith(QStringLiteral("log in: 200 OK")));
    // A step that fails is named, and nothing is sent after it.
    QByteArray written = QJsonDocument(json).toJson();
    written.replace("/data/token", "/data/none");
    m_session->replace(QJsonDocument::fromJson(written).object());
    press("trySend");
    QTRY_COMPARE(on<QLabel>("tryStatus")->text(),
                 QStringLiteral("The step log in failed: the answer has no text or number at "
                                "/data/none."));
    QVERIFY(m_service->last.startsWith("POST /login "));
}

void TestServicePage::passwordIsInNoFile()
{
    openService();
    paste();
    press("serviceStep3");
    connectDatabase(QStringLiteral("s3cret-word"));
    QVERIFY(!QJsonDocument(m_session->json()).toJson().contains("s3cret-word"));
    const auto url =
        parseDatabaseUrl(m_session->value(QStringLiteral("target.audit.database")).toString());
    QVERIFY2(url.ok(), url.ok() ? "" : qPrintable(url.error()));
    QCOMPARE(readPassword(url.value()).value(), QStringLiteral("s3cret-word"));
    keepPassword(url.value(), {});
    QVERIFY(readPassword(url.value()).value().isEmpty());
}

void TestServicePage::requestsAreDroppedAndPasted()
{
    const QString path = m_folder.filePath(QStringLiteral("claims.http"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("POST http://127.0.0.1:9/promos/SPRING/claims\nContent-Type: application/json\n\n"
               "{\"member\": 5}\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(m_window->findChild<ServicePage *>() != nullptr && page()->isVisible());
    QCOMPARE(m_session->value(QStringLiteral("target.url")).toString(),
             QStringLiteral("http://127.0.0.1:9/promos/{couponId}/claims"));
    QCOMPARE(m_session->value(QStringLiteral("target.couponId")).toString(),
             QStringLiteral("SPRING"));
    // A name that somebody gave stays when another value is chosen.
    m_session->set(QStringLiteral("name"), QStringLiteral("Spring claims"));
    press("noValue");
    QCOMPARE(m_session->value(QStringLiteral("name")).toString(), QStringLiteral("Spring claims"));
    m_window->showStart();
    QApplication::clipboard()->setText(QStringLiteral("no request"));
    QTest::keyClick(child<QWidget>("doorService"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!page()->isVisible());
    QApplication::clipboard()->setText(QStringLiteral("curl -X POST http://127.0.0.1:9/x/y"));
    QTest::keyClick(child<QWidget>("doorService"), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(page()->isVisible());
    QCOMPARE(m_session->value(QStringLiteral("target.url")).toString(),
             QStringLiteral("http://127.0.0.1:9/x/y"));
}

} // namespace tst_service_page

STAMPEDE_TEST(tst_service_page::TestServicePage)
#include "tst_service_page.moc"
