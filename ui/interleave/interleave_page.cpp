// SPDX-License-Identifier: MIT
#include "ui/interleave/interleave_page.h"

#include "files/data_root.h"
#include "text/number_text.h"
#include "ui/interleave/order_lanes.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"
#include "ui/session/strategy_text.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_copy.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 8;
constexpr int kMarkSize = 24;
constexpr std::chrono::milliseconds kLookEvery{100};
constexpr std::chrono::milliseconds kSlowStep{900};

enum GroupColumn
{
    Schedule,
    Wrong,
    LikeIt,
    Switches,
    Told,
    GroupColumns
};

constexpr int kCellRole = Qt::UserRole;

DatabaseUrl ownServer()
{
    DatabaseUrl url;
    url.folder = defaultDataRoot() + QStringLiteral("/interleavings");
    return url;
}

QTableWidget *table(const char *objectName)
{
    auto *made = new QTableWidget;
    made->setObjectName(QLatin1String(objectName));
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionMode(QAbstractItemView::SingleSelection);
    made->verticalHeader()->hide();
    made->setTabKeyNavigation(false);
    made->setWordWrap(false);
    return made;
}

QTableWidgetItem *item(const QString &words, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *made = new QTableWidgetItem(words);
    made->setTextAlignment(alignment | Qt::AlignVCenter);
    made->setToolTip(words);
    return made;
}

QColor cellColor(const Interleavings &found)
{
    const Theme &theme = Theme::current();
    return !found.undecided.isEmpty() ? theme.muted : found.wrong() > 0 ? theme.damage : theme.held;
}

const char *iconOf(const Interleavings &found)
{
    return found.wrong() > 0                             ? "broken"
           : !found.undecided.isEmpty() || found.stopped ? "unknown"
                                                         : "held";
}

} // namespace

InterleavePage::InterleavePage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_runner(std::make_shared<InterleaveRunner>(ownServer()))
    , m_job([this](const Made &made) { take(made); })
    , m_stack(new QStackedLayout)
    , m_situation(new QComboBox)
    , m_strategy(new QComboBox)
    , m_isolation(new QComboBox)
    , m_rowLock(new QCheckBox(tr("Row lock")))
    , m_duplicateCheck(new QCheckBox(tr("Duplicate check")))
    , m_uniqueKey(new QCheckBox(tr("Unique key")))
    , m_every(new QPushButton(tr("Every order")))
    , m_all(new QPushButton(tr("Matrix")))
    , m_file(new QPushButton(tr("My transactions…")))
    , m_stopButton(new QPushButton(tr("Stop")))
    , m_back(new QPushButton(tr("Back to the matrix")))
    , m_mark(new QLabel)
    , m_answer(new QLabel)
    , m_remark(new QLabel)
    , m_tables(new QStackedWidget)
    , m_groups(table("orderGroups"))
    , m_cells(table("orderMatrix"))
    , m_card(nullptr)
    , m_title(new QLabel)
    , m_note(new QLabel)
    , m_lanes(new OrderLanes)
    , m_end(new QLabel)
    , m_first(toolButton(QString(), tr("To the start"), "orderFirst"))
    , m_stepBack(toolButton(QStringLiteral("◀"), tr("One step back"), "orderBack"))
    , m_stepOn(toolButton(QStringLiteral("▶"), tr("One step on"), "orderOn"))
    , m_slowly(toolButton(tr("Play slowly"), tr("Play slowly (Space)"), "orderSlowly"))
    , m_again(new QPushButton(tr("Run again")))
    , m_picture(new QPushButton(tr("Copy picture")))
    , m_script(new QPushButton(tr("Copy script")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kGap);
    column->addWidget(makeControls());
    auto *empty = new EmptyPage(
        tr("Two requests can meet in many orders. Here every one of them is carried out for real, "
           "one statement at a time, on a private server: in how many does the data end wrong?"),
        this);
    QPushButton *every = empty->addAction(tr("Carry out every order"));
    every->setObjectName(QStringLiteral("orderEveryHere"));
    connect(every, &QPushButton::clicked, m_every, &QPushButton::click);
    auto *room = new QWidget;
    room->setLayout(m_stack);
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    column->addWidget(room, 1);
    addStepKeys();
    connect(&m_session, &Session::scenarioChanged, this, &InterleavePage::followScenario);
    connect(&m_look, &QTimer::timeout, this, &InterleavePage::sample);
    connect(&m_play, &QTimer::timeout, this, [this] {
        m_lanes->setMoment(m_lanes->moment() + 1);
        if (m_lanes->moment() == m_lanes->lines()) {
            m_play.stop();
            showMoment();
        }
    });
    showGroup(-1);
    followScenario();
}

