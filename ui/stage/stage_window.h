// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_controller.h"
#include "ui/stage/stage_text.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <chrono>
#include <memory>

class QLabel;
class QStackedLayout;

namespace stampede {

class Barcode;
class Demo;
class KeepAwake;
class Replay;
class RowChart;
class Session;
class StageStory;
class RunComparisonView;

/// The run on a wall: three figures, one chart, one sentence, full screen, for a projector and a
/// clicker. Shows the run that every page shows, the one that goes on, or the steps of the guided
/// demo. UI thread.
class StageWindow final : public QWidget
{
    Q_OBJECT

public:
    enum class Chart
    {
        Answers, ///< one stroke a request
        Story,   ///< issued and left
        HotRow
    };
    /// How long a run is shown again.
    static constexpr std::chrono::milliseconds kReplayLength{4000};
    static constexpr qreal kLeastFactor = 0.5;
    static constexpr qreal kMostFactor = 2;

    StageWindow(Session &session, Replay &replay, Demo &demo);
    ~StageWindow() override;

    /// On the screen of that window, whole.
    void enter(const QWidget &window);
    void leave();
    /// Two runs side by side, until another one is shown; on stage only.
    void showTruth(const std::shared_ptr<const RunRecord> &first,
                   const std::shared_ptr<const RunRecord> &second);
    /// Called ten times a second while a run goes on.
    void sample(const RunProgress &progress);
    /// Whether a replay may start by itself.
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    void setFactor(qreal factor);
    [[nodiscard]] qreal factor() const { return m_factor; }
    [[nodiscard]] bool isBlack() const;
    [[nodiscard]] Chart chart() const { return m_chart; }
    void retheme();

Q_SIGNALS:
    /// The stage was left.
    void done();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    QLayout *makeFigures();
    void applyFonts();
    void goOn();
    void goBack();
    void nextChart();
    [[nodiscard]] QList<Chart> charts() const;
    [[nodiscard]] Chart usualChart() const;
    void setBlack(bool black);
    void restMouse();

    void takeRecord();
    void beginRun();
    void changeStep();
    void update();
    void follow();
    void showPromise();
    void showHead();
    void showFigures(const StageFigures &figures);
    void showSentence(const StageSentence &sentence, bool isRich = false);
    [[nodiscard]] StageSentence sentenceOfReplay() const;
    void showChart();

    Session &m_session;
    Replay &m_replay;
    Demo &m_demo;
    QStackedLayout *m_stack; ///< content, truth, black
    QLabel *m_title;
    QLabel *m_protections;
    struct FigureLabels
    {
        QLabel *figure = nullptr;
        QLabel *caption = nullptr;
    };
    std::array<FigureLabels, 3> m_figures;
    QStackedLayout *m_charts; ///< in the order of Chart
    Barcode *m_barcode;
    StageStory *m_story;
    RowChart *m_hotRow;
    QLabel *m_mark;
    QLabel *m_sentence;
    RunComparisonView *m_truth;
    std::unique_ptr<KeepAwake> m_awake;
    QTimer m_mouse;
    Chart m_chart = Chart::Story;
    qreal m_factor = 1;
    bool m_reducedMotion = false;
    bool m_ran = false; ///< a run went on while on stage
    bool m_showsTruth = false;
    std::shared_ptr<const RunRecord> m_record; ///< on stage
};

} // namespace stampede
