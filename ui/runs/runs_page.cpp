// SPDX-License-Identifier: MIT
#include "ui/runs/runs_page.h"

#include "report/strategy_rows.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "text/printable_text.h"
#include "ui/look/soft_highlight.h"
#include "ui/runs/compare_tab.h"
#include "ui/runs/filter_row.h"
#include "ui/runs/message_bar.h"
#include "ui/runs/notes_tab.h"
#include "ui/runs/overlaid_tab.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/unfinished_bar.h"
#include "ui/session/archive_edits.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/table_copy.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace stampede {

using text::count;

namespace {

constexpr int kRowHeight = 28;
constexpr int kMargin = 16;
constexpr int kTableShare = 3;
constexpr int kTabsShare = 2;

using text::count;

constexpr qsizetype kMostOfTitle = 30; ///< letters; several stand side by side

} // namespace

RunsPage::RunsPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RunsModel(this))
    , m_filter(new RunsFilter(this))
    , m_unfinished(new UnfinishedBar(m_session, this))
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
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_unfinished);
    column->addLayout(m_stack, 1);
    m_unfinished->look();
    auto *empty = new EmptyPage(tr("Every run is kept here until you delete it."), this);
    QPushButton *run = empty->addAction(tr("Run"));
    connect(run, &QPushButton::clicked, &m_session, &Session::run);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    connectTable();
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
    column->setContentsMargins(kMargin, 12, kMargin, 12);
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
    // The page's width: that of the tabs follows only once it has been laid out.
    const bool fit = m_tabs->tabBar()->sizeHint().width() + m_actions->sizeHint().width() <=
                     width() - 2 * kMargin;
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
    m_delete->setToolTip(tr("Deletes what is chosen (Del); undo brings it back"));
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
    m_removed->action()->setToolTip(
        QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    connect(m_removed->action(), &QPushButton::clicked, this, &RunsPage::undo);
    ArchiveEdits &edits = *m_session.archiveEdits();
    connect(&edits, &ArchiveEdits::changed, this, &RunsPage::tellRemoved);
    connect(&edits, &ArchiveEdits::restored, this,
            [this](const QStringList &ids) { m_restored = ids; });
    connect(m_notes, &NotesTab::named, this,
            [this, &edits](const QString &id, const QString &name) {
                if (const RunSummary *run = m_model->find(id)) {
                    edits.setName(id, run->name, name);
                }
            });
    connect(m_notes, &NotesTab::noted, this,
            [this, &edits](const QString &id, const QString &note) {
                if (const RunSummary *run = m_model->find(id)) {
                    edits.setNote(id, run->note, note);
                }
            });
    tellRemoved(); // by a window before this one
    archive.refresh();
}

bool RunsPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && isVisible() && m_session.archive() != nullptr) {
        m_session.archive()->lookForChanges();
    }
    return QWidget::event(event);
}

void RunsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_session.archive() != nullptr) {
        m_session.archive()->lookForChanges();
        m_unfinished->look();
    }
}

int RunsPage::rowOf(const QString &id) const
{
    for (int row = 0; !id.isEmpty() && row < m_filter->rowCount(); ++row) {
        if (m_filter->runAt(m_filter->index(row, 0)).id == id) {
            return row;
        }
    }
    return -1;
}

RunsPage::Place RunsPage::place() const
{
    const auto idAt = [this](const QModelIndex &index) {
        return index.isValid() ? m_filter->runAt(index).id : QString();
    };
    const QModelIndex current = m_table->currentIndex();
    const int top = m_table->rowAt(0);
    return {chosen(), idAt(current), current.row(),
            top > 0 ? idAt(m_filter->index(top, 0)) : QString()};
}

void RunsPage::goTo(const Place &place)
{
    choose(place.chosen);
    int current = rowOf(place.current);
    if (current < 0 && place.currentRow >= 0) { // it was deleted: the one that is in its place
        current = std::min(place.currentRow, m_filter->rowCount() - 1);
    }
    if (current >= 0 && current != m_table->currentIndex().row()) {
        m_table->selectionModel()->setCurrentIndex(m_filter->index(current, RunsModel::When),
                                                   QItemSelectionModel::NoUpdate);
    }
    if (const int top = rowOf(place.top); top >= 0) {
        m_table->verticalScrollBar()->setValue(top);
    }
}

void RunsPage::showList(const QList<RunSummary> &runs, const ArchiveSize &size)
{
    m_filters->setSize(size);
    Place before = place();
    m_model->setRuns(runs);
    m_model->setShown(m_session.record() ? m_session.record()->id : QString());
    QSet<QString> missing(m_restored.begin(), m_restored.end());
    for (const RunSummary &run : runs) {
        missing.remove(run.id);
    }
    if (missing.isEmpty() && !m_restored.isEmpty()) { // whoever brings runs back wants to see them
        before.chosen = std::exchange(m_restored, {});
        before.current = before.chosen.constLast();
        before.top.clear();
    }
    goTo(before);
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
    if (!ids.isEmpty()) {
        m_notes->flush();
        m_session.archiveEdits()->remove(ids);
    }
}