InterleavePage::~InterleavePage()
{
    m_stop.request_stop();
}

QWidget *InterleavePage::makeControls()
{
    auto *bar = new QWidget(this);
    for (const Situation situation : kAllSituations) {
        m_situation->addItem(situationName(situation), situationKey(situation));
    }
    for (const StrategyKind strategy : kAllStrategies) {
        m_strategy->addItem(strategyName(strategy), strategyKey(strategy));
    }
    const std::pair<Isolation, QString> levels[] = {
        {Isolation::Default, tr("the server's own level")},
        {Isolation::ReadUncommitted, QStringLiteral("Read uncommitted")},
        {Isolation::ReadCommitted, QStringLiteral("Read committed")},
        {Isolation::RepeatableRead, QStringLiteral("Repeatable read")},
        {Isolation::Serializable, QStringLiteral("Serializable")}};
    for (const auto &[level, name] : levels) {
        m_isolation->addItem(name, static_cast<int>(level));
    }
    const std::pair<QComboBox *, QString> combos[] = {{m_situation, tr("Who meets")},
                                                      {m_strategy, tr("Strategy")},
                                                      {m_isolation, tr("Isolation level")}};
    for (const auto &[combo, name] : combos) {
        combo->setAccessibleName(name);
        combo->setToolTip(name);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(16);
        combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(combo, &QComboBox::activated, this, &InterleavePage::chooseHere);
    }
    m_situation->setObjectName(QStringLiteral("orderSituation"));
    m_strategy->setObjectName(QStringLiteral("orderStrategy"));
    m_isolation->setObjectName(QStringLiteral("orderIsolation"));
    for (QCheckBox *box : {m_rowLock, m_duplicateCheck, m_uniqueKey}) {
        connect(box, &QCheckBox::clicked, this, &InterleavePage::chooseHere);
    }
    m_rowLock->setObjectName(QStringLiteral("orderRowLock"));
    m_duplicateCheck->setObjectName(QStringLiteral("orderDuplicateCheck"));
    m_uniqueKey->setObjectName(QStringLiteral("orderUniqueKey"));
    m_every->setObjectName(QStringLiteral("orderEvery"));
    m_every->setProperty("filled", true);
    m_stopButton->setProperty("stops", true);
    m_every->setToolTip(tr("Carries out every order in which these requests can meet"));
    m_all->setObjectName(QStringLiteral("orderAll"));
    m_all->setToolTip(
        tr("Every protection, strategy, isolation level and situation: some minutes"));
    m_file->setObjectName(QStringLiteral("orderFile"));
    m_file->setToolTip(tr("Statements of your own service, from a file (*.transactions.json)"));
    m_stopButton->setObjectName(QStringLiteral("orderStop"));
    connect(m_every, &QPushButton::clicked, this, [this] { start(InterleavePlan::of(subject())); });
    connect(m_all, &QPushButton::clicked, this,
            [this] { start(InterleavePlan::ofMatrix(kPlentyOfStock, std::nullopt)); });
    connect(m_file, &QPushButton::clicked, this, &InterleavePage::chooseFile);
    connect(m_stopButton, &QPushButton::clicked, this, &InterleavePage::stop);
    auto *above = new QHBoxLayout;
    above->setSpacing(kGap);
    above->addWidget(m_situation, 3);
    above->addWidget(m_strategy, 3);
    above->addWidget(m_isolation, 2);
    auto *below = new QHBoxLayout;
    below->setSpacing(kGap);
    below->addWidget(m_rowLock);
    below->addWidget(m_duplicateCheck);
    below->addWidget(m_uniqueKey);
    below->addStretch(1);
    below->addWidget(m_stopButton);
    below->addWidget(m_file);
    below->addWidget(m_all);
    below->addWidget(m_every);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap);
    rows->addLayout(above);
    rows->addLayout(below);
    return bar;
}

