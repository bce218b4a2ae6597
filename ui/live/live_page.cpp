// SPDX-License-Identifier: MIT
#include "ui/live/live_page.h"

#include "base/clock.h"
#include "record/verdict.h"
#include "ui/live/live_charts.h"
#include "ui/live/live_drawers.h"
#include "ui/live/live_tiles.h"
#include "ui/live/replay_bar.h"
#include "ui/look/type.h"
#include "ui/session/replay.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/scrolling.h"

#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace stampede {

namespace {

constexpr int kNarrowBelow = 1100;
constexpr int kTwoRows = 400; ///< px that two rows of charts need
constexpr int kSide = 16;     ///< px beside what is on the page

} // namespace

LivePage::LivePage(Session &session, Replay &replay, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_replay(replay)
    , m_stack(new QStackedLayout(this))
    , m_tiles(new LiveTiles(this))
    , m_sentence(new ElidedLabel(this))
    , m_charts(new LiveCharts(this))
    , m_bar(new ReplayBar(replay, this))
    , m_drawers(new LiveDrawers(this))
{
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    connect(m_tiles, &LiveTiles::chosenChanged, this, &LivePage::choose);
    connect(m_charts, &LiveCharts::chartsChosen, this, &LivePage::chartsChosen);
    connect(m_charts, &LiveCharts::requestChosen, m_drawers, &LiveDrawers::showRequest);
    connect(m_bar, &ReplayBar::rateWanted, this, &LivePage::changeRate);
    connect(m_bar, &ReplayBar::clockChosen, m_charts, &LiveCharts::setClock);
    connect(&m_session, &Session::runStarted, this, &LivePage::begin);
    connect(&m_session, &Session::runEnded, this, [this] {
        m_bar->end();
        if (m_session.fault()) {
            showRecord(); // the run before, as on every page: this one could not be made
        }
    });
    connect(&m_session, &Session::recordChanged, this, &LivePage::showRecord);
    connect(&m_session, &Session::scenarioChanged, this,
            [this] { m_run->setEnabled(m_session.mayRun()); });
    connect(m_drawers, &LiveDrawers::opened, this, &LivePage::fitCharts);
    connect(&m_replay, &Replay::moved, this, &LivePage::follow);
    connect(&m_replay, &Replay::stateChanged, this, &LivePage::follow);
}

QWidget *LivePage::makeEmpty()
{
    auto *empty =
        new EmptyPage(tr("No run is shown. Press Run: the crowd starts, this page follows."), this);
    m_run = empty->addAction(tr("Run"));
    connect(m_run, &QPushButton::clicked, this, [this] { m_session.run(); });
    QPushButton *demo = empty->addAction(tr("Guided demo"));
    demo->setObjectName(QStringLiteral("guidedDemo"));
    connect(demo, &QPushButton::clicked, this, &LivePage::demoRequested);
    return empty;
}

QWidget *LivePage::makeContent()
{
    auto *content = new QWidget(this);
    m_sentence->setObjectName(QStringLiteral("loadTesterSentence"));
    m_tiles->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *upper = new GivingWay;
    auto *figures = new QVBoxLayout(upper);
    figures->setContentsMargins(kSide, 12, kSide, 0);
    figures->setSpacing(8);
    figures->addWidget(m_tiles);
    figures->addWidget(m_sentence);
    figures->addWidget(m_charts, 1);
    auto *lower = new QVBoxLayout;
    lower->setContentsMargins(kSide, 0, kSide, 8);
    lower->setSpacing(8);
    lower->addWidget(m_bar);
    lower->addWidget(m_drawers);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(scrolling(upper, content), 1);
    column->addLayout(lower);
    return content;
}

void LivePage::begin()
{
    m_stack->setCurrentIndex(1);
    m_sentence->setWhole(tr("Whether refusals were right, the audit will say."));
    const Scenario &scenario = m_session.activeScenario();
    m_tiles->clearChosen();
    m_tiles->begin(scenario, m_session.activePrediction());
    m_charts->begin(scenario, m_session.activePrediction());
    m_drawers->setRecord(nullptr);
    m_rateChanges.clear();
    m_charts->setRateChanges({});
    m_bar->begin(isOpenModel(scenario.load.model), scenario.load.rate);
}

void LivePage::collect(const RunProgress &progress)
{
    m_charts->collect(progress);
}

void LivePage::sample(const RunProgress &progress)
{
    m_tiles->sample(progress);
    m_charts->sample();
    m_bar->sample(progress, m_session.activeScenario().loadLength().count());
    m_now = static_cast<double>(progress.live.elapsedNs) / static_cast<double>(kNsPerSecond);
}

void LivePage::changeRate(double perSecond)
{
    if (m_session.setRate(perSecond)) {
        m_rateChanges.append(m_now);
        m_charts->setRateChanges(m_rateChanges);
    }
}

void LivePage::showRecord()
{
    const auto record = m_session.record();
    if (!record) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    m_tiles->show(record);
    fitCharts();
    m_charts->show(record);
    m_drawers->setRecord(record);
    m_rateChanges.clear();
    for (const RateChange &change : record->generator.rateChanges) {
        m_rateChanges.append(static_cast<double>(change.atNs) / static_cast<double>(kNsPerSecond));
    }
    m_charts->setRateChanges(m_rateChanges);
    m_sentence->setWhole(loadTesterSentence(*record));
    m_bar->end();
    follow();
}

void LivePage::follow()
{
    if (!m_replay.isPossible() || m_replay.record() != m_session.record()) {
        return;
    }
    if (!isVisible()) {
        m_followsLater = true; // a hidden page rests
        return;
    }
    m_followsLater = false;
    const LiveSnapshot moment = m_replay.moment();
    m_charts->setMoments(m_replay.moments());
    m_charts->setPosition(m_replay.positionNs());
    m_drawers->setMoment(moment, m_replay.moments());
    if (m_replay.isAtEnd()) {
        m_tiles->showWhole();
    } else {
        m_tiles->showMoment(moment);
    }
}

void LivePage::choose()
{
    const std::vector<Outcome> outcomes = m_tiles->chosen();
    m_charts->setHighlighted(outcomes);
    m_drawers->setOutcomes(outcomes);
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCharts();
}

/// The quieter charts one at a time where two rows of them would be too low, as beside an open
/// drawer.
void LivePage::fitCharts()
{
    const QLayout *figures = m_charts->parentWidget()->layout();
    int room = height() - figures->contentsMargins().top() - m_drawers->leastHeight();
    for (const QWidget *each : std::initializer_list<const QWidget *>{m_tiles, m_sentence, m_bar}) {
        room -= each->sizeHint().height() + 2 * figures->spacing();
    }
    m_charts->setNarrow(width() < kNarrowBelow || room < kTwoRows * std::max(1.0, textFactor()));
}

void LivePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_followsLater) {
        follow();
    }
}

void LivePage::prepare(const QSize &size)
{
    resize(size);
    m_stack->setCurrentIndex(1);
    static_cast<void>(grab());
    m_stack->setCurrentIndex(m_session.record() || m_session.isRunning() ? 1 : 0);
}

void LivePage::setCharts(const QStringList &names)
{
    m_charts->setCharts(names);
}

void LivePage::retheme()
{
    m_tiles->retheme();
    m_charts->retheme();
    m_bar->retheme();
}

} // namespace stampede
