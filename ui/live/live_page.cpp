#include "ui/live/live_page.h"

#include "base/clock.h"
#include "run/verdict.h"
#include "ui/elided_label.h"
#include "ui/live/live_charts.h"
#include "ui/live/live_tiles.h"
#include "ui/live/rate_slider.h"
#include "ui/replay.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kNarrowBelow = 1100;

} // namespace

LivePage::LivePage(Session &session, Replay &replay, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_replay(replay)
    , m_stack(new QStackedLayout(this))
    , m_tiles(new LiveTiles(this))
    , m_sentence(new ElidedLabel(this))
    , m_rate(new RateSlider(this))
    , m_charts(new LiveCharts(this))
    , m_run(new QPushButton(tr("Run"), this))
{
    m_stack->addWidget(makeEmpty());
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_tiles);
    m_sentence->setObjectName(QStringLiteral("loadTesterSentence"));
    column->addWidget(m_sentence);
    m_rate->hide();
    column->addWidget(m_rate);
    column->addWidget(m_charts, 1);
    m_stack->addWidget(content);
    connect(m_rate, &RateSlider::rateWanted, this, &LivePage::changeRate);
    connect(&m_session, &Session::runStarted, this, &LivePage::begin);
    connect(&m_session, &Session::runEnded, m_rate, &RateSlider::hide);
    connect(&m_session, &Session::recordChanged, this, &LivePage::showRecord);
    connect(&m_session, &Session::scenarioChanged, this,
            [this] { m_run->setEnabled(m_session.mayRun()); });
}

QWidget *LivePage::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *words = new QLabel(
        tr("Nothing has run yet. Press Run: the crowd starts, this page follows."), empty);
    auto *column = new QVBoxLayout(empty);
    column->setSpacing(12);
    column->addStretch(1);
    column->addWidget(words, 0, Qt::AlignCenter);
    column->addWidget(m_run, 0, Qt::AlignCenter);
    column->addStretch(1);
    connect(m_run, &QPushButton::clicked, this, [this] { m_session.run(); });
    return empty;
}

void LivePage::begin()
{

    m_stack->setCurrentIndex(1);
    m_sentence->setWhole(tr("Whether refusals were right, the audit will say."));
    m_tiles->begin(m_session.activeScenario(), m_session.activePrediction());
    m_charts->begin(m_session.activePrediction(), m_session.activeScenario().coupon.stock);
    m_rateChanges.clear();
    m_charts->setRateChanges({});
    m_rate->setVisible(isOpenModel(m_session.activeScenario().load.model));
    m_rate->setEnabled(false);
    m_rate->setRate(m_session.activeScenario().load.rate);
}

void LivePage::sample(const RunProgress &progress)
{
    m_tiles->sample(progress, m_session.activeScenario(),
                    progress.prediction ? *progress.prediction : m_session.activePrediction());
    m_charts->sample(progress, m_session.activeScenario().coupon.stock);
    m_now = static_cast<double>(progress.live.elapsedNs) / static_cast<double>(kNsPerSecond);
    m_rate->setEnabled(progress.live.loadRunning);
    if (progress.live.loadRunning) {
        m_rate->setRate(progress.live.rate);
    }
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
    m_tiles->show(*record);
    m_charts->show(*record);
    m_rateChanges.clear();
    for (const RateChange &change : record->generator.rateChanges) {
        m_rateChanges.append(static_cast<double>(change.atNs) / static_cast<double>(kNsPerSecond));
    }
    m_charts->setRateChanges(m_rateChanges);
    m_sentence->setWhole(loadTesterSentence(*record));
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_charts->setNarrow(width() < kNarrowBelow);
}

void LivePage::prepare(const QSize &size)
{
    resize(size);
    m_stack->setCurrentIndex(1);
    static_cast<void>(grab());
    QCoreApplication::sendPostedEvents(); // the charts lay themselves out afterwards
    static_cast<void>(grab());
    m_stack->setCurrentIndex(0);
}

void LivePage::retheme()
{
    m_tiles->retheme();
    m_charts->retheme();
}

} // namespace stampede
