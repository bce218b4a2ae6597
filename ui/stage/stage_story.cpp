#include "ui/stage/stage_story.h"

#include "base/clock.h"
#include "ui/charts/run_chart.h"

#include <QVBoxLayout>

namespace stampede {

namespace {

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

/// Keeps a line within the chart's limit: every second point goes.
void thinOut(QList<QPointF> &points)
{
    qsizetype kept = 0;
    for (qsizetype i = 0; i < points.size(); i += 2) {
        points[kept++] = points[i];
    }
    points.resize(kept);
}

} // namespace

StageStory::StageStory(QWidget *parent)
    : QWidget(parent)
    , m_chart(new RunChart(this))
{
    constexpr qreal kWidth = 4; // for a wall
    m_chart->addLine(tr("issued"), &Theme::issued, Qt::SolidLine, kWidth);
    m_chart->addLine(tr("left"), &Theme::outOfStock, Qt::DashDotLine, kWidth);
    m_chart->addPrediction(tr("must come out"));
    m_chart->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
}

void StageStory::setPrediction(const Prediction &prediction)
{
    ChartBounds bounds;
    if (prediction.issued.max) {
        bounds = {true, static_cast<double>(prediction.issued.min),
                  static_cast<double>(*prediction.issued.max)};
    }
    m_chart->setPrediction(bounds);
}

void StageStory::begin(const Prediction &prediction, const Scenario &scenario)
{
    m_issued = {{0, 0}};
    m_left.clear();
    if (const auto stock = scenario.followedStock()) {
        m_left.append({0, static_cast<double>(*stock)});
    }
    setPrediction(prediction);
    m_chart->setPosition(std::nullopt);
    m_chart->setLine(0, m_issued);
    m_chart->setLine(1, m_left);
}

void StageStory::sample(const LiveSnapshot &live, const Scenario &scenario)
{
    const double now = secondsOf(live.elapsedNs);
    if (m_issued.isEmpty() || now <= m_issued.constLast().x()) {
        return;
    }
    m_issued.append({now, static_cast<double>(live.outcomes.of(Outcome::Issued))});
    const auto left =
        live.lastStock >= 0 ? std::optional(live.lastStock) : scenario.followedStock();
    if (left) {
        m_left.append({now, static_cast<double>(*left)});
    }
    if (m_issued.size() >= RunChart::kMaxPoints) {
        thinOut(m_issued);
        thinOut(m_left);
    }
    m_chart->setLine(0, m_issued);
    m_chart->setLine(1, m_left);
}

void StageStory::setRecord(const RunRecord &record)
{
    setPrediction(record.prediction);
    m_issued = {{0, 0}};
    m_left.clear();
    if (const auto stock = record.scenario.followedStock()) {
        m_left.append({0, static_cast<double>(*stock)});
    }
    const double width = secondsOf(record.timeline.bucketNs);
    for (std::size_t i = 0; i < record.timeline.buckets.size(); ++i) {
        const TimelineBucket &bucket = record.timeline.buckets[i];
        const double end = width * static_cast<double>(i + 1);
        m_issued.append({end, static_cast<double>(bucket.issuedTotal)});
        if (bucket.stock >= 0) {
            m_left.append({end, static_cast<double>(bucket.stock)});
        }
    }
    while (m_issued.size() > RunChart::kMaxPoints) {
        thinOut(m_issued);
        thinOut(m_left);
    }
    m_chart->setLine(0, m_issued);
    m_chart->setLine(1, m_left);
    m_chart->setPosition(std::nullopt);
}

void StageStory::setPosition(std::int64_t positionNs)
{
    m_chart->setPosition(secondsOf(positionNs));
}

void StageStory::retheme()
{
    m_chart->retheme();
}

} // namespace stampede
