#include "ui/scenario/scenario_page.h"

#include "ui/look/type.h"
#include "ui/scenario/must_come_out.h"
#include "ui/scenario/preset_list.h"
#include "ui/scenario/scenario_form.h"

#include <QHBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kNarrowBelow = 1100;
constexpr int kPresetsWidth = 244;
constexpr int kNarrowPresetsWidth = 208;
constexpr int kOutcomeWidth = 348;
constexpr int kNarrowOutcomeWidth = 304;
constexpr int kWideFrom = 1500;
constexpr int kWideOutcomeWidth = 388;
constexpr int kMostFormWidth = 860;
constexpr int kPresetsFrom = 900; ///< width of the page, px

} // namespace

ScenarioPage::ScenarioPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_presets(new PresetList(session, this))
    , m_form(new ScenarioForm(session, this))
    , m_outcome(new MustComeOut(session, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    m_form->setMaximumWidth(kMostFormWidth);
    row->addWidget(m_presets);
    row->addWidget(m_form, 100);
    row->addWidget(m_outcome, 1); // takes what the form does not need
    connect(m_presets, &PresetList::presetRequested, this, &ScenarioPage::presetRequested);
    connect(m_presets, &PresetList::fileRequested, this, &ScenarioPage::fileRequested);
    connect(m_presets, &PresetList::openRequested, this, &ScenarioPage::openRequested);
    connect(m_form, &ScenarioForm::saveRequested, this, &ScenarioPage::saveRequested);
    connect(&session, &Session::scenarioChanged, this, &ScenarioPage::refresh);
    connect(&session, &Session::runStarted, this, &ScenarioPage::refresh);
    connect(&session, &Session::runEnded, this, &ScenarioPage::refresh);
    refresh();
}

void ScenarioPage::refresh()
{
    m_presets->refresh();
    m_form->refresh();
    m_outcome->update();
    fitWidths(); // the letters may be larger
}

void ScenarioPage::say(const QString &sentence)
{
    m_form->say(sentence);
}

void ScenarioPage::setRecentFiles(const QStringList &files)
{
    m_presets->setRecent(files);
    m_presets->refresh();
}

void ScenarioPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWidths();
}

void ScenarioPage::fitWidths()
{
    const double factor = std::max(1.0, textFactor());
    const bool narrow = width() < kNarrowBelow;
    const bool wide = width() >= kWideFrom;
    m_presets->setVisible(width() >= kPresetsFrom * factor); // the bar's button has them too
    m_presets->setFixedWidth(narrow ? kNarrowPresetsWidth : kPresetsWidth);
    m_outcome->setMinimumWidth(qRound(factor * (narrow ? kNarrowOutcomeWidth
                                                : wide ? kWideOutcomeWidth
                                                       : kOutcomeWidth)));
    m_form->setMaximumWidth(qRound(factor * kMostFormWidth));
    m_form->fitColumns();
}

} // namespace stampede
