// SPDX-License-Identifier: MIT
#include "ui/charts/story_chart.h"

#include "picture/chart_drawing.h"
#include "picture/stock_story.h"
#include "text/number_text.h"
#include "ui/charts/run_chart.h"

#include <QVBoxLayout>

namespace stampede {

namespace {

enum Series
{
    kIssued,
    kLeft,
    kShouldBeLeft
};

/// The gap between stock and what should be left, closed where they do not part.
QList<ChartGap> gapsOf(const StorySoFar &seen)
{
    if (!seen.isApart.contains(true)) {
        return {};
    }
    ChartGap gap{StoryChart::tr("does not add up"), {}, {}};
    for (qsizetype i = 0; i < seen.left.size(); ++i) {
        gap.upper.append(seen.left[i]);
        gap.lower.append(seen.isApart[i] ? seen.shouldBeLeft[i] : seen.left[i]);
    }
    return {gap};
}

} // namespace

QList<QPointF> pointsOf(const std::vector<SeriesPoint> &series)
{
    QList<QPointF> points;
    for (const SeriesPoint &each : series) {
        points.append({each.seconds, each.value});
    }
    return points;
}

StoryChart::StoryChart(QWidget *parent, qreal width, const QString &bounds)
    : QWidget(parent)
    , m_chart(new RunChart(this))
{
    constexpr qreal kBeneath = 0.25; // wider, so that it is seen beside the stock where they part
    m_chart->addLine(tr("issued"), &Theme::issued, Qt::SolidLine, width);
    m_chart->addLine(tr("left"), &Theme::outOfStock, Qt::DashDotLine, width);
    m_chart->addLine(tr("should be left"), &Theme::muted, Qt::DotLine, width + kBeneath);
    m_chart->addPrediction(bounds.isEmpty() ? tr("issued must come out") : bounds);
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

void StoryChart::showLines(const StorySoFar &seen)
{
    m_chart->setPosition(std::nullopt);
    m_chart->setLine(kIssued, seen.issued);
    m_chart->setLine(kLeft, seen.left);
    m_chart->setLine(kShouldBeLeft, seen.shouldBeLeft);
    m_chart->setGaps(gapsOf(seen));
}

void StoryChart::showEndOfStock(const std::optional<double> &soldOutAt, std::int64_t tooMany,
                                double until)
{
    m_tooMany.clear();
    QList<ChartMark> moments;
    if (soldOutAt) {
        moments.append({*soldOutAt, tr("sold out"), tooMany > 0});
        if (tooMany > 0) {
            m_tooMany.append({*soldOutAt, until, tr("%1 issued too many").arg(text::count(tooMany)),
                              true, true});
        }
    }
    m_chart->setMoments(moments);
    m_chart->setStretches(m_stretches + m_tooMany);
}

void StoryChart::setStretches(const QList<ChartStretch> &stretches)
{
    m_stretches = stretches;
    m_chart->setStretches(m_stretches + m_tooMany);
}

void StoryChart::setSoFar(const StorySoFar &seen)
{
    m_lengthNs = 0;
    m_chart->setEnd(0);
    showLines(seen);
    showEndOfStock(seen.soldOutAt, seen.tooMany,
                   seen.issued.isEmpty() ? 0 : seen.issued.constLast().x());
    if (!seen.issued.isEmpty() && !seen.left.isEmpty()) {
        m_chart->describe(
            tr("So far %1 issued, %2 left.")
                .arg(text::count(static_cast<std::int64_t>(seen.issued.constLast().y())),
                     text::count(static_cast<std::int64_t>(seen.left.constLast().y()))));
    }
}

void StoryChart::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    if (!record) {
        setSoFar({});
        return;
    }
    m_lengthNs = static_cast<std::int64_t>(record->throughput.durationSeconds * 1e9);
    const StockStory story = stockStory(*record, RunChart::kMaxPoints);
    setPrediction(record->prediction);
    m_chart->setEnd(record->throughput.durationSeconds);
    showLines({pointsOf(story.issued),
               pointsOf(story.left),
               pointsOf(story.shouldBeLeft),
               {story.isApart.begin(), story.isApart.end()},
               {},
               0});
    showEndOfStock(story.soldOutAt, story.tooMany, story.lastIssuedAt);
    m_chart->describe(issuedSentence(*record));
}

void StoryChart::setPosition(std::int64_t positionNs)
{
    m_chart->setPosition(positionNs < m_lengthNs
                             ? std::optional(static_cast<double>(positionNs) / 1e9)
                             : std::nullopt);
}

void StoryChart::retheme()
{
    m_chart->retheme();
}

} // namespace stampede
