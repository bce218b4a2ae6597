// SPDX-License-Identifier: MIT
// Proves the report page by clicking and typing as a person would: the preview follows the chapters
// and the words, and an export writes the files that were asked for, the PDF with its pages, fonts
// and data.

#include "report_record.h"
#include "test_program.h"
#include "text/language.h"
#include "ui/report/export_dialog.h"
#include "ui/report/report_page.h"
#include "ui/session/session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tst_report_page {

using namespace stampede;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void withoutARunItSaysWhatToDo();
    void pagesAreTurnedAndZoomed();
    void chaptersChangeThePages();
    void aboutIsInTheReportAndTheScenario();
    void exportWritesWhatWasChosen();
    void exportInKoreanWithPseudonyms();
    void aFolderThatCannotBeMade();
    void severalRunsAreOneReport();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_page->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    void click(const char *button) const
    {
        QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
    }
    [[nodiscard]] QString pageWords() const { return child<QLabel>("reportPageNumber")->text(); }
    /// The number of pages once everything has been made and drawn.
    int pagesWhenDone() const;
    void openRun(const RunRecord &record);
    /// Fills in the export dialog as soon as it comes and presses Export.
    static void answerExport(const QString &folder, const QStringList &files);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ReportPage> m_page;
};

void TestReportPage::initTestCase()
{
    applyLanguage(Language::English);
}

void TestReportPage::init()
{
    const auto url = parseDatabaseUrl(QStringLiteral("managed:"));
    QVERIFY(url.ok());
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_page = std::make_unique<ReportPage>(*m_session);
    m_page->resize(1196, 628);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestReportPage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void TestReportPage::openRun(const RunRecord &record)
{
    m_session->open(std::make_shared<const RunRecord>(record));
}

int TestReportPage::pagesWhenDone() const
{
    const bool done =
        QTest::qWaitFor([this] { return !m_page->property("busy").toBool(); }, 20'000);
    return done ? pageWords().section(QLatin1Char(' '), -1).toInt() : -1;
}

void TestReportPage::answerExport(const QString &folder, const QStringList &files)
{
    QTimer::singleShot(0, qApp, [folder, files] {
        auto *dialog = qobject_cast<ExportDialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            return answerExport(folder, files); // it is not there yet
        }
        const auto boxes = dialog->findChildren<QCheckBox *>();
        for (QCheckBox *box : boxes) {
            box->setChecked(files.contains(box->toolTip()));
        }
        auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("exportFolder"));
        edit->selectAll();
        QTest::keyClicks(edit, folder);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exportNow")),
                          Qt::LeftButton);
    });
}

void TestReportPage::withoutARunItSaysWhatToDo()
{
    QVERIFY(!child<QLabel>("reportPageNumber")->isVisible());
    const QSignalSpy wanted(m_page.get(), &ReportPage::runsRequested);
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QLatin1String("Open Runs")) {
            QVERIFY(button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QCOMPARE(wanted.count(), 1);
    m_page->exportReport(); // nothing to export: no question comes
}

void TestReportPage::pagesAreTurnedAndZoomed()
{
    openRun(test::racedRecord());
    const int pages = pagesWhenDone();
    QVERIFY2(pages >= 4, qPrintable(QString::number(pages)));
    QCOMPARE(pageWords(), QStringLiteral("page 1 of %1").arg(pages));
    auto *paper = child<QLabel>("reportPaper");
    QVERIFY(!paper->pixmap().isNull());
    QVERIFY(!child<QAbstractButton>("pageBack")->isEnabled());
    click("pageForth");
    QCOMPARE(pageWords(), QStringLiteral("page 2 of %1").arg(pages));
    QTest::keyClick(child<QWidget>("reportScroll"), Qt::Key_End);
    QCOMPARE(pageWords(), QStringLiteral("page %1 of %1").arg(pages));
    QVERIFY(!child<QAbstractButton>("pageForth")->isEnabled());
    const int before = paper->pixmap().width();
    click("pageLarger");
    QTRY_VERIFY(paper->pixmap().width() > before);
    // Paper is white in every theme.
    QCOMPARE(paper->pixmap().toImage().pixelColor(2, 2), QColor(Qt::white));
}

void TestReportPage::chaptersChangeThePages()
{
    openRun(test::racedRecord());
    const int usual = pagesWhenDone();
    for (int i = 1; i < kChapterCount; ++i) {
        auto *box = m_page->findChild<QCheckBox *>(QStringLiteral("chapter.%1").arg(i));
        if (box->isChecked()) {
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Space);
        }
    }
    QVERIFY(m_page->property("busy").toBool());
    QCOMPARE(pagesWhenDone(), 1); // the conclusion fits one side
    QVERIFY(usual > 1);
}

