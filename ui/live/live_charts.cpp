#include "ui/live/live_charts.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/run_chart.h"
#include "ui/labels.h"

#include <QLabel>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

double msOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerMs);
}

constexpr double kFirstStep = 0.02; // seconds

/// Keeps a line within the chart's limit: every second point goes.
void keepEverySecond(QList<QPointF> &points)
{
    QList<QPointF> kept;
    for (qsizetype i = 0; i < points.size(); i += 2) {
        kept.append(points[i]);
    }
    points = kept;
}

/// The layers of the chart of answers, from the bottom up.
enum Layer : std::size_t
{
    kIssued,
    kAlreadyIssued,
    kOutOfStock,
    kErrors,
    kNoAnswer
};

Layer layerOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return kIssued;
    case Outcome::AlreadyIssued:
        return kAlreadyIssued;
    case Outcome::OutOfStock:
    case Outcome::NotStarted:
    case Outcome::Expired:
        return kOutOfStock;
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::Interrupted:
    case Outcome::ServerError:
        return kErrors;
    case Outcome::Unknown:
        return kNoAnswer;
    }
    return kNoAnswer;
}

} // namespace

LiveCharts::LiveCharts(QWidget *parent)
    : QWidget(parent)
    , m_story(new RunChart(this))
    , m_answers(new RunChart(this))
    , m_latency(new RunChart(this))
    , m_database(new QLabel(this))
    , m_storyCard(new ChartCard(tr("Issued and left"), m_story, false, this))
    , m_answersCard(new ChartCard(tr("Answers, by outcome"), m_answers, false, this))
    , m_latencyCard(new ChartCard(tr("Latency of issued"), m_latency, true, this))
    , m_databaseCard(new ChartCard(tr("Database"), m_database, true, this))
    , m_tabs(new QTabBar(this))
{
    m_story->addLine(tr("issued"), &Theme::issued, Qt::SolidLine, 2);
    m_story->addLine(tr("left"), &Theme::outOfStock, Qt::DashDotLine, 2);
    m_story->addPrediction(tr("issued must come out"));
    m_answers->addLayer(tr("issued"), &Theme::issued, Qt::SolidPattern);
    m_answers->addLayer(tr("already issued"), &Theme::alreadyIssued, Qt::BDiagPattern);
    m_answers->addLayer(tr("out of stock"), &Theme::outOfStock, Qt::Dense5Pattern);
    m_answers->addLayer(tr("errors"), &Theme::error, Qt::DiagCrossPattern);
    m_answers->addLayer(tr("no answer"), &Theme::noAnswer, Qt::VerPattern);
    m_latency->addLine(tr("p50"), &Theme::issued, Qt::SolidLine, 1);
    m_latency->addLine(tr("p95"), &Theme::outOfStock, Qt::DashDotLine, 1.5);
    m_latency->addLine(tr("p99"), &Theme::error, Qt::DashLine, 2);
    m_latencyCard->setRemark(tr("ms, service time"));
    m_database->setTextFormat(Qt::RichText);
    m_database->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_database->setContentsMargins(4, 4, 4, 4);
    m_tabs->addTab(tr("Latency of issued"));
    m_tabs->addTab(tr("Database"));
    m_tabs->setExpanding(true);
    connect(m_tabs, &QTabBar::currentChanged, this, &LiveCharts::showTab);

    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(m_storyCard, 1);
    left->addWidget(m_answersCard, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_tabs);
    right->addWidget(m_latencyCard, 1);
    right->addWidget(m_databaseCard, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addLayout(left, 3);
    row->addLayout(right, 2);
    showTab();
}

void LiveCharts::setNarrow(bool narrow)
{
    m_narrow = narrow;
    showTab();
}

void LiveCharts::showTab()
{
    m_tabs->setVisible(m_narrow);
    m_latencyCard->setVisible(!m_narrow || m_tabs->currentIndex() == 0);
    m_databaseCard->setVisible(!m_narrow || m_tabs->currentIndex() == 1);
}

void LiveCharts::applyPrediction(const Prediction &prediction)
{
    ChartBounds bounds;
    if (prediction.issued.max) {
        bounds = {true, static_cast<double>(prediction.issued.min),
                  static_cast<double>(*prediction.issued.max)};
    }
    m_story->setPrediction(bounds);
}

void LiveCharts::begin(const Prediction &prediction, std::int64_t stockAtStart)
{
    m_issuedPoints = {{0, 0}};
    m_leftPoints = {{0, static_cast<double>(stockAtStart)}};
    for (auto &points : m_latencyPoints) {
        points.clear();
    }
    m_layers.assign(kLayers, {});
    m_step = kFirstStep;
    m_before = {};
    m_beforeAt = 0;
    m_database->setText(tr("After the run: what the server counted while it went on."));
    applyPrediction(prediction);
    m_answersCard->setRemark(tr("a second"));
    m_storyCard->setRemark({});
    drawSamples();
}

void LiveCharts::sample(const RunProgress &progress, std::int64_t stockAtStart)
{
    const LiveSnapshot &live = progress.live;
    const double now = secondsOf(live.elapsedNs);
    if (progress.prediction) {
        applyPrediction(*progress.prediction);
    }
    if (now < m_beforeAt + m_step) {
        return;
    }
    std::array<double, kLayers> aSecond{};
    for (std::size_t i = 0; i < kOutcomeCount; ++i) {
        const auto outcome = static_cast<Outcome>(i);
        aSecond[layerOf(outcome)] +=
            static_cast<double>(live.outcomes.of(outcome) - m_before.of(outcome)) /
            (now - m_beforeAt);
    }
    // What came between two looks is spread evenly over the steps between them.
    while (m_step * static_cast<double>(m_layers.front().size() + 1) <= now) {
        for (std::size_t i = 0; i < kLayers; ++i) {
            m_layers[i].push_back(aSecond[i]);
        }
        if (m_layers.front().size() >= RunChart::kMaxSteps) {
            mergeSteps();
        }
    }
    m_before = live.outcomes;
    m_beforeAt = now;
    m_issuedPoints.append({now, static_cast<double>(live.outcomes.of(Outcome::Issued))});
    m_leftPoints.append(
        {now, static_cast<double>(live.lastStock >= 0 ? live.lastStock : stockAtStart)});
    const std::array percentiles = {live.issuedP50Ns, live.issuedP95Ns, live.issuedP99Ns};
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
        if (percentiles[i] > 0) {
            m_latencyPoints[i].append({now, msOf(percentiles[i])});
        }
    }
    if (isVisible()) {
        drawSamples(); // charts of a hidden page rest
    }
}

