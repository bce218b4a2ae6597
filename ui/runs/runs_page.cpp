#include "ui/runs/runs_page.h"

#include "text/number_text.h"
#include "ui/look/soft_highlight.h"
#include "ui/runs/compare_tab.h"
#include "ui/runs/filter_row.h"
#include "ui/runs/message_bar.h"
#include "ui/runs/notes_tab.h"
#include "ui/runs/overlaid_tab.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/unfinished_bar.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/table_copy.h"

#include <QAction>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kRowHeight = 28;
constexpr int kTableShare = 3;
constexpr int kTabsShare = 2;

using text::count;

} // namespace

RunsPage::RunsPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RunsModel(this))
    , m_filter(new RunsFilter(this))
    , m_stack(new QStackedLayout)
    , m_filters(new FilterRow(*m_filter, this))
    , m_removed(new MessageBar(tr("Undo"), this))
    , m_notice(new MessageBar(tr("Open folder"), this))
    , m_table(new QTableView(this))
    , m_tabs(new QTabWidget(this))
    , m_compare(new CompareTab(QStringLiteral("compare"), tr("Runs side by side"), this))
    , m_overlaid(new OverlaidTab(this))
    , m_strategies(new CompareTab(QStringLiteral("strategies"), tr("Strategies of the runs"), this))
    , m_notes(new NotesTab(this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_baseline(new QPushButton(tr("Set as baseline"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
    , m_report(new QPushButton(this))
{
    m_filter->setSourceModel(m_model);
    auto *unfinished = new UnfinishedBar(m_session, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(unfinished);
    column->addLayout(m_stack, 1);
    unfinished->look();
    auto *empty = new EmptyPage(tr("Every run is kept here until you delete it."), this);
    QPushButton *run = empty->addAction(tr("Run"));
    connect(run, &QPushButton::clicked, &m_session, &Session::run);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    connectTable();
    m_undoTime.setSingleShot(true);
    m_undoTime.setInterval(kUndoTime);
    connect(&m_session, &Session::recordChanged, this,
            [this] { m_model->setShown(m_session.record() ? m_session.record()->id : QString()); });
    connect(&m_session, &Session::runStarted, this, &RunsPage::takeChosen);
    connect(&m_session, &Session::runEnded, this, &RunsPage::takeChosen);
    if (m_session.archive() != nullptr) {
        connectArchive(*m_session.archive());
    }
    retheme();
    takeChosen();
}

RunsPage::~RunsPage()
{
    // What is chosen changes once more while the table goes, and this is no page any more then.
    m_table->selectionModel()->disconnect(this);
    m_notes->flush();
}

QWidget *RunsPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_filters);
    column->addWidget(m_notice);
    column->addWidget(m_removed);
    auto *parts = new QSplitter(Qt::Vertical, content);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(12);
    parts->addWidget(makeTable());
    parts->addWidget(makeTabs());
    parts->setStretchFactor(0, kTableShare);
    parts->setStretchFactor(1, kTabsShare);
    column->addWidget(parts, 1);
    return content;
}

QWidget *RunsPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_filter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    new FittedColumns(m_table, RunsModel::Title);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::When, Qt::DescendingOrder);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_table);
    return card;
}

QWidget *RunsPage::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->tabBar()->setDrawBase(false);
    // High enough for the buttons beside them, which get no more than the tabs have.
    m_tabs->tabBar()->setStyleSheet(QStringLiteral("QTabBar::tab { padding: 12px 9px; }"));
    m_tabs->addTab(m_compare, tr("Compare"));
    m_tabs->addTab(m_overlaid, tr("Charts"));
    m_tabs->addTab(m_strategies, tr("Strategies"));
    m_tabs->addTab(m_notes, tr("Notes"));
    m_actions = makeActions();
    auto *content = new QWidget(this);
    m_aboveTabs = new QVBoxLayout(content);
    m_aboveTabs->setContentsMargins(0, 0, 0, 0);
    m_aboveTabs->setSpacing(0);
    m_aboveTabs->addWidget(m_tabs, 1);
    placeActions();
    return content;
}