void TestReportPage::aboutIsInTheReportAndTheScenario()
{
    RunRecord record = test::heldRecord();
    openRun(record);
    QCOMPARE(child<QLineEdit>("about.system")->text(), QStringLiteral("Promo service"));
    QVERIFY(pagesWhenDone() > 0);
    auto *ticket = child<QLineEdit>("about.ticket");
    ticket->selectAll();
    QTest::keyClicks(ticket, QStringLiteral("QA-2000"));
    QVERIFY(pagesWhenDone() > 0);
    const QTemporaryDir folder;
    answerExport(folder.path(), {QStringLiteral("report.md")});
    m_page->exportReport();
    QTRY_VERIFY(contentOf(folder.filePath(QStringLiteral("report.md"))).contains("QA-2000"));
    // A run of earlier has a scenario of its own.
    QCOMPARE(m_session->scenario().about.ticket, QString());
}

void TestReportPage::exportWritesWhatWasChosen()
{
    openRun(test::racedRecord());
    const int pages = pagesWhenDone();
    const QTemporaryDir folder;
    const QString where = folder.filePath(QStringLiteral("a new one"));
    const QStringList files = {QStringLiteral("report.pdf"),    QStringLiteral("report.html"),
                               QStringLiteral("report.md"),     QStringLiteral("result.json"),
                               QStringLiteral("junit.xml"),     QStringLiteral("operations.csv"),
                               QStringLiteral("history.jsonl"), QStringLiteral("latency.hgrm")};
    answerExport(where, files);
    click("reportExport");
    QTRY_VERIFY(child<QLabel>("exportWords")->text().startsWith(QStringLiteral("Exported to")));
    const QStringList written = QDir(where).entryList(QDir::Files);
    QCOMPARE(QSet<QString>(written.begin(), written.end()),
             QSet<QString>(files.begin(), files.end()));
    const QByteArray pdf = contentOf(where + QStringLiteral("/report.pdf"));
    QVERIFY(pdf.startsWith("%PDF-1."));
    QCOMPARE(pdf.count("/Type /Page\n"), pages);
    QVERIFY(pdf.contains("/EmbeddedFile"));
    QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile3"));
    // Every file has its line, with what can be done with it.
    int opening = 0;
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        opening += button->text() == QLatin1String("Open") ? 1 : 0;
    }
    QCOMPARE(opening, static_cast<int>(files.size()));
    QVERIFY(child<QPushButton>("reportExport")->isEnabled());
}

void TestReportPage::exportInKoreanWithPseudonyms()
{
    openRun(test::racedRecord());
    auto *language = child<QComboBox>("reportLanguage");
    language->setCurrentIndex(language->findData(QStringLiteral("ko")));
    click("reportPseudonyms");
    QVERIFY(pagesWhenDone() > 1);
    const QTemporaryDir folder;
    answerExport(folder.path(), {QStringLiteral("report.html"), QStringLiteral("result.json")});
    m_page->exportReport();
    QTRY_VERIFY(child<QLabel>("exportWords")->text().startsWith(QStringLiteral("Exported to")));
    const QByteArray html = contentOf(folder.filePath(QStringLiteral("report.html")));
    QVERIFY(html.contains("<html lang=\"ko\">"));
    QVERIFY(html.contains("정합성 위반"));
    QVERIFY(!html.contains("4242"));
    QVERIFY(!contentOf(folder.filePath(QStringLiteral("result.json"))).contains("4242"));
    // The window keeps its language.
    QVERIFY(pageWords().startsWith(QStringLiteral("page ")));
}

void TestReportPage::aFolderThatCannotBeMade()
{
    openRun(test::heldRecord());
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    answerExport(file.fileName() + QStringLiteral("/below"), {QStringLiteral("report.md")});
    m_page->exportReport();
    QTRY_VERIFY(child<QLabel>("exportWords")->text().endsWith(QStringLiteral("cannot be made.")));
}

void TestReportPage::severalRunsAreOneReport()
{
    openRun(test::heldRecord());
    const int ofOne = pagesWhenDone();
    auto other = std::make_shared<RunRecord>(test::heldRecord());
    other->id = QStringLiteral("0123456789ab");
    other->scenario.name = QStringLiteral("<Another> day");
    m_page->showRuns({m_session->record(), other});
    // A cover, at least one of what sets them apart, and page one of each.
    QVERIFY2(pagesWhenDone() >= 4, qPrintable(pageWords()));
    QVERIFY(!child<QCheckBox>("chapter.0")->isVisible());
    const QTemporaryDir folder;
    const auto written = [&folder](const char *name) {
        return folder.filePath(QStringLiteral("out/") + QLatin1String(name));
    };
    answerExport(folder.filePath(QStringLiteral("out")),
                 {QStringLiteral("comparison.pdf"), QStringLiteral("comparison.html"),
                  QStringLiteral("comparison.md"), QStringLiteral("comparison.json")});
    m_page->exportReport();
    QTRY_VERIFY(QFile::exists(written("comparison.json")));
    QVERIFY(QFile::exists(written("comparison.pdf")));
    QVERIFY(contentOf(written("comparison.html")).contains("&lt;Another&gt; day"));
    QVERIFY(contentOf(written("comparison.md")).contains("012345"));
    click("reportOfOne"); // back to the one
    QCOMPARE(pagesWhenDone(), ofOne);
    QVERIFY(child<QCheckBox>("chapter.0")->isVisible());
}

} // namespace tst_report_page

STAMPEDE_TEST(tst_report_page::TestReportPage)
#include "tst_report_page.moc"
