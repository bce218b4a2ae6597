// SPDX-License-Identifier: MIT
#include "ui/live/live_drawers.h"

#include "text/number_text.h"
#include "ui/live/answer_model.h"
#include "ui/live/log_drawer.h"
#include "ui/live/request_model.h"
#include "ui/look/app_style.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/table_copy.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kDrawerHeight = 200;
constexpr int kLeastDrawer = 120;
constexpr int kRowHeight = 22;
constexpr int kFilterWidth = 320;

QTableView *makeTable(QAbstractItemModel *model, const char *name, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setObjectName(QLatin1String(name));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->setTabKeyNavigation(false);
    enableTableCopy(table);
    return table;
}

} // namespace

LiveDrawers::LiveDrawers(QWidget *parent)
    : QWidget(parent)
    , m_requests(new RequestModel(this))
    , m_answers(new AnswerModel(this))
    , m_log(new LogDrawer(this))
    , m_filter(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_stack->setMinimumHeight(kLeastDrawer);
    m_stack->setMaximumHeight(kDrawerHeight);
    column->addWidget(m_stack);
    column->addLayout(row);
    addDrawer(makeRequests(), "drawerRequests");
    addDrawer(makeAnswers(), "drawerAnswers");
    addDrawer(m_log, "drawerLog");
    for (QToolButton *button : std::as_const(m_buttons)) {
        row->addWidget(button);
    }
    row->addStretch(1);
    open(-1);
}

QWidget *LiveDrawers::makeRequests()
{
    auto *content = new QWidget(this);
    m_filter->setObjectName(QStringLiteral("pageFilter"));
    m_filter->setPlaceholderText(tr("Filter: an answer, a person or a row"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(kFilterWidth);
    m_filter->setAccessibleName(tr("Filter of the requests"));
    auto *table = makeTable(m_requests, "requestTable", content);
    m_requestTable = table;
    table->setSortingEnabled(true);
    table->sortByColumn(RequestModel::Time, Qt::AscendingOrder);
    table->setAccessibleName(tr("Requests"));
    new FittedColumns(table, RequestModel::Answer);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(table, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &LiveDrawers::filter);
    connect(m_requests, &QAbstractItemModel::modelReset, this, &LiveDrawers::showWords);
    connect(m_requests, &QAbstractItemModel::rowsInserted, this, &LiveDrawers::showWords);
    connect(m_requests, &QAbstractItemModel::rowsRemoved, this, &LiveDrawers::showWords);
    return content;
}

QWidget *LiveDrawers::makeAnswers()
{
    auto *table = makeTable(m_answers, "answerTable", this);
    table->setAccessibleName(tr("Answers by code"));
    new FittedColumns(table, AnswerModel::Code);
    return table;
}

void LiveDrawers::addDrawer(QWidget *content, const char *name)
{
    const int drawer = m_stack->addWidget(content);
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    button->setMinimumHeight(AppStyle::kLeastTarget);
    connect(button, &QToolButton::clicked, this,
            [this, drawer](bool checked) { open(checked ? drawer : -1); });
    m_buttons.append(button);
}

void LiveDrawers::open(int drawer)
{
    m_open = drawer;
    m_stack->setVisible(drawer >= 0);
    if (drawer >= 0) {
        m_stack->setCurrentIndex(drawer);
        takeMoment();
    }
    showWords();
    Q_EMIT opened();
}

int LiveDrawers::leastHeight() const
{
    return m_buttons.constFirst()->sizeHint().height() +
           (m_open >= 0 ? kDrawerHeight + layout()->spacing() : 0);
}

void LiveDrawers::openRequests()
{
    open(0);
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LiveDrawers::showRequest(std::uint32_t index)
{
    open(0);
    m_filter->clear();
    if (const int row = m_requests->rowOf(index); row >= 0) {
        m_requestTable->selectRow(row);
        m_requestTable->scrollTo(m_requests->index(row, 0), QAbstractItemView::PositionAtCenter);
    }
}

void LiveDrawers::showWords()
{
    const std::int64_t shown = m_requests->rowCount();
    const std::int64_t all =
        m_record && m_record->history ? static_cast<std::int64_t>(m_record->history->size()) : 0;
    const QString requests =
        shown == all ? text::count(all) : tr("%1 of %2").arg(text::count(shown), text::count(all));
    // While a run goes on nothing is listed yet: no figure rather than 0.
    const QStringList words = {
        m_record ? tr("Requests %1").arg(requests) : tr("Requests"),
        m_record ? tr("Answers by code %1").arg(text::count(m_answers->rowCount()))
                 : tr("Answers by code"),
        m_log->lines() ? tr("Log %1").arg(text::count(*m_log->lines())) : tr("Log")};
    for (int i = 0; i < m_buttons.size(); ++i) {
        const bool isOpen = i == m_open;
        m_buttons[i]->setText((isOpen ? QStringLiteral("▾ ") : QStringLiteral("▴ ")) + words[i]);
        m_buttons[i]->setChecked(isOpen);
        m_buttons[i]->setEnabled(m_record != nullptr);
    }
}

void LiveDrawers::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    m_record = record;
    m_moments.reset();
    m_moment = {};
    const std::int64_t lengthNs =
        record ? static_cast<std::int64_t>(record->throughput.durationSeconds * 1e9) : 0;
    m_moment.elapsedNs = lengthNs;
    if (record) {
        m_moment.outcomes = record->outcomes;
    }
    m_requests->setHistory(record ? record->history : nullptr, lengthNs,
                           record ? record->people : PersonDirectory(),
                           record ? record->scenario.target.kind : TargetKind::InProcess);
    m_answers->setRecord(record);
    m_log->setRecord(record);
    if (!record) {
        open(-1);
    }
    showWords();
}

void LiveDrawers::setMoment(const LiveSnapshot &moment,
                            const std::shared_ptr<const RunMoments> &moments)
{
    m_moment = moment;
    m_moments = moments;
    takeMoment();
}

void LiveDrawers::takeMoment()
{
    if (!m_record || m_open < 0) {
        return; // a closed drawer rests
    }
    m_requests->setPosition(m_moment.elapsedNs, m_moments);
    m_answers->show(m_moment, m_moments);
}

void LiveDrawers::setOutcomes(const std::vector<Outcome> &outcomes)
{
    m_outcomes = outcomes;
    filter();
}

void LiveDrawers::filter()
{
    m_requests->setFilter(m_filter->text(), m_outcomes);
    showWords();
}

} // namespace stampede