QWidget *InterleavePage::makeContent()
{
    auto *content = new QWidget(this);
    m_answer->setObjectName(QStringLiteral("orderAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->setFont(typeFont(TextRole::StatusBanner));
    m_remark->setObjectName(QStringLiteral("orderRemark"));
    m_remark->setWordWrap(true);
    m_remark->setProperty("muted", true);
    m_mark->setFixedWidth(kMarkSize);
    m_mark->setAlignment(Qt::AlignTop);
    auto *said = new QVBoxLayout;
    said->setSpacing(4);
    said->addWidget(m_answer);
    said->addWidget(m_remark);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(kGap);
    answer->addWidget(m_mark);
    answer->addLayout(said, 1);
    m_back->setObjectName(QStringLiteral("orderToMatrix"));
    answer->addWidget(m_back, 0, Qt::AlignTop);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_matrix) {
            showMatrix(*m_matrix);
        }
    });

    m_groups->setColumnCount(GroupColumns);
    m_groups->setHorizontalHeaderLabels(
        {tr("Order"), tr("what is wrong"), tr("like it"), tr("switches"), tr("told")});
    m_groups->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_groups->setAccessibleName(tr("The ways it can happen"));
    new FittedColumns(m_groups, Told);
    enableTableCopy(m_groups);
    connect(m_groups, &QTableWidget::currentCellChanged, this, [this](int row) { showGroup(row); });
    m_cells->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_cells->setAccessibleName(tr("The matrix"));
    new FittedColumns(m_cells, 0);
    enableTableCopy(m_cells);
    const auto open = [this](int row, int column) {
        const QTableWidgetItem *cell = m_cells->item(row, column);
        if (cell != nullptr && cell->data(kCellRole).isValid()) {
            openCell(cell->data(kCellRole).toLongLong());
        }
    };
    connect(m_cells, &QTableWidget::cellActivated, this, open);
    connect(m_cells, &QTableWidget::cellClicked, this, open);
    m_tables->addWidget(m_groups);
    m_tables->addWidget(m_cells);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tables);
    m_card = makeOrderCard();
    split->addWidget(m_card);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 5);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, kGap, 0, 0);
    column->setSpacing(kGap);
    column->addLayout(answer);
    column->addWidget(split, 1);
    return content;
}

QWidget *InterleavePage::makeOrderCard()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    m_title->setFont(typeFont(TextRole::Heading));
    m_title->setObjectName(QStringLiteral("orderTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setProperty("muted", true);
    m_note->setObjectName(QStringLiteral("orderNote"));
    m_end->setObjectName(QStringLiteral("orderEnd"));
    m_end->setWordWrap(true);
    m_end->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *inside = new QWidget;
    auto *lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, kGap, 0);
    lines->setSpacing(kGap);
    lines->addWidget(m_lanes);
    lines->addWidget(m_end);
    lines->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(4);
    steps->addWidget(m_first);
    steps->addWidget(m_stepBack);
    steps->addWidget(m_stepOn);
    steps->addWidget(m_slowly);
    steps->addStretch(1);
    auto *copies = new QHBoxLayout;
    copies->setSpacing(kGap);
    copies->addWidget(m_again);
    copies->addStretch(1);
    copies->addWidget(m_picture);
    copies->addWidget(m_script);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_note);
    auto *column = new QVBoxLayout(card);
    column->setSpacing(kGap);
    column->addLayout(head);
    column->addLayout(steps);
    column->addWidget(scroll, 1);
    column->addLayout(copies);
    m_again->setObjectName(QStringLiteral("orderAgain"));
    m_again->setToolTip(tr("Carries this order out once more, on the server"));
    m_picture->setObjectName(QStringLiteral("orderPicture"));
    m_script->setObjectName(QStringLiteral("orderScript"));
    m_script->setToolTip(tr("As a script of client sessions, to be carried out by hand"));
    connect(m_first, &QToolButton::clicked, this, [this] { m_lanes->setMoment(0); });
    connect(m_stepBack, &QToolButton::clicked, this,
            [this] { m_lanes->setMoment(m_lanes->moment() - 1); });
    connect(m_stepOn, &QToolButton::clicked, this,
            [this] { m_lanes->setMoment(m_lanes->moment() + 1); });
    connect(m_slowly, &QToolButton::clicked, this, [this] {
        if (m_play.isActive()) {
            m_play.stop();
        } else {
            m_lanes->setMoment(m_lanes->moment() == m_lanes->lines() ? 0 : m_lanes->moment());
            m_play.start(kSlowStep);
        }
        showMoment();
    });
    connect(m_lanes, &OrderLanes::momentChanged, this, &InterleavePage::showMoment);
    connect(m_again, &QPushButton::clicked, this, &InterleavePage::runAgain);
    connect(m_picture, &QPushButton::clicked, this, &InterleavePage::copyPicture);
    connect(m_script, &QPushButton::clicked, this, &InterleavePage::copyScript);
    return card;
}