void LiveCharts::mergeSteps()
{
    m_step *= 2;
    for (auto &heights : m_layers) {
        for (std::size_t i = 0; i < heights.size() / 2; ++i) {
            heights[i] = (heights[2 * i] + heights[2 * i + 1]) / 2;
        }
        heights.resize(heights.size() / 2);
    }
    keepEverySecond(m_issuedPoints);
    keepEverySecond(m_leftPoints);
    for (auto &points : m_latencyPoints) {
        keepEverySecond(points);
    }
}

void LiveCharts::drawSamples()
{
    m_story->setLine(0, m_issuedPoints);
    m_story->setLine(1, m_leftPoints);
    m_answers->setLayers(m_step, m_layers);
    for (std::size_t i = 0; i < m_latencyPoints.size(); ++i) {
        m_latency->setLine(static_cast<int>(i), m_latencyPoints[i]);
    }
}

void LiveCharts::show(const RunRecord &record)
{
    applyPrediction(record.prediction);
    showTimeline(record);
    m_database->setText(figuresTable(serverFigures(record)));
}

void LiveCharts::showTimeline(const RunRecord &record)
{
    const Timeline &timeline = record.timeline;
    const double width = secondsOf(timeline.bucketNs);
    QList<QPointF> issued = {{0, 0}};
    QList<QPointF> left = {{0, static_cast<double>(record.scenario.coupon.stock)}};
    std::array<QList<QPointF>, 3> latency;
    const std::size_t together =
        (timeline.buckets.size() + RunChart::kMaxSteps - 1) / RunChart::kMaxSteps;
    const std::size_t steps = (timeline.buckets.size() + together - 1) / together;
    m_layers.assign(kLayers, std::vector<double>(steps, 0.0));
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        const TimelineBucket &bucket = timeline.buckets[i];
        const double end = width * static_cast<double>(i + 1);
        const double middle = end - width / 2;
        issued.append({end, static_cast<double>(bucket.issuedTotal)});
        if (bucket.stock >= 0) {
            left.append({end, static_cast<double>(bucket.stock)});
        }
        for (std::size_t outcome = 0; outcome < kOutcomeCount; ++outcome) {
            m_layers[layerOf(static_cast<Outcome>(outcome))][i / together] +=
                static_cast<double>(bucket.answers[outcome]);
        }
        if (bucket.issuedP50Ns > 0) {
            latency[0].append({middle, msOf(bucket.issuedP50Ns)});
            latency[1].append({middle, msOf(bucket.issuedP95Ns)});
            latency[2].append({middle, msOf(bucket.issuedP99Ns)});
        }
    }
    m_story->setLine(0, issued);
    m_story->setLine(1, left);
    m_answers->setLayers(width * static_cast<double>(together), m_layers);
    for (std::size_t i = 0; i < latency.size(); ++i) {
        m_latency->setLine(static_cast<int>(i), latency[i]);
    }
    const auto lengthNs = static_cast<std::int64_t>(record.throughput.durationSeconds * 1e9);
    m_story->describe(
        tr("Issued rises to %1 after %2.")
            .arg(count(static_cast<std::int64_t>(record.outcomes.of(Outcome::Issued))),
                 text::duration(lengthNs)));
    const auto per = [&timeline](std::size_t buckets) {
        return tr("per %1 ms")
            .arg(count(timeline.bucketNs * static_cast<std::int64_t>(buckets) / kNsPerMs));
    };
    m_answersCard->setRemark(per(together));
    m_storyCard->setRemark(QStringLiteral("%1 · %2").arg(text::duration(lengthNs), per(1)));
}

void LiveCharts::setRateChanges(const QList<double> &seconds)
{
    for (RunChart *chart : {m_story, m_answers}) {
        chart->setFlags(seconds);
    }
}

void LiveCharts::retheme()
{
    for (RunChart *chart : {m_story, m_answers, m_latency}) {
        chart->retheme();
    }
}

} // namespace stampede
