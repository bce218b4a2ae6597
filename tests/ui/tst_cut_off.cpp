// SPDX-License-Identifier: MIT
// Proves that whatever the window says can be read whole: every page, drawer, tab and dialog, the
// demo beside the pages and the stage, in small and large windows, with larger text, in both
// languages, and on a screen of twice the scale. With STAMPEDE_TEST_PICTURES=DIR every state is
// also kept there as a picture.

#include "app/window_controller.h"
#include "drawn_texts.h"
#include "support/test_database.h"
#include "test_program.h"
#include "text/language.h"
#include "ui/demo/demo.h"
#include "ui/frame/database_dialog.h"
#include "ui/frame/keys_window.h"
#include "ui/hot_row/hot_row_page.h"
#include "ui/hot_row/row_chart.h"
#include "ui/look/type.h"
#include "ui/report/export_dialog.h"
#include "ui/stage/stage_window.h"

#include <QLabel>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <functional>

namespace tst_cut_off {

using namespace stampede;
using test::TestDatabase;

namespace {

void keepPicture(QWidget &widget, const QString &name)
{
    static const QString folder = qEnvironmentVariable("STAMPEDE_TEST_PICTURES");
    if (!folder.isEmpty()) {
        const QString file = QString(name).replace(QRegularExpression(QStringLiteral("[ :,]+")),
                                                   QStringLiteral("-"));
        QVERIFY(widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, file)));
    }
}

/// One layout may ask for another one.
void settle()
{
    constexpr int kPasses = 4;
    for (int i = 0; i < kPasses; ++i) {
        QCoreApplication::processEvents();
    }
}

/// Says its words where it is told to.
class Painted final : public QWidget
{
public:
    Painted(const QRectF &room, int flags, const QString &words)
        : m_room(room)
        , m_flags(flags)
        , m_words(words)
    {
        resize(400, 60);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.drawText(m_room, m_flags, m_words);
    }

private:
    QRectF m_room;
    int m_flags;
    QString m_words;
};

} // namespace

class TestCutOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theEngineReadsWhatIsPainted_data();
    void theEngineReadsWhatIsPainted();
    void coveredAndElidedTexts();
    void everyTextIsWhole_data();
    void everyTextIsWhole();
    void atTwiceTheSize();

private:
    using Look = std::function<void(const QString &)>;
    void open(Language language);
    void run(const QString &preset);
    void runTheDemo();
    void onEveryState(const Look &look);
    void onScenarios(const Look &look);
    void onPages(const Look &look);
    void onRuns(const Look &look);
    void onDialogs(const Look &look);
    void onDemo(const Look &look);
    void onStage(const QSize &size, QStringList &cut);
    [[nodiscard]] MainWindow &window() const { return m_keeper->window(); }
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = window().findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<WindowController> m_keeper;
};

void TestCutOff::cleanup()
{
    m_keeper.reset();
    m_session.reset();
    m_settings.reset();
    m_folder.reset();
    setTextFactor(1);
    applyLanguage(Language::English);
}

void TestCutOff::theEngineReadsWhatIsPainted_data()
{
    QTest::addColumn<QRectF>("room");
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("isCut");
    const int free = Qt::AlignLeft | Qt::TextDontClip;
    QTest::newRow("fits") << QRectF(10, 10, 200, 40) << int(Qt::AlignLeft) << false;
    QTest::newRow("cut by its place") << QRectF(10, 10, 20, 40) << int(Qt::AlignLeft) << true;
    QTest::newRow("too low a place") << QRectF(10, 10, 200, 6) << int(Qt::AlignLeft) << true;
    QTest::newRow("beyond its place") << QRectF(10, 10, 20, 40) << free << false;
    QTest::newRow("beyond its widget") << QRectF(380, 10, 20, 40) << free << true;
}

void TestCutOff::theEngineReadsWhatIsPainted()
{
    QFETCH(const QRectF, room);
    QFETCH(const int, flags);
    QFETCH(const bool, isCut);
    Painted widget(room, flags, QStringLiteral("197 left"));
    widget.show();
    const auto texts = test::drawnTexts(widget);
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts[0].text, QStringLiteral("197 left"));
    const QStringList cut = test::cutOffTexts(widget);
    QVERIFY2(cut.isEmpty() != isCut, qPrintable(cut.join(QLatin1Char('\n'))));
}

