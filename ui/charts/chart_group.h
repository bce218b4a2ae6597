// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>

namespace stampede {

class RunChart;

/// Charts of one run that belong together: who points at a moment on one points at it on all, and a
/// stretch of time that is chosen on one is shown on all.
class ChartGroup final : public QObject
{
    Q_OBJECT

public:
    explicit ChartGroup(QObject *parent = nullptr);
    void add(RunChart *chart);
    /// Shows all of the time again.
    void resetZoom();
    /// Gives charts that stand above each other the same left edge.
    static void align(const QList<RunChart *> &charts);

private:
    QList<RunChart *> m_charts;
};

} // namespace stampede
