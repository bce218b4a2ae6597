// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "run/run_controller.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QGridLayout;

namespace stampede {

class Tile;

/// The figures of a run, each beside what must come out. They change at most four times a second.
class LiveTiles final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveTiles(QWidget *parent = nullptr);
    void begin(const Scenario &scenario, const Prediction &prediction);
    void sample(const RunProgress &progress);
    void show(const std::shared_ptr<const RunRecord> &record);
    /// The run that is shown, as it was at a moment of its replay.
    void showMoment(const LiveSnapshot &moment);
    /// The whole run again.
    void showWhole();
    void retheme();
    /// The outcomes of the tile that is chosen; empty: none is.
    [[nodiscard]] std::vector<Outcome> chosen() const;
    void clearChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    /// Another tile was chosen, or none.
    void chosenChanged();

private:
    /// A tile for one or several outcomes.
    struct OutcomeTile
    {
        Tile *tile = nullptr;
        std::vector<Outcome> outcomes;
        UnknownReason reason = UnknownReason::None; ///< Unclassified: for these alone
        bool always = false;                        ///< also where there is none
        const char *key = "";
    };

    /// Those that are seen, in one row, or in two where there is little room.
    void arrange();
    void addTile(const OutcomeTile &description);
    void choose(const Tile *tile);
    void drawPending();
    void draw(const LiveSnapshot &snapshot);
    void drawOutcomes(const OutcomeCounts &outcomes, bool over);
    void drawRest(const LiveSnapshot &snapshot);
    void drawLeft(std::int64_t lastStock);
    void drawWholeRest(const RunRecord &record);
    void drawRefused(const OutcomeCounts &outcomes, bool over);

    QList<OutcomeTile> m_outcomes;
    QGridLayout *m_grid;
    QList<Tile *> m_order;    ///< from left to right
    QList<Tile *> m_arranged; ///< those that have a place
    int m_columns = 0;
    Tile *m_refused; ///< rightly; the sum of several tiles
    Tile *m_left;
    Tile *m_rate;
    Tile *m_latency;
    Prediction m_prediction;
    bool m_knowsHours = true;                   ///< of the sale
    std::optional<std::int64_t> m_mostIssued;   ///< the stock, where each issued takes one of it
    std::optional<std::int64_t> m_stockAtStart; ///< as of Scenario::followedStock()
    std::shared_ptr<const RunRecord> m_record;  ///< null while a run goes on
    std::optional<LiveSnapshot> m_pending;
    QTimer m_rest; ///< runs while figures may not change again
};

} // namespace stampede
