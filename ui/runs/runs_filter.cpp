// SPDX-License-Identifier: MIT
#include "ui/runs/runs_filter.h"

#include "ui/runs/runs_model.h"

#include <algorithm>

namespace stampede {

namespace {

bool isOf(RunVerdict verdict, RunsFilter::Verdicts wanted)
{
    switch (wanted) {
    case RunsFilter::Verdicts::All:
        return true;
    case RunsFilter::Verdicts::Held:
        return verdict == RunVerdict::Pass;
    case RunsFilter::Verdicts::Broken:
        return verdict == RunVerdict::Violation;
    case RunsFilter::Verdicts::LimitMissed:
        return verdict == RunVerdict::Thresholds;
    case RunsFilter::Verdicts::Undecided:
        return verdict == RunVerdict::Inconclusive || verdict == RunVerdict::Invalid;
    case RunsFilter::Verdicts::EndedEarly:
        return verdict == RunVerdict::Aborted;
    }
    return true;
}

bool isIn(const QDate &day, RunsFilter::Period period)
{
    constexpr int kDaysOfWeek = 7;
    constexpr int kDaysOfMonth = 30;
    const QDate today = QDate::currentDate();
    switch (period) {
    case RunsFilter::Period::Any:
        return true;
    case RunsFilter::Period::Today:
        return day == today;
    case RunsFilter::Period::Week:
        return day > today.addDays(-kDaysOfWeek);
    case RunsFilter::Period::Month:
        return day > today.addDays(-kDaysOfMonth);
    }
    return true;
}

} // namespace

RunsFilter::RunsFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RunsModel::kSortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void RunsFilter::setWords(const QString &words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunsFilter::setVerdicts(Verdicts verdicts)
{
    m_verdicts = verdicts;
    invalidateFilter();
}

void RunsFilter::setPeriod(Period period)
{
    m_period = period;
    invalidateFilter();
}

const RunSummary &RunsFilter::runAt(const QModelIndex &index) const
{
    return static_cast<const RunsModel *>(sourceModel())->run(mapToSource(index).row());
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const RunSummary &run = static_cast<const RunsModel *>(sourceModel())->run(row);
    if (!isOf(run.newestVerdict(), m_verdicts) ||
        !isIn(run.startedAt.toLocalTime().date(), m_period)) {
        return false;
    }
    return std::all_of(m_words.begin(), m_words.end(), [&run](const QString &word) {
        return run.scenario.contains(word, Qt::CaseInsensitive) ||
               shownTitle(run).contains(word, Qt::CaseInsensitive) ||
               run.note.contains(word, Qt::CaseInsensitive) ||
               run.id.startsWith(word, Qt::CaseInsensitive);
    });
}

} // namespace stampede
