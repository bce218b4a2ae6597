// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/story_chart.h"
#include "ui/live/live_samples.h"

#include <QWidget>

#include <memory>

namespace stampede {

/// The story of a run on a wall: live, and afterwards.
class StageStory final : public QWidget
{
    Q_OBJECT

public:
    explicit StageStory(QWidget *parent = nullptr);
    void begin(const Prediction &prediction, const Scenario &scenario);
    void sample(const LiveSnapshot &live);
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// Only what had happened by then, ns from the start of the load; nothing: everything.
    void setPosition(const std::optional<std::int64_t> &positionNs);
    void retheme();

private:
    StoryChart *m_story;
    LiveSamples m_samples;
};

} // namespace stampede
