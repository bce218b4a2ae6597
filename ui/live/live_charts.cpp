// SPDX-License-Identifier: MIT
#include "ui/live/live_charts.h"

#include "base/clock.h"
#include "measure/run_moments.h"
#include "picture/latency_story.h"
#include "record/fault_text.h"
#include "report/report_words.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"
#include "ui/charts/barcode.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_group.h"
#include "ui/charts/run_chart.h"
#include "ui/charts/story_chart.h"
#include "ui/live/database_card.h"
#include "ui/live/more_charts.h"
#include "ui/look/app_style.h"

#include <QComboBox>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kGap = 12;

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

double msOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerMs);
}

QString perStretch(std::int64_t ns)
{
    return ns < kNsPerSecond ? LiveCharts::tr("per %1 ms").arg(text::count(ns / kNsPerMs))
                             : LiveCharts::tr("per %1 s").arg(text::count(ns / kNsPerSecond));
}

/// The warm-up lies before the run, and nothing of it is counted.
QList<ChartStretch> warmUpOf(const Scenario &scenario)
{
    if (scenario.warmup <= Duration::zero()) {
        return {};
    }
    return {{-secondsOf(scenario.warmup.count()), 0,
             LiveCharts::tr("Warm-up, %1").arg(durationText(scenario.warmup)), false, false}};
}

/// Where the faults of a scenario are to lie.
QList<ChartStretch> plannedStretches(const Scenario &scenario)
{
    QList<ChartStretch> stretches = warmUpOf(scenario);
    for (const PlannedFault &fault : scenario.faults) {
        stretches.append({secondsOf(fault.at.count()), secondsOf((fault.at + fault.length).count()),
                          faultName(fault), true, false});
    }
    return stretches;
}

/// Where they lay.
QList<ChartStretch> stretchesOf(const RunRecord &record)
{
    QList<ChartStretch> stretches = warmUpOf(record.scenario);
    for (const InjectedFault &fault : record.faults) {
        if (fault.beganNs) {
            const double end =
                fault.endedNs ? secondsOf(*fault.endedNs) : record.throughput.durationSeconds;
            stretches.append(
                {secondsOf(*fault.beganNs), end, faultName(fault.planned), true, false});
        }
    }
    return stretches;
}

/// In whole ns, as a replay counts.
std::int64_t lengthNsOf(const RunRecord &record)
{
    return static_cast<std::int64_t>(record.throughput.durationSeconds * 1e9);
}

} // namespace

LiveCharts::LiveCharts(QWidget *parent)
    : QWidget(parent)
    , m_story(new StoryChart(this))
    , m_answers(new RunChart(this))
    , m_barcode(new Barcode(this))
    , m_outcomes(new QStackedWidget(this))
    , m_latency(new RunChart(this))
    , m_database(new DatabaseCard(this))
    , m_storyCard(new ChartCard(tr("Issued and left"), m_story, this))
    , m_answersCard(new ChartCard(tr("Answers, by outcome"), m_outcomes, this))
    , m_latencyCard(new ChartCard(tr("Latency"), m_latency, this))
    , m_databaseCard(new ChartCard(tr("Database"), m_database, this))
    , m_more(new MoreCharts(this))
    , m_underWayCard(new ChartCard(tr("Requests under way"), m_more->underWay(), this))
    , m_rateCard(new ChartCard(tr("Answers a second"), m_more->rate(), this))
    , m_errorsCard(new ChartCard(tr("Errors, by kind"), m_more->errors(), this))
    , m_latencyKind(new QComboBox(this))
    , m_log(new QToolButton(this))
    , m_tabs(new QTabBar(this))
    , m_group(new ChartGroup(this))
{
    addAnswerLayers(m_answers);
    m_outcomes->addWidget(m_answers);
    m_outcomes->addWidget(m_barcode);
    // They often run along each other: each is wide enough to be seen beneath the one before.
    m_latency->addLine(tr("p50"), &Theme::issued, Qt::SolidLine, 1.25);
    m_latency->addLine(tr("p95"), &Theme::text, Qt::DashDotLine, 2.5);
    m_latency->addLine(tr("p99"), &Theme::muted, Qt::DashLine, 4);
    m_latency->setUnit(tr("ms"));
    for (QWidget *each : std::initializer_list<QWidget *>{m_answers, m_barcode}) {
        each->setAccessibleName(tr("Answers, by outcome"));
    }
    m_story->chart()->setObjectName(QStringLiteral("storyChart"));
    m_answers->setObjectName(QStringLiteral("answersChart"));
    m_barcode->setObjectName(QStringLiteral("barcode"));
    m_latency->setObjectName(QStringLiteral("latencyChart"));
    m_answersCard->setObjectName(QStringLiteral("answersCard"));
    m_storyCard->setObjectName(QStringLiteral("storyCard"));
    for (RunChart *chart : runCharts()) {
        m_group->add(chart);
    }
    makeLatencyTools();
    layOut();
}