void InterleavePage::addStepKeys()
{
    const std::pair<int, QToolButton *> keys[] = {
        {Qt::Key_Left, m_stepBack}, {Qt::Key_Right, m_stepOn}, {Qt::Key_Home, m_first}};
    for (const auto &[key, button] : keys) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_card);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
    }
    auto *slowly = new QShortcut(QKeySequence(Qt::Key_Space), m_lanes);
    slowly->setContext(Qt::WidgetShortcut);
    connect(slowly, &QShortcut::activated, m_slowly, &QToolButton::click);
}

void InterleavePage::retheme()
{
    if (m_result != nullptr) {
        m_mark->setPixmap(themedPixmap(QLatin1String(iconOf(m_result->found)),
                                       cellColor(m_result->found), kMarkSize, devicePixelRatioF()));
    }
    for (int row = 0; row < m_cells->rowCount(); ++row) {
        for (int column = 1; m_matrix && column < m_cells->columnCount(); ++column) {
            if (QTableWidgetItem *cell = m_cells->item(row, column);
                cell != nullptr && cell->data(kCellRole).isValid()) {
                const auto at = cell->data(kCellRole).toLongLong();
                cell->setForeground(cellColor(m_matrix->results[at].found));
            }
        }
    }
    m_first->setIcon(themedIcon(QStringLiteral("to-start"), Theme::current().text));
    m_answer->setFont(typeFont(TextRole::StatusBanner));
    m_title->setFont(typeFont(TextRole::Heading));
    m_lanes->updateGeometry();
    m_lanes->update();
}

void InterleavePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    retheme();
}

void InterleavePage::followScenario()
{
    const Scenario &scenario = m_session.scenario();
    if (m_follows && scenario.target.kind == TargetKind::InProcess) {
        choose(scenario.service,
               situationOf(m_situation->currentData().toString()).value_or(Situation::TwoPeople));
    }
    enableControls();
}

void InterleavePage::chooseHere()
{
    m_follows = false;
    m_own.reset();
    enableControls();
}

void InterleavePage::choose(const ServiceSettings &service, Situation situation)
{
    m_situation->setCurrentIndex(m_situation->findData(situationKey(situation)));
    m_strategy->setCurrentIndex(m_strategy->findData(strategyKey(service.strategy)));
    m_isolation->setCurrentIndex(m_isolation->findData(static_cast<int>(service.isolation)));
    m_rowLock->setChecked(service.layers.rowLock);
    m_duplicateCheck->setChecked(service.layers.duplicateCheck);
    m_uniqueKey->setChecked(service.layers.uniqueKey);
}

InterleaveSubject InterleavePage::subject() const
{
    InterleaveSubject subject;
    if (m_own) {
        subject.transactions = m_own;
        return subject;
    }
    ServiceSettings service;
    service.strategy = strategyOf(m_strategy->currentData().toString());
    service.isolation = static_cast<Isolation>(m_isolation->currentData().toInt());
    if (service.strategy == StrategyKind::Pessimistic) {
        service.layers = {m_rowLock->isChecked(), m_duplicateCheck->isChecked(),
                          m_uniqueKey->isChecked()};
    }
    subject.service = service;
    subject.situation =
        situationOf(m_situation->currentData().toString()).value_or(Situation::TwoPeople);
    return subject;
}