void TestCutOff::coveredAndElidedTexts()
{
    QWidget window;
    window.resize(400, 100);
    QLabel label(QStringLiteral("never sent"), &window);
    label.setGeometry(10, 10, 200, 30);
    QLabel cover(&window);
    cover.setGeometry(250, 10, 30, 30);
    window.show();
    QCOMPARE(test::cutOffTexts(window), QStringList());
    cover.setGeometry(5, 10, 200, 30);
    QCOMPARE(test::cutOffTexts(window).size(), 1);
    cover.hide();
    label.setText(QStringLiteral("never s…")); // although there is room: so it is meant
    QCOMPARE(test::cutOffTexts(window), QStringList());
    label.setGeometry(10, 10, label.sizeHint().width() + 4, 30);
    QCOMPARE(test::cutOffTexts(window).size(), 1);
    label.setToolTip(QStringLiteral("never sent"));
    QCOMPARE(test::cutOffTexts(window), QStringList());
    label.setText(QStringLiteral("…"));
    QCOMPARE(test::cutOffTexts(window).size(), 1);
}

void TestCutOff::open(Language language)
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    QVERIFY(url.ok());
    applyLanguage(language);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    m_session->setArchive({m_folder->path()});
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_keeper = std::make_unique<WindowController>(*m_session, *m_settings);
    window().setTheme(ThemeMode::Light);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestCutOff::run(const QString &preset)
{
    QVERIFY(m_session->load(preset, nullptr));
    m_session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 120'000);
    QVERIFY(m_session->record() != nullptr);
}