void LiveCharts::makeLatencyTools()
{
    m_latencyKind->addItems({tr("service time"), tr("response time")});
    m_latencyKind->setObjectName(QStringLiteral("latencyKind"));
    m_latencyKind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_latencyKind->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the remark gives way
    m_latencyKind->setAccessibleName(tr("Which latency"));
    m_latencyKind->setToolTip(tr("Service time: from sending to the answer. Response time: from "
                                 "when the request was due."));
    m_log->setText(tr("log"));
    m_log->setCheckable(true);
    m_log->setProperty("choice", true);
    m_log->setObjectName(QStringLiteral("latencyLog"));
    m_log->setAccessibleName(tr("Logarithmic scale"));
    m_log->setToolTip(tr("Logarithmic scale"));
    m_log->setMinimumHeight(28);
    m_latencyCard->addTool(m_latencyKind);
    m_latencyCard->addTool(m_log);
    connect(m_latencyKind, &QComboBox::currentIndexChanged, this, &LiveCharts::showLatency);
    connect(m_log, &QToolButton::toggled, this,
            [this] { m_latency->setLogarithmic(isLogarithmic()); });
    connect(m_latency, &RunChart::dotChosen, this, &LiveCharts::requestChosen);
}

QList<RunChart *> LiveCharts::runCharts() const
{
    QList<RunChart *> charts = {m_story->chart(), m_answers, m_latency};
    for (RunChart *each : m_more->all()) {
        charts.append(each);
    }
    return charts;
}

ChartCard *LiveCharts::cardOf(Kind kind) const
{
    switch (kind) {
    case Kind::Story:
        return m_storyCard;
    case Kind::Answers:
        return m_answersCard;
    case Kind::Latency:
        return m_latencyCard;
    case Kind::Database:
        return m_databaseCard;
    case Kind::UnderWay:
        return m_underWayCard;
    case Kind::Rate:
        return m_rateCard;
    case Kind::Errors:
        return m_errorsCard;
    }
    return m_storyCard;
}

QString LiveCharts::keyOf(Kind kind)
{
    switch (kind) {
    case Kind::Story:
        return QStringLiteral("story");
    case Kind::Answers:
        return QStringLiteral("answers");
    case Kind::Latency:
        return QStringLiteral("latency");
    case Kind::Database:
        return QStringLiteral("database");
    case Kind::UnderWay:
        return QStringLiteral("under-way");
    case Kind::Rate:
        return QStringLiteral("rate");
    case Kind::Errors:
        return QStringLiteral("errors");
    }
    return {};
}

QStringList LiveCharts::charts() const
{
    QStringList names;
    for (const Kind each : m_places) {
        names << keyOf(each);
    }
    return names;
}

void LiveCharts::setCharts(const QStringList &names)
{
    for (std::size_t place = 0; place < kPlaces; ++place) {
        const QString name = names.value(static_cast<qsizetype>(place));
        for (std::size_t i = 0; i < kKinds; ++i) {
            const auto kind = static_cast<Kind>(i);
            const bool isPlaced =
                std::find(m_places.begin(), m_places.begin() + static_cast<std::ptrdiff_t>(place),
                          kind) != m_places.begin() + static_cast<std::ptrdiff_t>(place);
            if (keyOf(kind) == name && !isPlaced) {
                choose(m_places.at(place), kind);
            }
        }
    }
}

