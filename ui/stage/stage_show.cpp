// SPDX-License-Identifier: MIT
// What the stage shows at the moment: before, during, in the replay and after.

#include "base/clock.h"
#include "record/verdict.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "ui/charts/barcode.h"
#include "ui/demo/demo.h"
#include "ui/hot_row/row_chart.h"
#include "ui/stage/run_comparison_view.h"
#include "ui/stage/stage_story.h"
#include "ui/stage/stage_window.h"

#include <QLabel>
#include <QStackedLayout>
#include <QTimer>

namespace stampede {

namespace {

/// A stroke needs a pixel and a half on a wall 1,920 pixels wide.
constexpr std::size_t kMostStrokes = 1200;
constexpr qreal kAnswerMark = 44;
constexpr int kStoryStep = 1; ///< of the demo: "Blue stops at the dashed line."

} // namespace

QList<StageWindow::Chart> StageWindow::charts() const
{
    QList<Chart> possible = {Chart::Story};
    if (m_record && m_record->history && !m_record->history->empty() &&
        m_record->history->size() <= kMostStrokes) {
        possible.prepend(Chart::Answers);
    }
    if (m_record && m_record->hotRow && m_record->hotRow->holders > 0) {
        possible.append(Chart::HotRow);
    }
    return possible;
}

StageWindow::Chart StageWindow::usualChart() const
{
    const QList<Chart> possible = charts();
    if (m_demo.isOpen() && m_demo.step() == kStoryStep) {
        return Chart::Story;
    }
    if (m_demo.isOpen() && m_demo.page() == Page::HotRow && possible.contains(Chart::HotRow)) {
        return Chart::HotRow;
    }
    return possible.constFirst();
}

void StageWindow::nextChart()
{
    const QList<Chart> possible = charts();
    m_chart = possible[(possible.indexOf(m_chart) + 1) % possible.size()];
    update();
}

void StageWindow::takeRecord()
{
    const auto record = m_session.record();
    if (!isVisible() || record == m_record) { // what nobody sees rests
        return update();
    }
    m_record = record;
    m_showsTruth = m_showsTruth && m_demo.isOpen() && m_demo.isEncore();
    if (m_record) {
        m_barcode->setRecord(charts().contains(Chart::Answers) ? m_record : nullptr);
        m_story->setRecord(m_record);
        m_hotRow->setRecord(charts().contains(Chart::HotRow) ? m_record : nullptr);
        m_chart = usualChart();
    }
    update();
    if (m_ran && !m_demo.isOpen() && !m_reducedMotion) {
        // After the replay has taken the run as well.
        QTimer::singleShot(0, this, [this] { m_replay.playWithin(kReplayLength); });
    }
    m_ran = false;
}

void StageWindow::beginRun()
{
    if (!isVisible()) {
        return;
    }
    m_ran = true;
    m_showsTruth = false;
    m_story->begin(m_session.activePrediction(), m_session.activeScenario());
    update();
}

void StageWindow::changeStep()
{
    if (!isVisible()) {
        return;
    }
    const bool isAfter = m_demo.isOpen() && m_demo.state() == Demo::State::After;
    if (isAfter && m_demo.isEncore() && m_demo.encoreRecord(0) != m_demo.encoreRecord(1)) {
        return showTruth(m_demo.encoreRecord(0), m_demo.encoreRecord(1));
    }
    m_showsTruth = false;
    if (m_demo.isOpen() && m_demo.state() == Demo::State::Before) {
        m_story->begin(m_session.activePrediction(), m_session.activeScenario());
        m_chart = usualChart();
    } else if (isAfter && m_record) {
        m_story->setRecord(m_record);
    }
    update();
}

void StageWindow::sample(const RunProgress &progress)
{
    if (!isVisible()) {
        return;
    }
    const Scenario &scenario = m_session.activeScenario();
    m_story->sample(progress.live);
    showFigures(stageMoment(scenario, progress.live));
}

void StageWindow::showPromise()
{
    const Prediction &prediction = m_session.activePrediction();
    showFigures(stagePromise(m_session.activeScenario(), prediction));
    if (m_session.fault()) {
        showSentence({QStringLiteral("warning"), &Theme::damage, m_session.fault()->message});
    } else {
        showSentence(stagePromiseSentence(prediction));
    }
    m_charts->setCurrentWidget(m_story);
}

void StageWindow::update()
{
    if (!isVisible() || isBlack()) {
        return; // it stays dark until somebody wants light
    }
    setBlack(false);
    showHead();
    const bool demoBefore = m_demo.isOpen() && m_demo.state() == Demo::State::Before;
    if (m_session.isRunning()) {
        showFigures(stageMoment(m_session.activeScenario(), LiveSnapshot()));
        showSentence({{},
                      &Theme::text,
                      m_demo.isOpen() ? m_demo.card().words
                                      : tr("It is running. Then the rows are counted.")});
        m_charts->setCurrentWidget(m_story);
    } else if (demoBefore || !m_record || m_session.fault()) {
        showPromise();
    } else {
        follow();
    }
}

void StageWindow::follow()
{
    const bool demoBefore = m_demo.isOpen() && m_demo.state() == Demo::State::Before;
    if (!isVisible() || !m_record || m_session.isRunning() || demoBefore || isBlack()) {
        return;
    }
    const bool isWhole = m_replay.record() != m_record || m_replay.isAtEnd();
    const std::int64_t position = isWhole ? m_replay.lengthNs() : m_replay.positionNs();
    m_barcode->setPosition(position);
    m_story->setPosition(isWhole ? std::nullopt : std::optional(position));
    m_hotRow->setPosition(isWhole ? std::nullopt : std::optional(position), m_replay.isPlaying());
    m_charts->setCurrentIndex(static_cast<int>(m_chart));
    if (!isWhole) {
        showFigures(stageMoment(m_record->scenario, m_replay.moment()));
        showSentence(sentenceOfReplay());
        return;
    }
    showFigures(stageResult(*m_record));
    const bool isUnharmed = m_demo.isOpen() && !m_demo.isEncore() && m_demo.step() >= 3 &&
                            m_record->verdict != RunVerdict::Violation;
    if (isUnharmed) { // the step did not show what it is there for, and says why
        showSentence({{}, &Theme::text, m_demo.card().words}, true);
    } else {
        showSentence(stageResultSentence(*m_record));
    }
}

StageSentence StageWindow::sentenceOfReplay() const
{
    if (m_demo.isOpen()) {
        return {{}, &Theme::text, m_demo.card().words};
    }
    return {{},
            &Theme::text,
            tr("%1 s, shown %2 times slower")
                .arg(text::seconds(m_replay.positionNs()), text::count(m_replay.slowness()))};
}

void StageWindow::showHead()
{
    const bool isOfRecord = !m_demo.isOpen() && !m_session.isRunning() && m_record;
    const Scenario &scenario = isOfRecord ? m_record->scenario : m_session.activeScenario();
    m_title->setText(m_demo.isOpen() ? m_demo.titleOf(m_demo.step()) : shownName(scenario.name));
    QStringList words;
    const auto protections = stageProtections(scenario);
    for (const StageProtection &each : protections) {
        words << (each.on ? each.words
                          : QStringLiteral("<b style='color:%1'>%2</b>")
                                .arg(Theme::current().damage.name(), each.words));
    }
    m_protections->setTextFormat(Qt::RichText);
    m_protections->setText(words.join(QStringLiteral(" &nbsp;&nbsp; ")));
}

void StageWindow::showFigures(const StageFigures &figures)
{
    for (std::size_t i = 0; i < figures.size(); ++i) {
        m_figures[i].figure->setText(figures[i].figure);
        m_figures[i].caption->setText(figures[i].caption);
    }
}

void StageWindow::showSentence(const StageSentence &sentence, bool isRich)
{
    m_mark->setVisible(!sentence.icon.isEmpty());
    if (!sentence.icon.isEmpty()) {
        m_mark->setPixmap(themedPixmap(sentence.icon, Theme::current().*sentence.color,
                                       qRound(kAnswerMark * m_factor), devicePixelRatioF()));
    }
    m_sentence->setTextFormat(isRich ? Qt::RichText : Qt::PlainText);
    m_sentence->setText(sentence.words);
}

} // namespace stampede