void TestCutOff::runTheDemo()
{
    window().openDemo();
    Demo &demo = window().demo();
    demo.setReducedMotion(true);
    for (const int step : {1, 3, Demo::kEncore}) {
        demo.jumpTo(step);
        demo.run();
        QTRY_COMPARE_WITH_TIMEOUT(demo.state(), Demo::State::After, 120'000);
    }
    demo.close();
}

void TestCutOff::onScenarios(const Look &look)
{
    window().showPage(Page::Scenario);
    look(QStringLiteral("scenario"));
    m_session->choose(QStringLiteral("target.kind"), QStringLiteral("http"));
    QCoreApplication::processEvents();
    auto *tabs = child<QTabWidget>("httpTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        look(QStringLiteral("scenario over HTTP, tab %1").arg(tab));
    }
    m_session->choose(QStringLiteral("target.kind"), QStringLiteral("in-process"));
}

void TestCutOff::onPages(const Look &look)
{
    window().showPage(Page::Live);
    look(QStringLiteral("live"));
    for (const char *drawer : {"drawerRequests", "drawerAnswers", "drawerLog"}) {
        child<QToolButton>(drawer)->click();
        look(QStringLiteral("live, ") + QLatin1String(drawer));
        child<QToolButton>(drawer)->click();
    }
    window().showPage(Page::HotRow);
    auto *hotRow = window().findChild<HotRowPage *>();
    QTRY_VERIFY(hotRow->chart()->scene() != nullptr);
    look(QStringLiteral("hot row"));
    hotRow->showRace(0);
    QTRY_VERIFY(child<QWidget>("racePanel")->isVisible());
    look(QStringLiteral("hot row, race"));
    for (int tab = 0; tab < 3; ++tab) {
        window().showAuditTab(tab);
        look(QStringLiteral("audit, tab %1").arg(tab));
    }
    window().showPage(Page::Report);
    const auto isBeingMade = [this] {
        const auto texts = test::drawnTexts(*child<QWidget>("reportPaper"));
        return std::any_of(texts.begin(), texts.end(), [](const test::DrawnText &drawn) {
            return drawn.text.endsWith(u'\u2026');
        });
    };
    QTRY_VERIFY(!isBeingMade());
    look(QStringLiteral("report"));
}

void TestCutOff::onRuns(const Look &look)
{
    window().showPage(Page::Runs);
    auto *table = child<QTableView>("runs");
    constexpr int kCompared = 4;
    table->selectionModel()->select(
        QItemSelection(table->model()->index(0, 0), table->model()->index(kCompared - 1, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    auto *tabs = child<QTabWidget>("runTabs");
    QTRY_VERIFY(child<QTableView>("compareTable")->model()->columnCount() > 3);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        look(QStringLiteral("runs, ") + tabs->tabText(tab));
    }
    table->clearSelection();
    tabs->setCurrentIndex(0);
    look(QStringLiteral("runs, none chosen"));
}

void TestCutOff::onDemo(const Look &look)
{
    window().openDemo();
    Demo &demo = window().demo();
    for (int step = 0; step <= Demo::kEncore; ++step) {
        demo.jumpTo(step);
        look(QStringLiteral("demo, step %1").arg(step + 1));
    }
    window().showTruth(demo.encoreRecord(0), demo.encoreRecord(1));
    look(QStringLiteral("demo, truth"));
    demo.jumpTo(3);
    window().showPage(Page::Live);
    look(QStringLiteral("demo, live"));
    demo.close();
    window().showPage(Page::Live);
}

void TestCutOff::onDialogs(const Look &look)
{
    KeysWindow keys(&window());
    DatabaseDialog database(*m_session, &window());
    ExportDialog exports(m_folder->path(), false, &window());
    for (QDialog *dialog : std::initializer_list<QDialog *>{&keys, &database, &exports}) {
        dialog->show();
        QCoreApplication::processEvents();
        look(QLatin1String(dialog->metaObject()->className()));
        dialog->hide();
    }
}

void TestCutOff::onEveryState(const Look &look)
{
    onScenarios(look);
    onPages(look);
    onRuns(look);
    onDemo(look);
    onDialogs(look);
}

void TestCutOff::onStage(const QSize &size, QStringList &cut)
{
    window().enterStage();
    StageWindow &stage = window().stage();
    stage.showNormal();
    stage.resize(size);
    const auto look = [&](const QString &what) {
        settle();
        keepPicture(stage, QStringLiteral("%1 %2 %3")
                               .arg(QLatin1String(QTest::currentDataTag()))
                               .arg(size.width())
                               .arg(what));
        for (const QString &one : test::cutOffTexts(stage)) {
            cut << what + QStringLiteral(": ") + one;
        }
    };
    for (int chart = 0; chart < 3; ++chart) {
        look(QStringLiteral("stage, chart %1").arg(static_cast<int>(stage.chart())));
        QTest::keyClick(&stage, Qt::Key_C);
    }
    window().openDemo();
    Demo &demo = window().demo();
    for (int step = 0; step < Demo::kEncore; ++step) {
        demo.jumpTo(step);
        look(QStringLiteral("stage, step %1").arg(step + 1));
    }
    stage.showTruth(demo.encoreRecord(0), demo.encoreRecord(1));
    look(QStringLiteral("stage, truth"));
    demo.close();
    stage.leave();
}

void TestCutOff::everyTextIsWhole_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QList<QSize>>("sizes");
    QTest::addColumn<double>("factor");
    const QList<QSize> sizes{QSize(1024, 720), QSize(1280, 800), QSize(1920, 1080)};
    for (const Language language : allLanguages()) {
        const QString code = codeOf(language);
        QTest::newRow(qPrintable(code)) << code << sizes << 1.0;
        QTest::newRow(qPrintable(code + QStringLiteral(", larger"))) << code << sizes << 1.4;
    }
}

void TestCutOff::everyTextIsWhole()
{
    QFETCH(const QString, code);
    QFETCH(const QList<QSize>, sizes);
    QFETCH(const double, factor);
    open(*languageOf(code));
    window().setTextSize(factor);
    QStringList cut;
    QString size;
    const Look look = [&](const QString &what) {
        settle();
        QWidget *top =
            QApplication::activeWindow() != nullptr ? QApplication::activeWindow() : &window();
        keepPicture(*top, QStringLiteral("%1 %2%3").arg(QLatin1String(QTest::currentDataTag()),
                                                        size, what));
        for (const QString &one : test::cutOffTexts(*top)) {
            cut << size + what + QStringLiteral(": ") + one;
        }
    };
    window().showPage(Page::Live);
    look(QStringLiteral("live, before"));
    run(QStringLiteral("open-door"));
    run(QStringLiteral("hundred-users"));
    run(QStringLiteral("quiet-damage"));
    runTheDemo();
    run(QStringLiteral("quiet-damage"));
    for (const QSize &each : sizes) {
        size = QStringLiteral("%1x%2: ").arg(each.width()).arg(each.height());
        window().resize(each);
        onEveryState(look);
        QStringList onStageOnly;
        onStage(each, onStageOnly);
        for (const QString &one : onStageOnly) {
            cut << size + one;
        }
    }
    cut.removeDuplicates();
    for (const QString &one : std::as_const(cut)) { // all of them: a failure's own words are cut
        qInfo("%s", qPrintable(one));
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.value(0)));
}

/// The scale of the screen is a matter of the whole program, so it is started once more.
void TestCutOff::atTwiceTheSize()
{
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        QSKIP("This is that program.");
    }
    QProcess twice;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    twice.setProcessEnvironment(environment);
    twice.setProcessChannelMode(QProcess::MergedChannels);
    twice.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("tst_cut_off"), QStringLiteral("everyTextIsWhole:en")});
    QVERIFY(twice.waitForFinished(240'000));
    QVERIFY2(twice.exitCode() == 0, twice.readAll().constData());
}

} // namespace tst_cut_off

STAMPEDE_TEST(tst_cut_off::TestCutOff)
#include "tst_cut_off.moc"