void LiveCharts::choose(Kind before, Kind now)
{
    const auto place = std::find(m_places.begin(), m_places.end(), before);
    const auto other = std::find(m_places.begin(), m_places.end(), now);
    if (place == m_places.end() || before == now) {
        return;
    }
    if (other != m_places.end()) {
        *other = before;
    }
    *place = now;
    arrange();
}

void LiveCharts::addChooser(Kind kind)
{
    auto *button = new QToolButton(this);
    button->setText(QStringLiteral("▾"));
    button->setObjectName(QStringLiteral("chooseChart-") + keyOf(kind));
    button->setAccessibleName(tr("Another chart here"));
    button->setToolTip(tr("Another chart here"));
    button->setFixedSize(AppStyle::kLeastTarget, AppStyle::kLeastTarget);
    auto *menu = new QMenu(button);
    for (std::size_t i = 0; i < kKinds; ++i) {
        const auto other = static_cast<Kind>(i);
        if (other != kind) {
            QAction *action = menu->addAction(cardOf(other)->title());
            action->setObjectName(keyOf(other));
            connect(action, &QAction::triggered, this, [this, kind, other] {
                choose(kind, other);
                Q_EMIT chartsChosen(charts());
            });
        }
    }
    // Not as its own menu: the style would draw a second arrow.
    connect(button, &QToolButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
    cardOf(kind)->addTool(button);
}

void LiveCharts::layOut()
{
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tabs->setExpanding(true);
    m_tabs->setObjectName(QStringLiteral("quietTabs"));
    connect(m_tabs, &QTabBar::currentChanged, this, &LiveCharts::showTab);
    m_left = new QVBoxLayout;
    m_left->setSpacing(kGap);
    m_right = new QVBoxLayout;
    m_right->setSpacing(kGap);
    m_right->addWidget(m_tabs);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addLayout(m_left, 3);
    row->addLayout(m_right, 2);
    for (std::size_t i = 0; i < kKinds; ++i) {
        addChooser(static_cast<Kind>(i));
    }
    arrange();
}

void LiveCharts::arrange()
{
    for (std::size_t i = 0; i < kKinds; ++i) {
        ChartCard *card = cardOf(static_cast<Kind>(i));
        m_left->removeWidget(card);
        m_right->removeWidget(card);
        card->hide();
    }
    for (std::size_t place = 0; place < kPlaces; ++place) {
        ChartCard *card = cardOf(m_places.at(place));
        (place < kPlaces / 2 ? m_left : m_right)->addWidget(card, 1);
        card->setTitled(true);
        card->show();
    }
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        m_tabs->setTabText(
            tab, cardOf(m_places.at(kPlaces / 2 + static_cast<std::size_t>(tab)))->title());
    }
    showTab();
    align();
}

void LiveCharts::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showTab();
}

void LiveCharts::showTab()
{
    m_tabs->setVisible(m_narrow);
    for (std::size_t tab = 0; tab < kPlaces / 2; ++tab) {
        ChartCard *card = cardOf(m_places.at(kPlaces / 2 + tab));
        card->setTitled(!m_narrow);
        card->setVisible(!m_narrow || m_tabs->currentIndex() == static_cast<int>(tab));
    }
}

void LiveCharts::remarkMore(bool whileRunning)
{
    m_underWayCard->setRemark(whileRunning ? QString() : tr("at the end of each step"));
    m_errorsCard->setRemark(m_more->hasErrors() ? (whileRunning ? tr("a second") : QString())
                                                : tr("none"));
}

