// SPDX-License-Identifier: MIT
#include "ui/live/replay_bar.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/live/rate_slider.h"
#include "ui/look/app_style.h"
#include "ui/look/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <algorithm>
#include <iterator>

namespace stampede {

namespace {

constexpr int kTicks = 2000; // of the scrubber
constexpr int kTimeWidth = 104;

/// A scrubber that goes where it is clicked.
class Scrubber final : public QSlider
{
public:
    explicit Scrubber(QWidget *parent)
        : QSlider(Qt::Horizontal, parent)
    {}

protected:
    void mousePressEvent(QMouseEvent *event) override;
};

void Scrubber::mousePressEvent(QMouseEvent *event)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle =
        style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    if (event->button() == Qt::LeftButton && !handle.contains(event->position().toPoint())) {
        const int span = width() - handle.width();
        const int at = static_cast<int>(event->position().x()) - handle.width() / 2;
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), at, span));
    }
    QSlider::mousePressEvent(event);
}

} // namespace

ReplayBar::ReplayBar(Replay &replay, QWidget *parent)
    : QFrame(parent)
    , m_replay(replay)
    , m_stack(new QStackedWidget(this))
    , m_toStart(makeButton({}, "replayToStart"))
    , m_play(makeButton({}, "replayPlay"))
    , m_scrubber(new Scrubber(this))
    , m_time(new QLabel(this))
    , m_slowness(new QComboBox(this))
    , m_elapsed(makeButton(tr("Elapsed"), "replayElapsed"))
    , m_clock(makeButton(tr("Clock"), "replayClock"))
    , m_progress(new QProgressBar(this))
    , m_progressWords(new QLabel(this))
    , m_rate(new RateSlider(this))
{
    m_stack->addWidget(makeReplay());
    m_stack->addWidget(makeProgress());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_stack);
    setFixedHeight(AppStyle::kLeastTarget + 4);
    connect(m_rate, &RateSlider::rateWanted, this, &ReplayBar::rateWanted);
    connect(&m_replay, &Replay::moved, this, &ReplayBar::showPosition);
    connect(&m_replay, &Replay::stateChanged, this, &ReplayBar::update);
    connect(&m_replay, &Replay::replaced, this, &ReplayBar::update);
    update();
}

QToolButton *ReplayBar::makeButton(const QString &words, const char *name)
{
    auto *button = new QToolButton(this);
    button->setText(words);
    button->setObjectName(QLatin1String(name));
    button->setMinimumSize(AppStyle::kLeastTarget, AppStyle::kLeastTarget);
    return button;
}

QWidget *ReplayBar::makeReplay()
{
    auto *bar = new QWidget(this);
    m_toStart->setToolTip(tr("To the start"));
    m_toStart->setAccessibleName(tr("To the start"));
    m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_play->setToolTip(tr("Plays the recorded history again (Space). Never touches the database."));
    m_scrubber->setRange(0, kTicks);
    m_scrubber->setPageStep(kTicks / 20);
    m_scrubber->setObjectName(QStringLiteral("replayScrubber"));
    m_scrubber->setAccessibleName(tr("Moment of the run"));
    m_scrubber->setMinimumHeight(AppStyle::kLeastTarget);
    m_time->setObjectName(QStringLiteral("replayTime"));
    m_time->setMinimumWidth(kTimeWidth);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int slowness : Replay::kSlownesses) {
        m_slowness->addItem(QStringLiteral("1/%1").arg(slowness), slowness);
    }
    m_slowness->setObjectName(QStringLiteral("replaySlowness"));
    m_slowness->setAccessibleName(tr("How much slower"));
    auto *slower = new QLabel(tr("slower"), bar);
    slower->setProperty("muted", true);
    slower->setBuddy(m_slowness);
    auto *times = new QButtonGroup(this);
    for (QToolButton *button : {m_elapsed, m_clock}) {
        button->setProperty("choice", true);
        button->setCheckable(true);
        times->addButton(button);
    }
    m_elapsed->setChecked(true);
    m_elapsed->setToolTip(tr("Time since the start of the load"));
    m_clock->setToolTip(tr("Time of day"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_toStart);
    row->addWidget(m_play);
    row->addWidget(m_scrubber, 1);
    row->addWidget(m_time);
    row->addSpacing(8);
    row->addWidget(slower);
    row->addWidget(m_slowness);
    row->addSpacing(8);
    row->addWidget(m_elapsed);
    row->addWidget(m_clock);
    connect(m_toStart, &QToolButton::clicked, this, [this] { m_replay.seek(0); });
    connect(m_play, &QToolButton::clicked, this, [this] {
        if (m_replay.isPlaying()) {
            m_replay.hold();
        } else {
            m_replay.play();
        }
    });
    connect(m_scrubber, &QSlider::valueChanged, this,
            [this](int tick) { m_replay.seek(m_replay.lengthNs() * tick / kTicks); });
    connect(m_slowness, &QComboBox::activated, this,
            [this] { m_replay.setSlowness(m_slowness->currentData().toInt()); });
    connect(m_clock, &QToolButton::toggled, this, [this](bool clock) {
        showTime();
        Q_EMIT clockChosen(clock);
    });
    return bar;
}

