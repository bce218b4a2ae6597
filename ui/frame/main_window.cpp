#include "ui/frame/main_window.h"

#include "ui/audit/audit_page.h"
#include "ui/frame/run_bar.h"
#include "ui/frame/strip.h"
#include "ui/live/live_page.h"
#include "ui/scenario/scenario_page.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <ctime>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kSampleInterval{100};
constexpr int kNarrowBelow = 1200;
constexpr int kRailWidth = 84;
constexpr int kNarrowRailWidth = 56;
constexpr int kRailIcon = 24;

/// CPU time of the calling thread, seconds.
double threadCpuSeconds()
{
    timespec time{};
    static_cast<void>(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time));
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

struct PageEntry
{
    const char *icon;
    const char *name;
};

constexpr std::array kPages = {
    PageEntry{"scenario", QT_TRANSLATE_NOOP("stampede::MainWindow", "Scenario")},
    PageEntry{"live", QT_TRANSLATE_NOOP("stampede::MainWindow", "Live")},
    PageEntry{"audit", QT_TRANSLATE_NOOP("stampede::MainWindow", "Audit")},
};

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_runBar(new RunBar(session))
    , m_strip(new Strip(session))
    , m_rail(makeRail())
    , m_stack(new QStackedWidget)
    , m_scenario(new ScenarioPage(session))
    , m_live(new LivePage(session))
    , m_audit(new AuditPage(session))
    , m_status(new QLabel)
{
    setWindowTitle(QStringLiteral("Stampede"));
    resize(1280, 800);
    setMinimumSize(1024, 680);
    m_stack->addWidget(m_scenario);
    m_stack->addWidget(m_live);
    m_stack->addWidget(m_audit);
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_runBar);
    column->addWidget(m_strip);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    statusBar()->addWidget(m_status);
    makeMenus();

    connect(m_strip, &Strip::auditRequested, this, [this] { showPage(Page::Audit); });
    connect(m_runBar, &RunBar::openRequested, this, &MainWindow::openFile);
    connect(m_scenario, &ScenarioPage::openRequested, this, &MainWindow::openFile);
    connect(m_scenario, &ScenarioPage::saveRequested, this, [this] { saveFile(true); });
    connect(&m_session, &Session::runStarted, this, &MainWindow::begin);
    connect(&m_session, &Session::runEnded, this, &MainWindow::end);
    connect(&m_sampler, &QTimer::timeout, this, &MainWindow::sample);
    showPage(Page::Scenario);
}

