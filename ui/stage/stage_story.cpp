// SPDX-License-Identifier: MIT
#include "ui/stage/stage_story.h"

#include "ui/charts/run_chart.h"

#include <QVBoxLayout>

#include <limits>

namespace stampede {

StageStory::StageStory(QWidget *parent)
    : QWidget(parent)
{
    constexpr qreal kWidth = 4; // for a wall
    m_story = new StoryChart(this, kWidth, tr("must come out"));
    m_story->chart()->setFocusPolicy(Qt::NoFocus);
    m_story->chart()->setObjectName(QStringLiteral("stageStory"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_story);
}

void StageStory::begin(const Prediction &prediction, const Scenario &scenario)
{
    m_samples.begin(scenario, prediction);
    m_story->setPrediction(prediction);
    m_story->setSoFar(m_samples.story());
}

void StageStory::sample(const LiveSnapshot &live)
{
    if (m_samples.take(live)) {
        m_story->setSoFar(m_samples.story());
    }
}

void StageStory::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    m_story->setRecord(record);
}

void StageStory::setPosition(const std::optional<std::int64_t> &positionNs)
{
    m_story->setPosition(positionNs.value_or(std::numeric_limits<std::int64_t>::max()));
}

void StageStory::retheme()
{
    m_story->retheme();
}

} // namespace stampede
