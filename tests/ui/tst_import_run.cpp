// SPDX-License-Identifier: MIT
// Proves that a run of another tool comes into the window as its users do it: the file chosen or
// dropped, what it holds found and shown, the place of people and rows said, and the verdict of the
// run then on every page, in the archive and beside runs of our own.

#include "window_test.h"

#include "test_program.h"
#include "ui/frame/navigation_bar.h"
#include "ui/import/import_run_dialog.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

namespace tst_import_run {

using namespace stampede;
using stampede::test::TestDatabase;

namespace {

const char *const kProfile = R"({
  "schema": "stampede.profile/1", "name": "Claims", "coupon": "SPRING",
  "issued": { "table": "promo_claim", "id": "claim_no", "user": "member", "coupon": "promo_code",
              "issuedAt": "claimed_at" },
  "stock": { "table": "promo", "id": "code", "remaining": "seats_left", "total": "seats_total" }
})";

const char *const kRules = R"({
  "schema": "stampede.scenario/1", "name": "claims",
  "target": { "kind": "http", "url": "http:\/\/127.0.0.1/promos/SPRING/claims", "classify": [
    { "status": 201, "outcome": "issued" }, { "status": 409, "outcome": "already_issued" },
    { "status": 410, "outcome": "out_of_stock" } ] }
})";

QString data(const QString &name)
{
    return QStringLiteral(STAMPEDE_SOURCE_DIR "/tests/import/data/") + name;
}

} // namespace

class TestImportRun : public test::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runOfK6IsJudged();
    void whatIsWrongIsSaidInWords();
    void droppedResultsAreImported();

private:
    QString file(const QString &name, const QByteArray &content) const;
    void load(const QString &name);
    /// Does that with the dialog once it is shown.
    void inDialog(const std::function<void(ImportRunDialog &)> &does);
    static void type(const ImportRunDialog &dialog, const char *field, const QString &text)
    {
        auto *edit = dialog.findChild<QLineEdit *>(QLatin1String(field));
        QVERIFY(edit != nullptr);
        edit->setText(text);
    }
    static QString said(const ImportRunDialog &dialog, const char *label)
    {
        return dialog.findChild<QLabel *>(QLatin1String(label))->text();
    }
    static bool mayAudit(const ImportRunDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(QStringLiteral("startImport"))->isEnabled();
    }
    QAction *importAction() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionSettings m_settings;
};

void TestImportRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = TestDatabase::instance().freshDatabase();
    open(QStringLiteral("mysql://root@/%1?socket=%2").arg(m_settings.database, m_settings.socket));
    m_session->setArchive({m_folder->filePath(QStringLiteral("archive"))});
}

QString TestImportRun::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    STAMPEDE_CHECK(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    return file.fileName();
}

void TestImportRun::load(const QString &name)
{
    QFile file(data(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto connection = test::connectTo(m_settings);
    const QStringList statements =
        QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty()) {
            QVERIFY(connection->execute(statement.trimmed()).ok());
        }
    }
}

void TestImportRun::inDialog(const std::function<void(ImportRunDialog &)> &does)
{
    QTimer::singleShot(0, this, [does] {
        auto *dialog = qobject_cast<ImportRunDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        does(*dialog);
        if (dialog->isVisible()) {
            dialog->reject();
        }
    });
}

QAction *TestImportRun::importAction() const
{
    for (QAction *action : m_window->actions()) {
        if (action->text() == QStringLiteral("&Import a run…")) {
            return action;
        }
    }
    return nullptr;
}