void InterleavePage::enableControls()
{
    const bool busy = m_job.isBusy();
    const bool hasLayers =
        strategyOf(m_strategy->currentData().toString()) == StrategyKind::Pessimistic;
    for (QWidget *each : std::initializer_list<QWidget *>{m_situation, m_strategy, m_isolation,
                                                          m_every, m_all, m_file}) {
        each->setEnabled(!busy);
    }
    for (QCheckBox *box : {m_rowLock, m_duplicateCheck, m_uniqueKey}) {
        box->setEnabled(!busy && hasLayers);
    }
    m_stopButton->setVisible(busy);
    m_back->setVisible(m_matrix && m_tables->currentWidget() == m_groups);
    const bool has = m_lanes->order() != nullptr;
    m_again->setEnabled(has && !busy && m_result != nullptr);
    m_picture->setEnabled(has);
    m_script->setEnabled(has && m_result != nullptr);
}

void InterleavePage::start(InterleavePlan plan)
{
    m_plan = std::move(plan);
    m_stop = std::stop_source();
    m_job.start([runner = m_runner, asked = m_plan, token = m_stop.get_token()] {
        auto made = runner->run(asked, token);
        Made result;
        if (made) {
            result.outcome = std::make_shared<const InterleaveOutcome>(std::move(made).value());
        } else {
            result.fault = made.error();
        }
        result.serverRuns = runner->isServerRunning();
        return result;
    });
    m_look.start(kLookEvery);
    m_stack->setCurrentIndex(1);
    sample();
    enableControls();
}

void InterleavePage::stop()
{
    m_stop.request_stop();
}

/// What is going on, where the answer will stand.
void InterleavePage::sample()
{
    if (!m_job.isBusy()) {
        return;
    }
    const InterleaveProgress now = m_runner->progress();
    if (now.cell == 0) {
        say(now.message.isEmpty() ? tr("Starting a private server") : now.message, QString(),
            "starting");
        return;
    }
    const qsizetype cell = std::min(now.cell, m_plan.subjects.size());
    const QString orders =
        tr("%1 carried out, %2 wrong").arg(text::count(now.done), text::count(now.wrong));
    say(m_plan.subjects[cell - 1].line() + QStringLiteral(" · ") + orders,
        m_plan.subjects.size() == 1
            ? QString()
            : tr("Cell %1 of %2").arg(text::count(cell), text::count(m_plan.subjects.size())),
        "starting");
}

void InterleavePage::say(const QString &answer, const QString &remark, const char *icon)
{
    m_answer->setText(answer);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_mark->setPixmap(
        themedPixmap(QLatin1String(icon), Theme::current().muted, kMarkSize, devicePixelRatioF()));
}

void InterleavePage::sayFault(const QString &sentence)
{
    m_stack->setCurrentIndex(1);
    say(sentence, QString(), "warning");
    announce(m_answer, sentence);
}

void InterleavePage::take(const Made &made)
{
    m_look.stop();
    if (made.fault) {
        sayFault((QStringList(made.fault->message) + made.fault->details).join(QLatin1Char('\n')));
        enableControls();
        return;
    }
    const InterleaveOutcome &outcome = *made.outcome;
    const bool failed = outcome.error && !outcome.error->stopped;
    if (!m_plan.schedule.isEmpty() && !outcome.results.isEmpty()) {
        takeAgain(outcome.results.constFirst());
    } else if (!outcome.results.isEmpty()) {
        m_shown = made.outcome;
        if (m_plan.subjects.size() > 1) {
            m_matrix = made.outcome;
            showMatrix(outcome);
        } else {
            showResult(outcome.results.constFirst(), outcome.better ? &*outcome.better : nullptr);
        }
    } else if (!failed) {
        say(tr("Stopped before the first order was carried out."), QString(), "stop");
    }
    if (failed) {
        sayFault(made.serverRuns
                     ? tr("A statement was refused: %1").arg(outcome.error->error.message)
                     : tr("The private server does not answer any more: %1")
                           .arg(outcome.error->error.message));
    }
    enableControls();
}