QWidget *ReplayBar::makeProgress()
{
    auto *bar = new QWidget(this);
    m_progress->setRange(0, kTicks);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(10);
    m_progress->setObjectName(QStringLiteral("runProgress"));
    m_progress->setAccessibleName(tr("How far the run is"));
    m_progressWords->setObjectName(QStringLiteral("runProgressWords"));
    m_progressWords->setMinimumWidth(kTimeWidth);
    m_progressWords->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_progress, 1);
    row->addWidget(m_progressWords);
    row->addWidget(m_rate, 1);
    return bar;
}

void ReplayBar::begin(bool hasRate, double perSecond)
{
    m_stack->setCurrentIndex(1);
    m_progress->setValue(0);
    m_progressWords->clear();
    m_rate->setVisible(hasRate);
    m_rate->setEnabled(false);
    m_rate->setRate(perSecond);
}

void ReplayBar::sample(const RunProgress &progress, std::int64_t lengthNs)
{
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    std::int64_t share = 0;
    // Where the rate can be changed by hand the clock ends the load, not a number of requests.
    if (progress.planned > 0 && m_rate->isHidden()) {
        share = kTicks * done / progress.planned;
        m_progressWords->setText(
            tr("%1 of %2").arg(text::count(done), text::count(progress.planned)));
    } else {
        share = lengthNs > 0 ? kTicks * (progress.live.elapsedNs / kNsPerMs) /
                                   std::max<std::int64_t>(1, lengthNs / kNsPerMs)
                             : 0;
        m_progressWords->setText(
            tr("%1 s of %2 s")
                .arg(text::seconds(progress.live.elapsedNs), text::seconds(lengthNs)));
    }
    m_progress->setValue(static_cast<int>(std::clamp<std::int64_t>(share, 0, kTicks)));
    m_rate->setEnabled(progress.live.loadRunning);
    if (progress.live.loadRunning) {
        m_rate->setRate(progress.live.rate);
    }
}

void ReplayBar::end()
{
    m_stack->setCurrentIndex(0);
    update();
}

bool ReplayBar::showsClock() const
{
    return m_clock->isChecked();
}

void ReplayBar::update()
{
    const bool playing = m_replay.isPlaying();
    m_play->setText(playing ? tr("Hold") : tr("Replay"));
    for (QWidget *each : std::initializer_list<QWidget *>{m_toStart, m_play, m_scrubber, m_slowness,
                                                          m_elapsed, m_clock}) {
        each->setEnabled(m_replay.isPossible());
    }
    m_slowness->removeItem(static_cast<int>(std::size(Replay::kSlownesses)));
    if (m_slowness->findData(m_replay.slowness()) < 0) { // somebody asked for a length instead
        m_slowness->addItem(QStringLiteral("1/%1").arg(m_replay.slowness()), m_replay.slowness());
    }
    m_slowness->setCurrentIndex(m_slowness->findData(m_replay.slowness()));
    retheme();
    showPosition();
}

void ReplayBar::showPosition()
{
    const std::int64_t length = std::max<std::int64_t>(1, m_replay.lengthNs());
    const QSignalBlocker quiet(m_scrubber);
    m_scrubber->setValue(static_cast<int>(kTicks * m_replay.positionNs() / length));
    showTime();
}

void ReplayBar::showTime()
{
    const auto record = m_replay.record();
    if (!record) {
        m_time->clear();
    } else if (m_clock->isChecked()) {
        m_time->setText(record->startedAt.addMSecs(m_replay.positionNs() / kNsPerMs)
                            .toLocalTime()
                            .time()
                            .toString(QStringLiteral("HH:mm:ss.zzz")));
    } else {
        m_time->setText(tr("%1 s").arg(text::seconds(m_replay.positionNs())));
    }
}

void ReplayBar::retheme()
{
    const Theme &theme = Theme::current();
    m_toStart->setIcon(themedIcon(QStringLiteral("to-start"), theme.text));
    m_play->setIcon(themedIcon(
        m_replay.isPlaying() ? QStringLiteral("hold") : QStringLiteral("run"), theme.text));
}

} // namespace stampede