void TestImportRun::runOfK6IsJudged()
{
    load(QStringLiteral("k6-lying.sql"));
    const QString profile = file(QStringLiteral("claims.profile.json"), kProfile);
    const QString rules = file(QStringLiteral("claims.stampede.json"), kRules);
    QVERIFY(importAction() != nullptr && importAction()->isEnabled());
    inDialog([&](ImportRunDialog &dialog) {
        QVERIFY(!mayAudit(dialog));
        type(dialog, "importFile", data(QStringLiteral("k6-lying.json.gz")));
        QTRY_COMPARE_WITH_TIMEOUT(said(dialog, "importFound"),
                                  QStringLiteral("k6 json · 600 requests"), 30'000);
        const auto *user = dialog.findChild<QComboBox *>(QStringLiteral("importUser"));
        QVERIFY2(user->currentText().startsWith(QStringLiteral("tag:user   m")),
                 qPrintable(user->currentText()));
        type(dialog, "importRules", rules);
        QTRY_VERIFY_WITH_TIMEOUT(said(dialog, "importMeaning")
                                     .contains(QStringLiteral("201: issued"), Qt::CaseInsensitive),
                                 30'000);
        type(dialog, "auditProfile", profile);
        dialog.findChild<QAbstractButton *>(QStringLiteral("auditByProfile"))->setChecked(true);
        QVERIFY2(mayAudit(dialog), qPrintable(said(dialog, "importFault")));
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("startImport")),
                          Qt::LeftButton);
    });
    importAction()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr || m_session->fault(), 90'000);
    QVERIFY2(!m_session->fault(),
             qPrintable(m_session->fault() ? m_session->fault()->message : QString()));
    const auto record = m_session->record();
    QCOMPARE(m_window->page(), Page::Audit);
    QCOMPARE(record->verdict, RunVerdict::Violation);
    QCOMPARE(record->tool.name, std::string("k6 json"));
    QCOMPARE(record->scenario.name, QStringLiteral("k6-lying.json.gz"));
    QVERIFY(!record->tool.sourceSha256.empty());
    const auto broken = [&record](const QString &id) {
        const QList<CheckResult> &checks = record->audit->checks;
        return std::any_of(checks.begin(), checks.end(), [&id](const CheckResult &check) {
            return check.id == id && check.verdict == CheckVerdict::Fail;
        });
    };
    QVERIFY(broken(QStringLiteral("issued-is-stored")));
    QVERIFY(broken(QStringLiteral("announced-once")));
    m_window->showPage(Page::HotRow);
    QVERIFY2(m_window->findChild<QLabel *>(QStringLiteral("rowNote"))
                 ->text()
                 .contains(QStringLiteral("cannot be seen from here")),
             "hot row");

    // It is kept, and opens like any other.
    QSignalSpy listed(m_session->archive(), &ArchiveWorker::listed);
    m_session->archive()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), 30'000);
    const auto runs = listed.constLast().constFirst().value<QList<RunSummary>>();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.constFirst().id, record->id);
}

void TestImportRun::whatIsWrongIsSaidInWords()
{
    inDialog([&](ImportRunDialog &dialog) {
        type(dialog, "importFile", file(QStringLiteral("x.csv"), "Type,Name,Request Count\n"));
        QTRY_VERIFY_WITH_TIMEOUT(
            said(dialog, "importFault").contains(QStringLiteral("Locust's statistics")), 30'000);
        QVERIFY(!mayAudit(dialog));
        type(dialog, "importFile",
             file(QStringLiteral("nobody.jtl"), "timeStamp,elapsed,responseCode\n1000,20,200\n"));
        QTRY_VERIFY_WITH_TIMEOUT(
            said(dialog, "importFault").startsWith(QStringLiteral("No place where requests name")),
            30'000);
        type(dialog, "importStock", QStringLiteral("77"));
    });
    importAction()->trigger();
    inDialog([&](ImportRunDialog &dialog) { // nothing that was typed is lost
        QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("importStock"))->text(),
                 QStringLiteral("77"));
        QVERIFY(dialog.findChild<QLineEdit *>(QStringLiteral("importFile"))
                    ->text()
                    .endsWith(QStringLiteral("nobody.jtl")));
    });
    importAction()->trigger();
    QVERIFY(!m_session->isRunning());
}

void TestImportRun::droppedResultsAreImported()
{
    QString found;
    QTimer asks;
    connect(&asks, &QTimer::timeout, this, [&found] {
        auto *dialog = qobject_cast<ImportRunDialog *>(QApplication::activeModalWidget());
        if (dialog != nullptr && !said(*dialog, "importFound").isEmpty()) {
            found = said(*dialog, "importFound");
            dialog->reject();
        }
    });
    asks.start(20);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(data(QStringLiteral("k6-correct.json.gz")))});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(found, QStringLiteral("k6 json · 600 requests"), 60'000);
}

} // namespace tst_import_run

STAMPEDE_TEST(tst_import_run::TestImportRun)
#include "tst_import_run.moc"
