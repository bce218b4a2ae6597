// SPDX-License-Identifier: MIT
#include "ui/hot_row/hot_row_page.h"

#include "text/number_text.h"
#include "ui/hot_row/finding_bars.h"
#include "ui/hot_row/race_card.h"
#include "ui/hot_row/race_panel.h"
#include "ui/hot_row/row_chart.h"
#include "ui/hot_row/row_legend.h"
#include "ui/hot_row/row_overview.h"
#include "ui/session/replay.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFileDialog>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 12;
constexpr int kPersonWidth = 88;

} // namespace

HotRowPage::HotRowPage(Session &session, Replay &replay, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_replay(replay)
    , m_stack(new QStackedLayout(this))
    , m_show(new QComboBox(this))
    , m_person(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_chart(new RowChart(this))
    , m_overview(new RowOverview(this))
    , m_panel(new RacePanel(this))
{
    auto *empty = new EmptyPage(
        tr("Who held the coupon's row, who waited, who wrote over whom: run something to see it."),
        this);
    QPushButton *run = empty->addAction(tr("Run"));
    run->setObjectName(QStringLiteral("hotRowRun"));
    connect(run, &QPushButton::clicked, this, [this] {
        if (m_session.mayRun()) {
            m_session.run();
        }
    });
    m_stack->addWidget(empty);
    m_stack->addWidget(makeContent());
    addKeys();
    connect(&m_session, &Session::recordChanged, this, &HotRowPage::takeRecord);
    connect(&m_replay, &Replay::moved, this, &HotRowPage::followReplay);
    connect(&m_replay, &Replay::replaced, this, &HotRowPage::followReplay);
    connect(m_chart, &RowChart::sceneChanged, this, &HotRowPage::takeScene);
    connect(m_chart, &RowChart::windowChanged, this,
            [this] { m_overview->setWindow(m_chart->fromNs(), m_chart->toNs()); });
    connect(m_chart, &RowChart::picked, this, &HotRowPage::showPicked);
    connect(m_chart, &RowChart::showChanged, this,
            [this](RowShow show) { m_show->setCurrentIndex(static_cast<int>(show)); });
    connect(m_chart, &RowChart::personChanged, this, [this] { m_person->clear(); });
    connect(m_overview, &RowOverview::windowDragged, this, [this](qint64 fromNs, qint64 toNs) {
        m_chart->setWindow(fromNs, toNs);
        m_chart->showRowsAt(m_chart->fromNs());
    });
    connect(m_panel, &RacePanel::stepped, this,
            [this](int by) { showPair(m_view ? m_view->number - 1 + by : 0); });
    connect(m_panel, &RacePanel::copyRequested, this, &HotRowPage::copyPicture);
    connect(m_panel, &RacePanel::saveRequested, this, &HotRowPage::savePicture);
    connect(m_panel, &RacePanel::closed, this, &HotRowPage::closePanel);
}

QWidget *HotRowPage::makeToolbar()
{
    auto *bar = new QWidget(this);
    // In the order of RowShow.
    m_show->addItems({tr("everything"), tr("who waited"), tr("who had the row"), tr("refused"),
                      tr("findings"), tr("the two chosen")});
    m_show->setObjectName(QStringLiteral("rowShow"));
    m_show->setAccessibleName(tr("Show"));
    m_person->setObjectName(QStringLiteral("rowPerson"));
    m_person->setAccessibleName(tr("person"));
    m_person->setValidator(new QIntValidator(0, std::numeric_limits<int>::max(), m_person));
    m_person->setFixedWidth(kPersonWidth);
    m_person->setClearButtonEnabled(true);
    auto *fit = toolButton(tr("Fit"), tr("All of it in view"), "rowFit");
    auto *nearer = toolButton(QStringLiteral("+"), tr("Nearer"), "rowNearer");
    auto *farther = toolButton(QStringLiteral("−"), tr("Farther"), "rowFarther");
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("Show"), bar));
    row->addWidget(m_show);
    row->addSpacing(8);
    row->addWidget(new QLabel(tr("person"), bar));
    row->addWidget(m_person);
    row->addSpacing(16);
    auto *legend = new RowLegend(bar);
    legend->setObjectName(QStringLiteral("rowLegend"));
    connect(m_chart, &RowChart::sceneChanged, legend,
            [this, legend] { legend->setScene(m_chart->scene()); });
    row->addWidget(legend, 1);
    row->addWidget(fit);
    row->addWidget(nearer);
    row->addWidget(farther);
    connect(m_show, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_chart->setShow(static_cast<RowShow>(index)); });
    connect(m_person, &QLineEdit::textChanged, this, [this](const QString &typed) {
        bool isNumber = false;
        const qlonglong user = typed.toLongLong(&isNumber);
        const QSignalBlocker quiet(m_chart);
        m_chart->setPerson(isNumber ? std::optional<std::int64_t>(user) : std::nullopt);
    });
    connect(fit, &QToolButton::clicked, m_chart, &RowChart::fit);
    connect(nearer, &QToolButton::clicked, this, [this] { m_chart->zoom(2); });
    connect(farther, &QToolButton::clicked, this, [this] { m_chart->zoom(0.5); });
    return bar;
}

