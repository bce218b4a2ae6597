// SPDX-License-Identifier: MIT
#pragma once

#include "measure/timeline.h"
#include "record/run_record.h"

#include <QWidget>

class QLabel;

namespace stampede {

class ShareBar;

/// What the database did while the run went on: waits for locks, deadlocks, connections, and where
/// the time of a request went.
class DatabaseCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseCard(QWidget *parent = nullptr);
    /// A run goes on: the server is asked afterwards.
    void begin();
    void show(const RunRecord &record);
    /// Nothing where they are not known (yet).
    void setShares(const TimeShares *shares);
    void retheme();

private:
    QLabel *m_figures;
    ShareBar *m_bar;
    QLabel *m_barWords;
};

} // namespace stampede