void LiveCharts::showLimits(const Scenario &scenario)
{
    m_scenario = scenario;
    const QString metric = m_latencyKind->currentIndex() == 1 ? QStringLiteral("response_time")
                                                              : QStringLiteral("latency");
    QList<ChartLimit> limits;
    for (const Threshold &each : scenario.thresholds) {
        if (each.metric == metric) {
            limits.append({each.bound, tr("limit %1").arg(each.expression)});
        }
    }
    m_latency->setLimits(limits);
}

QString LiveCharts::storyTitle(const Scenario &scenario)
{
    return scenario.followsStock() ? tr("Issued and left") : tr("Issued");
}

void LiveCharts::begin(const Scenario &scenario, const Prediction &prediction)
{
    m_record.reset();
    m_moments.reset();
    m_samples.begin(scenario, prediction);
    m_storyCard->setTitle(storyTitle(scenario));
    m_group->resetZoom();
    m_database->begin();
    m_story->setPrediction(prediction);
    m_latencyKind->setCurrentIndex(0);
    m_latencyKind->setEnabled(false); // response time is ranked afterwards
    m_outcomes->setCurrentWidget(m_answers);
    showLimits(scenario);
    for (RunChart *chart : runCharts()) {
        chart->setEnd(0);
        chart->setPosition(std::nullopt);
        chart->setClock(std::nullopt);
        chart->setStretches(plannedStretches(scenario));
    }
    m_story->setStretches(plannedStretches(scenario));
    m_answersCard->setRemark(tr("a second"));
    m_latencyCard->setRemark(tr("of issued, a stretch at a time"));
    m_latency->setDots({}, {});
    m_latency->setLevels({});
    m_latency->setHeat({});
    m_latency->setLogarithmic(isLogarithmic());
    m_log->setEnabled(true);
    m_storyCard->setRemark({});
    m_databaseCard->setRemark({});
    drawSamples();
}

void LiveCharts::collect(const RunProgress &progress)
{
    if (progress.prediction) {
        m_story->setPrediction(*progress.prediction);
    }
    m_hasNew = m_samples.take(progress.live, progress.opened) || m_hasNew;
}

void LiveCharts::drawSamples()
{
    m_hasNew = false;
    m_story->setSoFar(m_samples.story());
    m_answers->setLayers(m_samples.step(), m_samples.layers());
    const double now = m_samples.story().issued.constLast().x();
    m_answers->setEnd(now);
    m_latency->setEnd(now);
    m_more->setSoFar(m_samples);
    for (RunChart *each : m_more->all()) {
        each->setEnd(now);
    }
    remarkMore(true);
    for (std::size_t i = 0; i < m_samples.latency().size(); ++i) {
        m_latency->setLine(static_cast<int>(i), m_samples.latency().at(i).points,
                           m_samples.latency().at(i).breaks);
    }
    align();
}

void LiveCharts::align()
{
    QList<RunChart *> above; // those above each other on the left
    for (std::size_t place = 0; place < kPlaces / 2; ++place) {
        const auto charts = runCharts();
        for (RunChart *each : charts) {
            if (cardOf(m_places.at(place))->isAncestorOf(each)) {
                above.append(each);
            }
        }
    }
    for (RunChart *each : runCharts()) {
        if (!above.contains(each)) {
            each->setLeastLeft(0);
        }
    }
    ChartGroup::align(above);
}

void LiveCharts::show(const std::shared_ptr<const RunRecord> &record)
{
    m_record = record;
    m_moments.reset();
    m_group->resetZoom();
    m_story->setRecord(record);
    m_storyCard->setTitle(storyTitle(record->scenario));
    m_latencyKind->setEnabled(true);
    m_answers->setEnd(record->throughput.durationSeconds);
    m_latency->setEnd(record->throughput.durationSeconds);
    m_more->show(*record);
    for (RunChart *each : m_more->all()) {
        each->setEnd(record->throughput.durationSeconds);
    }
    remarkMore(false);
    for (RunChart *chart : runCharts()) {
        chart->setStretches(stretchesOf(*record));
    }
    m_story->setStretches(stretchesOf(*record));
    showAnswers(*record);
    showLatency();
    m_database->show(*record);
    m_database->setShares(nullptr);
    const std::int64_t lengthNs = lengthNsOf(*record);
    m_storyCard->setRemark(QStringLiteral("%1 · %2").arg(text::duration(lengthNs),
                                                         perStretch(record->timeline.bucketNs)));
    m_storyCard->setToolTip(
        tr("This run took %1. It is shown in steps of %2.")
            .arg(text::duration(lengthNs), text::duration(record->timeline.bucketNs)));
    m_databaseCard->setRemark(record->countersBeganAnew() ? countersNote(*record)
                                                          : tr("over the whole run"));
    setClock(m_clock);
    align();
}

