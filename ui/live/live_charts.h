// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "run/run_controller.h"
#include "ui/live/live_samples.h"

#include <QWidget>

#include <array>
#include <memory>

class QComboBox;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace stampede {

class Barcode;
class ChartCard;
class ChartGroup;
class DatabaseCard;
class MoreCharts;
class RunChart;
class RunMoments;
class StoryChart;

/// The story in two charts, latency and database quieter beside them.
class LiveCharts final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveCharts(QWidget *parent = nullptr);
    void begin(const Scenario &scenario, const Prediction &prediction);
    /// Notes what a look at the run has shown, without drawing it.
    void collect(const RunProgress &progress);
    /// Draws what was noted; charts of a hidden page rest.
    void sample()
    {
        if (m_hasNew && isVisible()) {
            drawSamples();
        }
    }
    void show(const std::shared_ptr<const RunRecord> &record);
    /// What has been sorted of that run; null: not yet.
    void setMoments(const std::shared_ptr<const RunMoments> &moments);
    /// Only what had happened by then, ns.
    void setPosition(std::int64_t positionNs);
    /// The time axes say the time of day.
    void setClock(bool on);
    /// Everything but these outcomes becomes faint; none: nothing does.
    void setHighlighted(const std::vector<Outcome> &outcomes);
    /// The rate was changed at these seconds.
    void setRateChanges(const QList<double> &seconds);
    void retheme();
    /// The charts in the four places, by their names; those that are missing or no chart are the
    /// usual ones.
    void setCharts(const QStringList &names);
    [[nodiscard]] QStringList charts() const;
    /// The two on the right become tabs of one place.
    void setNarrow(bool narrow);

Q_SIGNALS:
    /// Somebody wants to see more of the request at that index of the history.
    void requestChosen(std::uint32_t index);
    /// Another chart was chosen for one of the four places.
    void chartsChosen(const QStringList &names);

private:
    enum class Kind
    {
        Story,
        Answers,
        Latency,
        Database,
        UnderWay,
        Rate,
        Errors
    };
    static constexpr std::size_t kKinds = 7;
    static constexpr std::size_t kPlaces = 4;

    [[nodiscard]] ChartCard *cardOf(Kind kind) const;
    static QString keyOf(Kind kind);
    void addChooser(Kind kind);
    /// That one instead of the other; where it has a place already they change places.
    void choose(Kind before, Kind now);
    /// Puts the chosen ones into their places.
    void arrange();
    void remarkMore(bool whileRunning);
    [[nodiscard]] QList<RunChart *> runCharts() const;
    void makeLatencyTools();
    void layOut();
    void showTab();
    void drawSamples();
    void showAnswers(const RunRecord &record);
    void showLatency();
    void showPercentiles(bool isResponse);
    void showAnswersAsDots(bool isResponse);
    void showAnswersByShade(bool isResponse);
    /// Whether the run is short enough for a dot an answer.
    [[nodiscard]] bool hasDots() const;
    [[nodiscard]] bool isLogarithmic() const;
    [[nodiscard]] QString wordsOfRequest(std::uint32_t index) const;
    static QString storyTitle(const Scenario &scenario);
    void showLimits(const Scenario &scenario);
    void align();

    StoryChart *m_story;
    RunChart *m_answers;
    Barcode *m_barcode;
    QStackedWidget *m_outcomes; ///< the two above
    RunChart *m_latency;
    DatabaseCard *m_database;
    ChartCard *m_storyCard;
    ChartCard *m_answersCard;
    ChartCard *m_latencyCard;
    ChartCard *m_databaseCard;
    MoreCharts *m_more;
    ChartCard *m_underWayCard;
    ChartCard *m_rateCard;
    ChartCard *m_errorsCard;
    QVBoxLayout *m_left = nullptr;
    QVBoxLayout *m_right = nullptr;
    std::array<Kind, kPlaces> m_places = {Kind::Story, Kind::Answers, Kind::Latency,
                                          Kind::Database};
    QComboBox *m_latencyKind;
    QToolButton *m_log;
    QTabBar *m_tabs;
    ChartGroup *m_group;
    bool m_narrow = false;
    bool m_clock = false;

    LiveSamples m_samples;                     ///< while a run goes on
    bool m_hasNew = false;                     ///< noted, not drawn
    std::shared_ptr<const RunRecord> m_record; ///< null while one goes on
    std::shared_ptr<const RunMoments> m_moments;
    Scenario m_scenario;
};

} // namespace stampede