void RunsPage::placeActions()
{
    const bool fit =
        m_tabs->tabBar()->sizeHint().width() + m_actions->sizeHint().width() <= m_tabs->width();
    const bool isPlaced = m_actions->parentWidget() != this;
    if (isPlaced && fit == (m_tabs->cornerWidget() != nullptr)) {
        return;
    }
    m_tabs->setCornerWidget(fit ? m_actions : nullptr);
    if (!fit) {
        m_aboveTabs->insertWidget(0, m_actions, 0, Qt::AlignRight);
    }
    m_actions->show();
}

void RunsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeActions();
}

QWidget *RunsPage::makeActions()
{
    auto *actions = new QWidget(this);
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 2, 0, 4);
    row->setSpacing(8);
    m_open->setObjectName(QStringLiteral("openRun"));
    m_open->setToolTip(tr("Shows the run on every page (Enter)"));
    m_baseline->setObjectName(QStringLiteral("setBaseline"));
    m_baseline->setToolTip(tr("Other runs are compared with it (Ctrl+B)"));
    m_delete->setObjectName(QStringLiteral("deleteRuns"));
    m_delete->setToolTip(tr("Deletes what is chosen; can be undone for 10 s (Del)"));
    connect(m_open, &QPushButton::clicked, this, &RunsPage::openChosen);
    connect(m_baseline, &QPushButton::clicked, this, &RunsPage::setBaseline);
    connect(m_delete, &QPushButton::clicked, this, &RunsPage::removeChosen);
    m_report->setObjectName(QStringLiteral("reportRuns"));
    m_report->setToolTip(tr("A cover, what sets them apart, and page one of each"));
    connect(m_report, &QPushButton::clicked, this, &RunsPage::reportCompared);
    for (QPushButton *button : {m_report, m_open, m_baseline, m_delete}) {
        row->addWidget(button);
    }
    return actions;
}

void RunsPage::connectTable()
{
    connect(m_table, &QTableView::activated, this, &RunsPage::openChosen);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == RunsModel::Baseline) {
            toggleBaseline(m_filter->runAt(index).id);
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsPage::takeChosen);
    const auto add = [this](const QString &words, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(words, m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_table->addAction(action);
        return action;
    };
    m_openAction = add(tr("Open on every page"), {}, [this] { openChosen(); });
    m_baselineAction = add(tr("Set as baseline"), {}, [this] { setBaseline(); });
    m_nameAction = add(tr("Name and note…"), QKeySequence(Qt::Key_F2), [this] {
        m_tabs->setCurrentWidget(m_notes);
        m_notes->editName();
    });
    m_deleteAction = add(tr("Delete"), QKeySequence::Delete, [this] { removeChosen(); });
    enableTableCopy(m_table);
}

void RunsPage::connectArchive(ArchiveWorker &archive)
{
    connect(&archive, &ArchiveWorker::listed, this, &RunsPage::showList);
    connect(&archive, &ArchiveWorker::compared, this, &RunsPage::showCompared);
    connect(&archive, &ArchiveWorker::gathered, this, &RunsPage::reportRequested);
    connect(&archive, &ArchiveWorker::noticed, this, [this](const ArchiveNotice &notice) {
        m_noticeFolder = notice.folder;
        m_notice->say(notice.sentence, notice.kind == ArchiveNotice::Kind::Damaged);
        m_stack->setCurrentIndex(1);
    });
    const auto say = [this](const QString &sentence) {
        m_notice->say(sentence, false);
        m_stack->setCurrentIndex(1);
    };
    connect(&archive, &ArchiveWorker::failed, this, say);
    connect(&m_session, &Session::archiveRemarked, this, say);
    connect(m_notice->action(), &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_noticeFolder)); });
    connect(m_removed->action(), &QPushButton::clicked, this, &RunsPage::undo);
    connect(&m_undoTime, &QTimer::timeout, this, [this] {
        m_removed->hide();
        m_session.archive()->forget(m_removedIds); // whatever the archive's clock says of them
        m_removedIds.clear();
    });
    connect(m_notes, &NotesTab::named, &archive, &ArchiveWorker::setName);
    connect(m_notes, &NotesTab::noted, &archive, &ArchiveWorker::setNote);
    archive.forgetRemoved(); // the list follows
}