void LiveCharts::showAnswers(const RunRecord &record)
{
    const bool isShort = Barcode::suits(record);
    m_barcode->setRecord(isShort ? m_record : nullptr);
    m_outcomes->setCurrentWidget(isShort ? static_cast<QWidget *>(m_barcode) : m_answers);
    const Timeline &timeline = record.timeline;
    // At least one, also where a run ended before anybody was answered.
    const std::size_t together = std::max<std::size_t>(
        1, (timeline.buckets.size() + RunChart::kMaxSteps - 1) / RunChart::kMaxSteps);
    const std::int64_t stretchNs = timeline.bucketNs * static_cast<std::int64_t>(together);
    m_answers->setLayers(secondsOf(stretchNs), answerLayers(timeline, together));
    m_answersCard->setRemark(isShort ? tr("one stroke per answer") : perStretch(stretchNs));
    QStringList parts;
    for (const Outcome outcome : kAllOutcomes) {
        const std::int64_t unclear = outcome == Outcome::Unknown ? record.notRecognised() : 0;
        const auto add = [&parts, outcome](std::int64_t times, UnknownReason reason) {
            if (times > 0) {
                parts << QStringLiteral("%1 %2").arg(text::count(times),
                                                     inLine(outcomeName(outcome, reason)));
            }
        };
        add(static_cast<std::int64_t>(record.outcomes.of(outcome)) - unclear, UnknownReason::None);
        add(unclear, UnknownReason::Unclassified);
    }
    m_answers->describe(tr("Answers: %1.").arg(parts.join(QStringLiteral(", "))));
}

bool LiveCharts::hasDots() const
{
    return m_record && hasDotsOfLatency(*m_record);
}

bool LiveCharts::isLogarithmic() const
{
    const bool isByShade = m_record && m_record->history && !hasDots();
    return m_log->isChecked() || isByShade;
}

QString LiveCharts::wordsOfRequest(std::uint32_t index) const
{
    const Operation &each = (*m_record->history)[index];
    return tr("User %1 · %2 · asked at %3 s · service %4 · response %5\nClick: in the list of "
              "requests.")
        .arg(m_record->nameInTable(each.user), outcomeName(each.outcome, each.reason),
             text::seconds(each.invokedNs), text::duration(each.serviceNs()),
             text::duration(each.responseNs()));
}

void LiveCharts::showLatency()
{
    showLimits(m_record ? m_record->scenario : m_scenario);
    m_log->setEnabled(!m_record || hasDots() || !m_record->history);
    m_latency->setLogarithmic(isLogarithmic());
    if (!m_record) {
        return;
    }
    const bool isResponse = m_latencyKind->currentIndex() == 1;
    showAnswersAsDots(isResponse);
    showAnswersByShade(isResponse);
    showPercentiles(isResponse);
    const LatencyTable &table = isResponse ? m_record->response : m_record->service;
    const LatencyFigures &issued = table.byOutcome[indexOf(Outcome::Issued)];
    m_latency->describe(issued.count == 0
                            ? tr("Nothing was issued.")
                            : tr("%1 of issued: half within %2 ms, 95 % within %3 ms, 99 % within "
                                 "%4 ms.")
                                  .arg(m_latencyKind->currentText(),
                                       text::latencyMs(static_cast<double>(issued.p50Ns)),
                                       text::latencyMs(static_cast<double>(issued.p95Ns)),
                                       text::latencyMs(static_cast<double>(issued.p99Ns))));
}