void RunsPage::tellRemoved()
{
    const auto removed = m_session.archiveEdits()->justRemoved();
    m_removed->say(
        text::plural(removed,
                     tr("%1 run deleted. It can be brought back until you leave Stampede."),
                     tr("%1 runs deleted. They can be brought back until you leave Stampede."))
            .arg(count(removed)),
        true);
    m_removed->setVisible(removed > 0);
}

void RunsPage::leaveFields()
{
    m_notes->flush();
    if (m_notes->isAncestorOf(QApplication::focusWidget())) {
        m_table->setFocus();
    }
}

void RunsPage::undo()
{
    leaveFields();
    m_session.archiveEdits()->undo();
}

void RunsPage::redo()
{
    leaveFields();
    m_session.archiveEdits()->redo();
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
    const QString before = m_model->baseline();
    m_session.archiveEdits()->setBaseline(before, id == before ? QString() : id);
}

void RunsPage::retheme()
{
    softenHighlight(*m_table);
    m_model->retheme();
    m_overlaid->update();
    placeActions();
}

void RunsPage::compareChosen()
{
    QStringList ids = chosen();
    const bool tooMany = ids.size() > kMostCompared;
    if (tooMany) { // thousands need not be put in order to say so
        ids.resize(kMostCompared + 1);
    }
    // The baseline stands in front, then the oldest.
    std::sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
        const RunSummary &one = *m_model->find(a);
        const RunSummary &two = *m_model->find(b);
        return one.baseline != two.baseline ? one.baseline : one.startedAt < two.startedAt;
    });
    const auto &runs = m_model->runs();
    const auto baseline =
        std::find_if(runs.begin(), runs.end(), [](const RunSummary &run) { return run.baseline; });
    if (ids.size() == 1 && baseline != runs.end() && baseline->id != ids.constFirst()) {
        ids.prepend(baseline->id);
    }
    const bool possible = ids.size() >= 2 && !tooMany;
    nameTab(m_compare, tr("Compare"), possible ? ids.size() : 0);
    m_report->setText(tr("Report over %1 runs").arg(count(ids.size())));
    m_report->setVisible(possible);
    if (!possible) {
        m_comparing.clear();
        const QString hint =
            ids.isEmpty() ? tr("Choose two to six runs (Ctrl+click) to see what sets them apart.")
            : ids.size() == 1 ? tr("Choose a second run (Ctrl+click), or set a baseline.")
                              : tr("At most %1 runs are compared at once.").arg(kMostCompared);
        m_compare->showHint(hint);
        m_overlaid->showHint(hint);
        m_strategies->showHint(hint);
    } else if (ids != m_comparing) {
        m_comparing = ids;
        m_session.archive()->compare(ids);
    }
}

void RunsPage::nameTab(QWidget *tab, const QString &name, qsizetype runs)
{
    m_tabs->setTabText(m_tabs->indexOf(tab),
                       runs > 0 ? QStringLiteral("%1 %2").arg(name, count(runs)) : name);
}

void RunsPage::showCompared(const QList<std::shared_ptr<const RunRecord>> &records)
{
    QStringList ids;
    QStringList titles;
    for (const auto &record : records) {
        ids << record->id;
        const RunSummary *run = m_model->find(record->id);
        titles << (run != nullptr && run->baseline ? QStringLiteral("★ ") : QString()) +
                      printable(run != nullptr ? shownTitle(*run)
                                               : shownName(record->scenario.name),
                                kMostOfTitle);
    }
    if (ids == m_comparing) { // else something else was chosen meanwhile
        m_compare->showComparison(titles, compareRuns(records));
        m_overlaid->showRuns(records);
        showStrategies(records);
    }
}

void RunsPage::showStrategies(const QList<std::shared_ptr<const RunRecord>> &records)
{
    QList<const RunRecord *> runs;
    for (const auto &record : records) {
        runs << record.get();
    }
    QList<QStringList> lines = strategyRows(runs);
    if (lines.isEmpty()) {
        m_strategies->showHint(tr("How a service of somebody else locks is not known."));
    } else {
        const QStringList head = lines.takeFirst();
        m_strategies->showLines(head, lines, strategyRowsMeaning());
    }
}

void RunsPage::reportCompared()
{
    if (!m_comparing.isEmpty()) {
        m_session.archive()->gather(m_comparing);
    }
}

} // namespace stampede
