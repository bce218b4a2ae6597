// SPDX-License-Identifier: MIT
#include "ui/scenario/scenario_page.h"

#include "ui/look/type.h"
#include "ui/scenario/must_come_out.h"
#include "ui/scenario/preset_list.h"
#include "ui/scenario/scenario_form.h"
#include "ui/widgets/scrolling.h"

#include <QVBoxLayout>

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
constexpr int kSide = 16;
constexpr int kBetween = 12;
constexpr int kLeastFormHeight = 320;
constexpr int kPeek = 64; ///< px of what stands below the form

} // namespace

ScenarioPage::ScenarioPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_presets(new PresetList(session, this))
    , m_form(new ScenarioForm(session, this))
    , m_outcome(new MustComeOut(session, this))
{
    auto *content = new QWidget;
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_row->setContentsMargins(kSide, 12, kSide, 12);
    m_row->setSpacing(kBetween);
    m_form->setMaximumWidth(kMostFormWidth);
    m_row->addWidget(m_presets);
    m_row->addWidget(m_form, 100);
    m_row->addWidget(m_outcome, 1); // takes what the form does not need
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scrolling(content, this));
    connect(m_presets, &PresetList::presetRequested, this, &ScenarioPage::presetRequested);
    connect(m_presets, &PresetList::fileRequested, this, &ScenarioPage::fileRequested);
    connect(m_presets, &PresetList::openRequested, this, &ScenarioPage::openRequested);
    connect(m_form, &ScenarioForm::saveRequested, this, &ScenarioPage::saveRequested);
    connect(m_form, &ScenarioForm::stepsRequested, this, &ScenarioPage::stepsRequested);
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
    const int outcome = qRound(factor * (narrow ? kNarrowOutcomeWidth
                                         : wide ? kWideOutcomeWidth
                                                : kOutcomeWidth));
    const int needed = 2 * kSide + m_form->minimumSizeHint().width() + kBetween + outcome;
    const bool stacked = width() < needed; // beside the demo, or with large letters
    m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_outcome->setMinimumWidth(stacked ? 0 : outcome);
    // Side by side they scroll in themselves; one above the other the page does, and the form is a
    // pageful.
    const int pageful = std::max(kLeastFormHeight, height() - kPeek);
    m_form->setMinimumHeight(stacked ? pageful : 0);
    m_form->setMaximumHeight(stacked ? pageful : QWIDGETSIZE_MAX);
    m_row->parentWidget()->setMaximumHeight(stacked ? QWIDGETSIZE_MAX : height());
    m_form->setMaximumWidth(qRound(factor * kMostFormWidth));
    m_form->fitColumns();
}

} // namespace stampede