void LiveCharts::showAnswersAsDots(bool isResponse)
{
    std::vector<ChartDot> dots;
    QList<ChartLevel> levels;
    if (hasDots()) {
        for (const LatencyDot &each : latencyDots(*m_record, isResponse)) {
            dots.push_back({each.seconds, each.ms, each.outcome, each.index});
        }
        const LatencyTable &table = isResponse ? m_record->response : m_record->service;
        const LatencyFigures &issued = table.byOutcome[indexOf(Outcome::Issued)];
        if (issued.count > 0) {
            levels.append(
                {msOf(issued.p95Ns),
                 tr("p95 of issued %1 ms").arg(text::latencyMs(static_cast<double>(issued.p95Ns))),
                 &Theme::text});
        }
        m_latencyCard->setRemark(tr("a dot an answer"));
    }
    m_latency->setDots(std::move(dots),
                       [this](std::uint32_t index) { return wordsOfRequest(index); });
    m_latency->setLevels(levels);
}

void LiveCharts::showAnswersByShade(bool isResponse)
{
    ChartHeat heat;
    if (m_moments && !hasDots()) {
        const LatencyHeat &counted = m_moments->heat(isResponse);
        heat.stepWidth = secondsOf(counted.stepNs);
        for (const double edge : counted.edgesNs) {
            heat.edges.push_back(edge / static_cast<double>(kNsPerMs));
        }
        heat.counts = counted.counts;
        heat.most = counted.most;
        heat.name = tr("answers");
        m_latencyCard->setRemark(tr("answers by shade, lines of issued"));
    }
    m_latency->setHeat(heat);
}

void LiveCharts::showPercentiles(bool isResponse)
{
    std::array<BrokenSeries, kPercentileFewest.size()> lines;
    if (!hasDots() && (!isResponse || m_moments)) {
        lines = issuedPercentiles(m_record->timeline,
                                  isResponse ? m_moments->response() : std::vector<Percentiles>());
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        m_latency->setLine(static_cast<int>(i), pointsOf(lines.at(i).points),
                           {lines.at(i).breaks.begin(), lines.at(i).breaks.end()});
    }
}

void LiveCharts::setMoments(const std::shared_ptr<const RunMoments> &moments)
{
    if (moments == m_moments) {
        return;
    }
    m_moments = moments;
    m_database->setShares(moments ? &moments->shares() : nullptr);
    showLatency();
}

void LiveCharts::setPosition(std::int64_t positionNs)
{
    m_story->setPosition(positionNs);
    m_barcode->setPosition(positionNs);
    // The end of a replay may be a part of a ns before the run's.
    const bool isWhole = !m_record || positionNs >= lengthNsOf(*m_record);
    const auto position = isWhole ? std::nullopt : std::optional(secondsOf(positionNs));
    m_answers->setPosition(position);
    m_latency->setPosition(position);
    for (RunChart *each : m_more->all()) {
        each->setPosition(position);
    }
}

void LiveCharts::setClock(bool on)
{
    m_clock = on;
    const auto clock = on && m_record ? std::optional(m_record->startedAt) : std::nullopt;
    for (RunChart *chart : runCharts()) {
        chart->setClock(clock);
    }
}

void LiveCharts::setHighlighted(const std::vector<Outcome> &outcomes)
{
    const QStringList names = layerNames(outcomes);
    m_answers->setHighlighted(names);
    m_story->chart()->setHighlighted(names.contains(layerName(AnswerLayer::Issued))
                                         ? QStringList{m_story->chart()->content().lines[0].name}
                                         : QStringList());
    m_barcode->setHighlighted(outcomes);
    m_latency->setDotsHighlighted(outcomes);
}

void LiveCharts::setRateChanges(const QList<double> &seconds)
{
    m_story->chart()->setFlags(seconds);
    m_answers->setFlags(seconds);
}

void LiveCharts::retheme()
{
    for (RunChart *chart : runCharts()) {
        chart->retheme();
    }
    m_barcode->retheme();
    m_database->retheme();
}

} // namespace stampede
