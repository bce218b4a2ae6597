#include "ui/charts/story_chart.h"

#include "base/clock.h"
#include "report/chart_drawing.h"
#include "text/number_text.h"
#include "ui/charts/run_chart.h"

#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerSecond);
}

} // namespace

StoryChart::StoryChart(QWidget *parent)
    : QWidget(parent)
    , m_chart(new RunChart(this))
{
    m_chart->addLine(tr("issued"), &Theme::issued, Qt::SolidLine, 2);
    m_chart->addLine(tr("left"), &Theme::outOfStock, Qt::DashDotLine, 2);
    m_chart->addPrediction(tr("issued must come out"));
    m_chart->setAccessibleName(tr("Issued and left"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart);
    setFocusProxy(m_chart);
}

void StoryChart::setPrediction(const Prediction &prediction)
{
    ChartBounds bounds;
    if (prediction.issued.max) {
        bounds = {true, static_cast<double>(prediction.issued.min),
                  static_cast<double>(*prediction.issued.max)};
    }
    m_chart->setPrediction(bounds);
}

void StoryChart::setPoints(const QList<QPointF> &issued, const QList<QPointF> &left)
{
    m_lengthNs = 0;
    m_chart->setPosition(std::nullopt);
    m_chart->setEnd(0);
    m_chart->setLine(0, issued);
    m_chart->setLine(1, left);
    if (!issued.isEmpty() && !left.isEmpty()) {
        m_chart->describe(tr("So far %1 issued, %2 left.")
                              .arg(text::count(static_cast<std::int64_t>(issued.constLast().y())),
                                   text::count(static_cast<std::int64_t>(left.constLast().y()))));
    }
}

void StoryChart::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    if (!record) {
        setPoints({}, {});
        return;
    }
    m_lengthNs = static_cast<std::int64_t>(record->throughput.durationSeconds * 1e9);
    const Timeline &timeline = record->timeline;
    QList<QPointF> issued = {{0, 0}};
    QList<QPointF> left;
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
        const TimelineBucket &bucket = timeline.buckets[i];
        const double end = std::min(secondsOf(timeline.bucketNs * static_cast<std::int64_t>(i + 1)),
                                    record->throughput.durationSeconds);
        issued.append({end, static_cast<double>(bucket.issuedTotal)});
        if (bucket.stock >= 0) {
            left.append({end, static_cast<double>(bucket.stock)});
        }
    }
    if (!left.isEmpty() && record->scenario.knowsStock()) {
        left.prepend({0, static_cast<double>(record->scenario.coupon.stock)});
    }
    setPrediction(record->prediction);
    m_chart->setPosition(std::nullopt);
    m_chart->setEnd(record->throughput.durationSeconds);
    m_chart->setLine(0, issued);
    m_chart->setLine(1, left);
    m_chart->describe(issuedSentence(*record));
}

void StoryChart::setPosition(std::int64_t positionNs)
{
    m_chart->setPosition(positionNs < m_lengthNs ? std::optional(secondsOf(positionNs))
                                                 : std::nullopt);
}

void StoryChart::retheme()
{
    m_chart->retheme();
}

} // namespace stampede