void RunsPage::showList(const QList<RunSummary> &runs, const ArchiveSize &size)
{
    m_filters->setSize(size);
    const QStringList before = chosen();
    m_model->setRuns(runs);
    m_model->setShown(m_session.record() ? m_session.record()->id : QString());
    choose(before);
    const bool anything =
        !runs.isEmpty() || m_removed->isVisibleTo(this) || m_notice->isVisibleTo(this);
    m_stack->setCurrentIndex(anything ? 1 : 0);
    m_comparing.clear(); // names and baseline may be others
    takeChosen();
}

QStringList RunsPage::chosen() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex &row : std::as_const(rows)) {
        ids << m_filter->runAt(row).id;
    }
    return ids;
}

void RunsPage::choose(const QStringList &ids)
{
    if (ids == chosen()) {
        return;
    }
    const QSet<QString> wanted(ids.begin(), ids.end());
    QItemSelection rows; // one range for rows that follow each other: there may be thousands
    QModelIndex current;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (!wanted.contains(m_filter->runAt(index).id)) {
            continue;
        }
        if (!rows.isEmpty() && rows.constLast().bottom() == row - 1) {
            rows.last() = QItemSelectionRange(rows.constLast().topLeft(), index);
        } else {
            rows.append(QItemSelectionRange(index));
        }
        current = index;
    }
    m_table->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect |
                                                QItemSelectionModel::Rows);
}

void RunsPage::takeChosen()
{
    const QStringList ids = chosen();
    const RunSummary *only = ids.size() == 1 ? m_model->find(ids.constFirst()) : nullptr;
    m_notes->showRun(only != nullptr ? std::optional(*only) : std::nullopt);
    m_open->setEnabled(only != nullptr && !m_session.isRunning());
    m_baseline->setEnabled(only != nullptr);
    m_baseline->setText(only != nullptr && only->baseline ? tr("No baseline")
                                                          : tr("Set as baseline"));
    m_delete->setEnabled(!ids.isEmpty());
    m_openAction->setEnabled(m_open->isEnabled());
    m_baselineAction->setEnabled(only != nullptr);
    m_baselineAction->setText(m_baseline->text());
    m_nameAction->setEnabled(only != nullptr);
    m_deleteAction->setEnabled(!ids.isEmpty());
    compareChosen();
    placeActions(); // the words of both are others
}

void RunsPage::openChosen()
{
    const QStringList ids = chosen();
    if (ids.size() == 1 && !m_session.isRunning()) {
        m_session.archive()->open(ids.constFirst());
    }
}

void RunsPage::removeChosen()
{
    const QStringList ids = chosen();
    if (ids.isEmpty()) {
        return;
    }
    m_notes->flush();
    m_removedIds << ids;
    const auto removed = m_removedIds.size();
    m_removed->say(
        text::plural(removed, tr("%1 run deleted."), tr("%1 runs deleted.")).arg(count(removed)),
        true);
    m_session.archive()->remove(ids);
    m_undoTime.start();
}

void RunsPage::undo()
{
    m_undoTime.stop();
    m_removed->hide();
    m_session.archive()->restore(m_removedIds);
    m_removedIds.clear();
}

void RunsPage::setBaseline()
{
    const QStringList ids = isVisible() ? chosen() : QStringList();
    if (ids.size() == 1) {
        toggleBaseline(ids.constFirst());
    } else if (ids.isEmpty() && m_session.record() && m_model->find(m_session.record()->id)) {
        toggleBaseline(m_session.record()->id);
    }
}

void RunsPage::toggleBaseline(const QString &id)
{
    const RunSummary *run = m_model->find(id);
    m_session.archive()->setBaseline(run != nullptr && run->baseline ? QString() : id);
}

void RunsPage::retheme()
{
    softenHighlight(*m_table);
    m_model->retheme();
    m_overlaid->update();
    placeActions();
}

} // namespace stampede