QWidget *HotRowPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(8);
    column->addWidget(makeToolbar());
    m_note->setObjectName(QStringLiteral("rowNote"));
    m_note->setProperty("muted", true);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    auto *card = new QFrame(content);
    card->setProperty("card", true);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 4, 1, 4);
    inner->setSpacing(4);
    inner->addWidget(m_chart, 1);
    auto *line = new QFrame(card);
    line->setFrameShape(QFrame::HLine);
    line->setProperty("bar", true);
    line->setFixedHeight(1);
    inner->addWidget(line);
    inner->addWidget(m_overview);
    column->addWidget(card, 1);
    column->addWidget(m_panel);
    m_panel->hide();
    m_note->hide();
    return content;
}

void HotRowPage::addKeys()
{
    const auto add = [this](const QKeySequence &key, auto what) {
        auto *shortcut = new QShortcut(key, this, what);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    };
    add(Qt::Key_N, [this] { stepFinding(1); });
    add(Qt::Key_P, [this] { stepFinding(-1); });
    add(Qt::Key_Escape, [this] { closePanel(); });
    add(tr("Ctrl+Shift+C"), [this] { copyPicture(); });
}

void HotRowPage::nextFinding()
{
    stepFinding(1);
}

void HotRowPage::previousFinding()
{
    stepFinding(-1);
}

void HotRowPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
    followReplay();
}

void HotRowPage::takeRecord()
{
    if (isVisible()) { // else when somebody looks
        load();
    }
}

void HotRowPage::load()
{
    const auto record = m_session.record();
    if (record == m_record) {
        return;
    }
    m_record = record;
    m_whenMade = nullptr;
    closePanel();
    const bool any = record && record->history && !record->history->empty();
    m_stack->setCurrentIndex(any ? 1 : 0);
    m_chart->setRecord(any ? record : nullptr);
    m_note->setVisible(any && !record->hotRow);
    if (any && !record->hotRow) {
        m_note->setText(tr("The inside of this service cannot be seen from here. What is known: "
                           "when each person asked and was answered."));
    }
}

void HotRowPage::takeScene()
{
    const auto &scene = m_chart->scene();
    m_overview->setScene(scene);
    m_overview->setWindow(m_chart->fromNs(), m_chart->toNs());
    if (!scene) {
        return;
    }
    if (!scene->isWhole()) {
        const auto kept = static_cast<std::int64_t>(scene->bars.size());
        m_note->setText(tr("Details were kept for the first %1 and the last %2 of %3 requests.")
                            .arg(text::count(kept - kept / 2), text::count(kept / 2),
                                 text::count(scene->total)));
        m_note->show();
    }
    followReplay();
    if (const auto what = std::exchange(m_whenMade, nullptr)) {
        what();
    }
}

