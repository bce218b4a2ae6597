// The part of the Runs page that sets chosen runs side by side.

#include "report/strategy_rows.h"
#include "scenario/presets.h"
#include "text/number_text.h"
#include "text/printable_text.h"
#include "ui/runs/compare_tab.h"
#include "ui/runs/overlaid_tab.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"

#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

namespace stampede {

using text::count;

namespace {

constexpr qsizetype kMostOfTitle = 30; ///< letters; several stand side by side

} // namespace

void RunsPage::compareChosen()
{
    QStringList ids = chosen();
    const bool tooMany = ids.size() > kMostCompared;
    if (tooMany) { // thousands need not be put in order to say so
        ids.resize(kMostCompared + 1);
    }
    // The baseline stands in front, then the oldest.
    std::sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
        const RunSummary &one = *m_model->find(a);
        const RunSummary &two = *m_model->find(b);
        return one.baseline != two.baseline ? one.baseline : one.startedAt < two.startedAt;
    });
    const auto &runs = m_model->runs();
    const auto baseline =
        std::find_if(runs.begin(), runs.end(), [](const RunSummary &run) { return run.baseline; });
    if (ids.size() == 1 && baseline != runs.end() && baseline->id != ids.constFirst()) {
        ids.prepend(baseline->id);
    }
    const bool possible = ids.size() >= 2 && !tooMany;
    nameTab(m_compare, tr("Compare"), possible ? ids.size() : 0);
    m_report->setText(tr("Report over %1 runs").arg(count(ids.size())));
    m_report->setVisible(possible);
    if (!possible) {
        m_comparing.clear();
        const QString hint =
            ids.isEmpty() ? tr("Choose two to six runs (Ctrl+click) to see what sets them apart.")
            : ids.size() == 1 ? tr("Choose a second run (Ctrl+click), or set a baseline.")
                              : tr("At most %1 runs are compared at once.").arg(kMostCompared);
        m_compare->showHint(hint);
        m_overlaid->showHint(hint);
        m_strategies->showHint(hint);
    } else if (ids != m_comparing) {
        m_comparing = ids;
        m_session.archive()->compare(ids);
    }
}

void RunsPage::nameTab(QWidget *tab, const QString &name, qsizetype runs)
{
    m_tabs->setTabText(m_tabs->indexOf(tab),
                       runs > 0 ? QStringLiteral("%1 %2").arg(name, count(runs)) : name);
}

void RunsPage::showCompared(const QList<std::shared_ptr<const RunRecord>> &records)
{
    QStringList ids;
    QStringList titles;
    for (const auto &record : records) {
        ids << record->id;
        const RunSummary *run = m_model->find(record->id);
        titles << (run != nullptr && run->baseline ? QStringLiteral("★ ") : QString()) +
                      printable(run != nullptr ? shownTitle(*run)
                                               : shownName(record->scenario.name),
                                kMostOfTitle);
    }
    if (ids == m_comparing) { // else something else was chosen meanwhile
        m_compare->showComparison(titles, compareRuns(records));
        m_overlaid->showRuns(records);
        showStrategies(records);
    }
}

void RunsPage::showStrategies(const QList<std::shared_ptr<const RunRecord>> &records)
{
    QList<const RunRecord *> runs;
    for (const auto &record : records) {
        runs << record.get();
    }
    QList<QStringList> lines = strategyRows(runs);
    if (lines.isEmpty()) {
        m_strategies->showHint(tr("How a service of somebody else locks is not known."));
    } else {
        const QStringList head = lines.takeFirst();
        m_strategies->showLines(head, lines, strategyRowsMeaning());
    }
}

void RunsPage::reportCompared()
{
    if (!m_comparing.isEmpty()) {
        m_session.archive()->gather(m_comparing);
    }
}

} // namespace stampede