/// The same order once more: whether it went as before.
void InterleavePage::takeAgain(const InterleaveResult &again)
{
    const auto before = m_lanes->order();
    if (again.found.orders.isEmpty()) {
        m_note->setText(again.found.undecided.isEmpty()
                            ? tr("stopped")
                            : tr("this time it did not happen: %1")
                                  .arg(again.found.undecided.constFirst().doubt));
    } else {
        const Order &order = again.found.orders.constFirst();
        m_lanes->setOrder(std::make_shared<const Order>(order));
        m_end->setText(endLines(order).join(QLatin1Char('\n')));
        m_note->setText(before && before->happening == order.happening &&
                                before->faults == order.faults && before->answers == order.answers
                            ? tr("run again: the same")
                            : tr("run again: it went another way"));
    }
    if (m_result != nullptr) {
        const InterleaveResult *better =
            m_shown && m_shown->better && m_result == &m_shown->results.constFirst()
                ? &*m_shown->better
                : nullptr;
        say(interleavingsSentence(*m_result, better), m_remark->text(), iconOf(m_result->found));
    }
    retheme();
    announce(m_note, m_note->text());
}

void InterleavePage::showResult(const InterleaveResult &result, const InterleaveResult *better)
{
    m_result = &result;
    const Interleavings &found = result.found;
    QStringList remark = {result.subject.line(), found.product, text::duration(found.tookNs)};
    if (!found.drawn && !found.stopped) {
        remark << tr("all orders there are");
    }
    const QString sentence = interleavingsSentence(result, better);
    say(sentence, remark.join(QStringLiteral(" · ")), iconOf(found));
    fillGroups(result);
    m_tables->setCurrentWidget(m_groups);
    m_card->show();
    retheme();
    enableControls();
    announce(m_answer, sentence);
}

void InterleavePage::fillGroups(const InterleaveResult &result)
{
    const QList<Interleavings::Group> groups = result.found.groups();
    m_groups->clearSelection();
    m_groups->setCurrentItem(nullptr);
    m_groups->setRowCount(static_cast<int>(groups.size()));
    int row = 0;
    for (const Interleavings::Group &group : groups) {
        const Order &order = result.found.orders[group.order];
        auto *schedule = item(order.schedule);
        schedule->setData(kCellRole, group.order);
        m_groups->setItem(row, Schedule, schedule);
        m_groups->setItem(row, LikeIt, item(text::count(group.count), Qt::AlignRight));
        m_groups->setItem(row, Switches, item(text::count(order.switches()), Qt::AlignRight));
        m_groups->setItem(row, Told, item(answerWords(order).join(QStringLiteral(", "))));
        m_groups->setItem(row, Wrong,
                          item(order.isWrong() ? QStringLiteral("✗ ") + order.faultText()
                                               : QStringLiteral("✓ ") + tr("nothing")));
        ++row;
    }
    if (row > 0) {
        m_groups->setCurrentCell(0, Schedule);
    } else {
        showGroup(-1);
    }
}

void InterleavePage::showMatrix(const InterleaveOutcome &outcome)
{
    m_result = nullptr;
    m_cells->clear();
    QList<Isolation> levels;
    for (const InterleaveResult &cell : outcome.results) {
        if (!levels.contains(cell.subject.service->isolation)) {
            levels << cell.subject.service->isolation;
        }
    }
    QStringList head = {tr("Protections or strategy")};
    for (const Isolation level : std::as_const(levels)) {
        head << m_isolation->itemText(m_isolation->findData(static_cast<int>(level)));
    }
    m_cells->setColumnCount(static_cast<int>(head.size()));
    m_cells->setHorizontalHeaderLabels(head);
    m_cells->setRowCount(0);
    std::optional<Situation> situation;
    QString title;
    qint64 wrong = 0;
    for (qsizetype at = 0; at < outcome.results.size(); ++at) {
        const InterleaveResult &cell = outcome.results[at];
        if (situation != cell.subject.situation) {
            situation = cell.subject.situation;
            title.clear();
            const int row = m_cells->rowCount();
            m_cells->insertRow(row);
            auto *heading = item(situationName(*situation));
            heading->setFont(typeFont(TextRole::Heading));
            heading->setFlags(Qt::ItemIsEnabled);
            m_cells->setItem(row, 0, heading);
            m_cells->setSpan(row, 0, 1, static_cast<int>(head.size()));
        }
        if (title != cell.subject.title()) {
            title = cell.subject.title();
            m_cells->insertRow(m_cells->rowCount());
            m_cells->setItem(m_cells->rowCount() - 1, 0, item(title));
        }
        auto *made = item(interleavingsCell(cell.found));
        made->setData(kCellRole, at);
        made->setForeground(cellColor(cell.found));
        made->setToolTip(cell.subject.line() + QLatin1Char('\n') + interleavingsCount(cell.found));
        m_cells->setItem(m_cells->rowCount() - 1,
                         1 + static_cast<int>(levels.indexOf(cell.subject.service->isolation)),
                         made);
        wrong += cell.found.wrong() > 0 ? 1 : 0;
    }
    m_tables->setCurrentWidget(m_cells);
    m_card->hide();
    const QString sentence =
        tr("%1 of %2 cells can go wrong.")
            .arg(text::count(wrong), text::count(outcome.results.size())) +
        (outcome.error ? QLatin1Char(' ') + tr("It was stopped before the others.") : QString());
    say(sentence,
        tr("n of m: so many of the orders that can happen, or that were drawn, end "
           "wrong. Open a cell for its orders."),
        wrong > 0 ? "broken" : "held");
    enableControls();
    announce(m_answer, sentence);
}