void HotRowPage::followReplay()
{
    if (!isVisible()) {
        return;
    }
    const bool whole = !m_replay.isPossible() || m_replay.isAtEnd();
    const auto position = whole ? std::nullopt : std::optional(m_replay.positionNs());
    m_chart->setPosition(position, m_replay.isPlaying());
    m_overview->setPosition(position);
}

void HotRowPage::whenMade(std::function<void()> what)
{
    load();
    if (m_chart->scene()) {
        what();
    } else {
        m_whenMade = std::move(what);
    }
}

void HotRowPage::showRace(int index)
{
    whenMade([this, index] { showPair(index); });
}

void HotRowPage::showFinding(const QString &checkId, int row)
{
    whenMade([this, checkId, row] {
        const CheckResult *check = m_record->audit ? m_record->audit->check(checkId) : nullptr;
        const auto bars = check != nullptr ? barsOf(*m_chart->scene(), *check, row) : std::nullopt;
        if (bars) {
            m_chart->setFocus();
            m_chart->choose(bars->bar, bars->other);
            showPicked(true);
            m_chart->keepTogether();
        }
    });
}

void HotRowPage::showPair(int index)
{
    const auto &scene = m_chart->scene();
    if (!scene || index < 0 || static_cast<std::size_t>(index) >= scene->pairs.size()) {
        return;
    }
    const BarPair &pair = scene->pairs[static_cast<std::size_t>(index)];
    showPanel(raceOf(*scene, index));
    m_chart->choose(pair.second, pair.first);
    m_chart->keepTogether();
    m_chart->setFocus();
}

void HotRowPage::showPicked(bool opens)
{
    const auto &scene = m_chart->scene();
    const std::uint32_t current = m_chart->current();
    if (!scene || current == RowUse::kNobody) {
        return;
    }
    const RowBar &bar = scene->bars[current];
    if (m_chart->other() != RowUse::kNobody) {
        showPanel(twoOf(*scene, m_chart->other(), current));
    } else if (bar.pair >= 0) {
        const BarPair &pair = scene->pairs[static_cast<std::size_t>(bar.pair)];
        showPanel(raceOf(*scene, bar.pair));
        m_chart->choose(current, pair.first == current ? pair.second : pair.first);
    } else if (opens || bar.finding || m_panel->isVisible()) {
        showPanel(oneOf(*scene, current));
    }
}

void HotRowPage::showPanel(const RaceView &view)
{
    m_view = view;
    m_panel->show(view, m_record->coupon.value);
    if (!m_panel->isVisibleTo(this)) {
        m_panel->setVisible(true);
        m_stack->currentWidget()->layout()->activate(); // the chart has its new height at once
    }
}

void HotRowPage::closePanel()
{
    m_view.reset();
    m_panel->hide();
    m_chart->chooseNothing();
}

void HotRowPage::stepFinding(int by)
{
    const auto &scene = m_chart->scene();
    if (!scene || scene->bars.empty()) {
        return;
    }
    const auto size = static_cast<std::int64_t>(scene->bars.size());
    const bool any = m_chart->current() != RowUse::kNobody;
    std::int64_t at = any ? std::int64_t{m_chart->current()} + by : (by > 0 ? 0 : size - 1);
    while (at >= 0 && at < size && !scene->bars[static_cast<std::size_t>(at)].finding) {
        at += by;
    }
    if (at >= 0 && at < size) {
        m_chart->choose(static_cast<std::uint32_t>(at));
        showPicked(true);
    }
}

QImage HotRowPage::picture() const
{
    return m_view ? raceCard(*m_record, *m_view, Theme::current()) : QImage();
}

void HotRowPage::copyPicture() const
{
    if (m_view) {
        copyImage(m_panel, picture());
    }
}

void HotRowPage::savePicture()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save picture"), QStringLiteral("race-%1.png").arg(m_record->shortId()),
        tr("Pictures (*.png)"));
    if (!path.isEmpty() && !picture().save(path)) {
        QMessageBox::warning(this, tr("Save picture"), tr("%1 cannot be written.").arg(path));
    }
}

void HotRowPage::retheme()
{
    m_chart->retheme();
    m_overview->update();
}

} // namespace stampede
