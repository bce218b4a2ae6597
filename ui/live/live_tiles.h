#pragma once

#include "run/run_controller.h"
#include "run/run_record.h"

#include <QWidget>

namespace stampede {

class Tile;

/// The figures of a run, each beside what must come out.
class LiveTiles final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveTiles(QWidget *parent = nullptr);
    void begin(const Scenario &scenario, const Prediction &prediction);
    void sample(const RunProgress &progress, const Scenario &scenario,
                const Prediction &prediction);
    void show(const RunRecord &record);
    void retheme();

private:
    void showCounts(const OutcomeCounts &outcomes, const Prediction &prediction, bool over);

    Tile *m_noAnswer; ///< only where there is any, then first
    Tile *m_issued;
    Tile *m_already;
    Tile *m_outOfStock;
    Tile *m_errors;
    Tile *m_left;
    Tile *m_rate;
    Tile *m_latency;
};

} // namespace stampede