void InterleavePage::openCell(qsizetype cell)
{
    if (!m_matrix || cell < 0 || cell >= m_matrix->results.size() || m_job.isBusy()) {
        return;
    }
    const InterleaveResult &result = m_matrix->results[cell];
    chooseHere();
    choose(*result.subject.service, result.subject.situation);
    showResult(result, nullptr);
}

std::shared_ptr<const Order> InterleavePage::order() const
{
    return m_lanes->order();
}

void InterleavePage::showGroup(int row)
{
    m_play.stop();
    const QTableWidgetItem *chosen = row < 0 ? nullptr : m_groups->item(row, Schedule);
    if (chosen == nullptr || m_result == nullptr) {
        m_lanes->setOrder(nullptr);
        m_title->setText(tr("No order was carried out"));
        m_end->clear();
        m_note->clear();
    } else {
        const Order &order = m_result->found.orders[chosen->data(kCellRole).toLongLong()];
        m_lanes->setOrder(std::make_shared<const Order>(order));
        m_title->setText(tr("Order %1").arg(order.schedule));
        m_end->setText(endLines(order).join(QLatin1Char('\n')));
        m_note->clear();
    }
    showMoment();
    enableControls();
}

void InterleavePage::showMoment()
{
    const int moment = m_lanes->moment();
    const bool has = m_lanes->lines() > 0;
    m_first->setEnabled(has && moment > 0);
    m_stepBack->setEnabled(has && moment > 0);
    m_stepOn->setEnabled(has && moment < m_lanes->lines());
    m_slowly->setEnabled(has);
    m_slowly->setText(m_play.isActive() ? tr("Hold") : tr("Play slowly"));
    m_end->setVisible(has && moment == m_lanes->lines()); // what came of it comes last
}

void InterleavePage::runAgain()
{
    if (m_result == nullptr || !m_lanes->order() || m_job.isBusy()) {
        return;
    }
    InterleavePlan plan;
    plan.subjects << m_result->subject;
    plan.schedule = m_lanes->order()->schedule;
    start(std::move(plan));
}

void InterleavePage::copyPicture()
{
    if (m_lanes->order()) {
        copyImage(this, m_lanes->picture());
    }
}

void InterleavePage::copyScript()
{
    if (m_result != nullptr && m_lanes->order()) {
        copyText(this, clientScript(*m_result, *m_lanes->order()));
    }
}

void InterleavePage::prove(const ServiceSettings &service)
{
    if (m_job.isBusy()) {
        return;
    }
    chooseHere();
    choose(service, Situation::TwoPeople);
    enableControls();
    start(InterleavePlan::of(subject()));
}

void InterleavePage::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Transactions of your own"), QString(),
                                     tr("Transactions (*.transactions.json);;All files (*)"));
    if (!path.isEmpty()) {
        openTransactions(path);
    }
}

void InterleavePage::openTransactions(const QString &path)
{
    if (m_job.isBusy()) {
        return;
    }
    auto read = loadTransactions(path);
    if (!read) {
        sayFault(tr("%1 cannot be used:").arg(QFileInfo(path).fileName()) + QLatin1Char('\n') +
                 read.error().join(QLatin1Char('\n')));
        return;
    }
    m_own = std::make_shared<const Transactions>(std::move(read).value());
    start(InterleavePlan::of(subject()));
}

} // namespace stampede