QWidget *MainWindow::makeRail()
{
    auto *rail = new QFrame;
    rail->setProperty("rail", true);
    m_pages = new QButtonGroup(rail);
    auto *column = new QVBoxLayout(rail);
    column->setContentsMargins(6, 10, 6, 10);
    column->setSpacing(4);
    for (std::size_t i = 0; i < kPages.size(); ++i) {
        auto *button = new QToolButton(rail);
        button->setText(tr(kPages[i].name));
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(tr(kPages[i].name)).arg(i + 1));
        button->setCheckable(true);
        button->setProperty("page", true);
        button->setIconSize(QSize(kRailIcon, kRailIcon));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        m_pages->addButton(button, static_cast<int>(i));
        column->addWidget(button);
    }
    column->addStretch(1);
    connect(m_pages, &QButtonGroup::idClicked, this,
            [this](int id) { showPage(static_cast<Page>(id)); });
    return rail;
}

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QKeySequence &key, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&Open…"), QKeySequence::Open, [this] { openFile(); });
    add(file, tr("&Save"), QKeySequence::Save, [this] { saveFile(false); });
    add(file, tr("Save &as…"), QKeySequence(tr("Ctrl+Shift+S")), [this] { saveFile(true); });
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
    QMenu *run = menuBar()->addMenu(tr("&Run"));
    add(run, tr("&Run"), QKeySequence(tr("Ctrl+R")), [this] { m_session.run(); });
    add(run, tr("&Stop and audit"), QKeySequence(tr("Ctrl+.")), [this] {
        if (m_session.isRunning()) {
            m_session.stop();
        }
    });
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (std::size_t i = 0; i < kPages.size(); ++i) {
        add(view, tr(kPages[i].name), QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)),
            [this, i] { showPage(static_cast<Page>(i)); });
    }
    view->addSeparator();
    add(view, tr("Theme of the system"), {}, [this] { setTheme(ThemeMode::System); });
    add(view, tr("Light theme"), {}, [this] { setTheme(ThemeMode::Light); });
    add(view, tr("Dark theme"), {}, [this] { setTheme(ThemeMode::Dark); });
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("About Stampede"), {}, [this] {
        QMessageBox::about(
            this, tr("About Stampede"),
            tr("Stampede %1 sends a crowd after a limited coupon, shows live who gets "
               "what, and proves from the database whether stock, rows and answers "
               "agree.")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void MainWindow::showPage(Page page)
{
    m_stack->setCurrentIndex(static_cast<int>(page));
    m_pages->button(static_cast<int>(page))->setChecked(true);
}

void MainWindow::setTheme(ThemeMode mode)
{
    Theme::apply(mode);
    retheme();
}

void MainWindow::retheme()
{
    const Theme &theme = Theme::current();
    for (std::size_t i = 0; i < kPages.size(); ++i) {
        m_pages->button(static_cast<int>(i))
            ->setIcon(themedIcon(QString::fromLatin1(kPages[i].icon), theme.text));
    }
    m_runBar->retheme();
    m_strip->update();
    m_scenario->retheme();
    m_live->retheme();
    m_audit->retheme();
}

void MainWindow::begin()
{
    m_cpuAtStart = threadCpuSeconds();
    m_longestStallMs = 0;
    m_sampler.start(kSampleInterval);
    showPage(Page::Live);
}

void MainWindow::sample()
{
    const double before = threadCpuSeconds();
    const RunProgress progress = m_session.progress();
    m_strip->sample(progress);
    if (progress.phase == Phase::Run) {
        m_live->sample(progress);
    }
    m_longestStallMs = std::max(m_longestStallMs, (threadCpuSeconds() - before) * 1e3);
    m_session.noteUiCost(threadCpuSeconds() - m_cpuAtStart, m_longestStallMs);
}

void MainWindow::end()
{
    m_sampler.stop();
    const auto record = m_session.record();
    if (record && !m_session.fault()) {
        const auto findings = record->audit ? record->audit->findings().size() : 0;
        auto *audit = m_pages->button(static_cast<int>(Page::Audit));
        audit->setText(findings == 0 ? tr("Audit") : tr("Audit (%1)").arg(findings));
        m_status->setText(tr("%1 %2   run %3   seed %4   %5 s of processor time for the load")
                              .arg(record->environment.database.product,
                                   record->environment.database.version, record->shortId(),
                                   QString::number(record->scenario.seed),
                                   QString::number(record->generator.cpuSeconds, 'f', 2)));
        if (findings > 0) {
            showPage(Page::Audit);
        }
    }
    if (m_closing) {
        close();
    }
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a scenario"), {}, tr("Scenarios (*.stampede.json);;All files (*)"));
    QStringList faults;
    if (!path.isEmpty() && !m_session.load(path, &faults)) {
        QMessageBox::warning(this, tr("Open a scenario"), faults.join(QLatin1Char('\n')));
    }
}

void MainWindow::saveFile(bool askForName)
{
    QString path = askForName ? QString() : m_session.filePath();
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(this, tr("Save the scenario"),
                                            QStringLiteral("scenario.stampede.json"),
                                            tr("Scenarios (*.stampede.json)"));
    }
    if (path.isEmpty()) {
        return;
    }
    if (const auto saved = m_session.save(path); !saved) {
        QMessageBox::warning(this, tr("Save the scenario"), saved.error());
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < kNarrowBelow;
    m_runBar->setNarrow(narrow);
    m_rail->setFixedWidth(narrow ? kNarrowRailWidth : kRailWidth);
    const auto buttons = m_pages->buttons();
    for (QAbstractButton *button : buttons) {
        static_cast<QToolButton *>(button)->setToolButtonStyle(
            narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_session.isRunning()) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_closing) {
        return;
    }
    QMessageBox question(this);
    question.setText(tr("A run is going on."));
    QAbstractButton *audit = question.addButton(tr("Stop and audit"), QMessageBox::AcceptRole);
    QAbstractButton *now = question.addButton(tr("Stop now"), QMessageBox::DestructiveRole);
    question.addButton(tr("Keep running"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() == audit || question.clickedButton() == now) {
        m_closing = true;
        if (!m_session.isRunning()) {
            close();
            return;
        }
        m_session.stop();
        if (question.clickedButton() == now) {
            m_session.stop();
        }
    }
}

} // namespace stampede
