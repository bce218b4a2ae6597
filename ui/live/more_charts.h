// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "ui/live/live_samples.h"

#include <QObject>

#include <array>
#include <memory>

class QWidget;

namespace stampede {

class RunChart;

/// The charts beside story, answers, latency and database: requests under way, answers a second,
/// and errors by kind. UI thread.
class MoreCharts final : public QObject
{
    Q_OBJECT

public:
    explicit MoreCharts(QWidget *parent);

    [[nodiscard]] RunChart *underWay() const { return m_underWay; }
    [[nodiscard]] RunChart *rate() const { return m_rate; }
    [[nodiscard]] RunChart *errors() const { return m_errors; }
    [[nodiscard]] std::array<RunChart *, 3> all() const { return {m_underWay, m_rate, m_errors}; }
    /// What was seen while a run goes on.
    void setSoFar(const LiveSamples &samples);
    void show(const RunRecord &record);
    /// Whether anything of what is shown was an error.
    [[nodiscard]] bool hasErrors() const { return m_hasErrors; }

private:
    RunChart *m_underWay;
    RunChart *m_rate;
    RunChart *m_errors;
    bool m_hasErrors = false;
};

} // namespace stampede
