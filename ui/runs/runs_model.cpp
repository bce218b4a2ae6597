// SPDX-License-Identifier: MIT
#include "ui/runs/runs_model.h"

#include "scenario/presets.h"
#include "text/number_text.h"
#include "ui/look/theme.h"
#include "ui/session/strategy_text.h"

#include <QFont>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace stampede {

namespace {

using text::count;

/// The strategy in a word or two; "–" where it is not known.
QString strategyWord(const RunSummary &run)
{
    if (!run.strategy) {
        return QStringLiteral("–");
    }
    switch (*run.strategy) {
    case StrategyKind::Pessimistic:
        return RunsModel::tr("Row lock");
    case StrategyKind::ConditionalUpdate:
        return RunsModel::tr("Claim first");
    case StrategyKind::Optimistic:
        return RunsModel::tr("Version check");
    case StrategyKind::NamedLock:
        return RunsModel::tr("Named lock");
    case StrategyKind::Grouped:
        return RunsModel::tr("Grouped");
    }
    return {};
}

QVariant sortKeyOf(const RunSummary &run, int column)
{
    switch (column) {
    case RunsModel::Baseline:
        return run.baseline ? 0 : 1;
    case RunsModel::When:
        return qlonglong{run.startedAt.toMSecsSinceEpoch()};
    case RunsModel::Title:
        return shownTitle(run);
    case RunsModel::Strategy:
        return strategyWord(run);
    case RunsModel::Protections:
        return protectionMarks(run);
    case RunsModel::Verdict: // the worst in front, and of those the one with most findings
        return static_cast<int>(run.newestVerdict()) * 1000 - std::min(run.newestFindings(), 999);
    case RunsModel::Issued:
        return qlonglong{run.issued};
    case RunsModel::AlreadyIssued:
        return qlonglong{run.alreadyIssued};
    case RunsModel::OutOfStock:
        return qlonglong{run.outOfStock};
    case RunsModel::P95:
        return qlonglong{run.issuedP95Ns.value_or(-1)};
    default:
        return {};
    }
}

} // namespace

QString shownTitle(const RunSummary &run)
{
    return run.name.isEmpty() ? shownName(run.scenario) : run.name;
}

QString whenText(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    const QDate today = QDate::currentDate();
    const QString time = QLocale().toString(local.time(), QStringLiteral("HH:mm"));
    if (local.date() == today) {
        return RunsModel::tr("%1 today").arg(time);
    }
    if (local.date() == today.addDays(-1)) {
        return RunsModel::tr("%1 yesterday").arg(time);
    }
    const bool thisYear = local.date().year() == today.year();
    const QString day = QLocale().toString(local.date(), thisYear ? RunsModel::tr("d MMM")
                                                                  : RunsModel::tr("d MMM yyyy"));
    return RunsModel::tr("%1 %2", "time and day").arg(time, day);
}

RunsModel::RunsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void RunsModel::setRuns(const QList<RunSummary> &runs)
{
    const bool sameOnes = std::equal(m_runs.begin(), m_runs.end(), runs.begin(), runs.end(),
                                     [](const auto &a, const auto &b) { return a.id == b.id; });
    if (sameOnes) {
        m_runs = runs;
        retheme();
        return;
    }
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

void RunsModel::setShown(const QString &id)
{
    if (id != m_shown) {
        m_shown = id;
        retheme();
    }
}

void RunsModel::retheme()
{
    if (!m_runs.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0),
                           index(static_cast<int>(m_runs.size()) - 1, ColumnCount - 1));
    }
}

const RunSummary *RunsModel::find(const QString &id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&id](const RunSummary &run) { return run.id == id; });
    return found == m_runs.end() ? nullptr : &*found;
}

QString RunsModel::baseline() const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [](const RunSummary &run) { return run.baseline; });
    return found == m_runs.end() ? QString() : found->id;
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::textOf(const RunSummary &run, int column) const
{
    switch (column) {
    case Baseline:
        return run.baseline ? QStringLiteral("★") : QStringLiteral("☆");
    case When:
        return whenText(run.startedAt);
    case Title:
        return shownTitle(run);
    case Strategy:
        return strategyWord(run);
    case Protections:
        return protectionMarks(run);
    case Verdict:
        return shortVerdict(run);
    case Issued:
        return count(run.issued);
    case AlreadyIssued:
        return count(run.alreadyIssued);
    case OutOfStock:
        return count(run.outOfStock);
    case P95:
        return run.issuedP95Ns
                   ? tr("%1 ms").arg(text::latencyMs(static_cast<double>(*run.issuedP95Ns)))
                   : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant RunsModel::toolTipOf(const RunSummary &run, int column) const
{
    switch (column) {
    case Baseline:
        return run.baseline ? tr("The baseline: other runs are compared with it")
                            : tr("Click to make it the baseline");
    case When:
        return QStringLiteral("%1 · %2").arg(
            QLocale().toString(run.startedAt.toLocalTime(), QLocale::LongFormat), run.shortId());
    case Title: {
        QStringList words{shownTitle(run)};
        if (!run.name.isEmpty()) {
            words << shownName(run.scenario);
        }
        if (!run.note.isEmpty()) {
            words << run.note;
        }
        return words.join(QLatin1Char('\n'));
    }
    case Strategy:
        return run.strategy ? strategyName(*run.strategy) : tr("How it locks is not known.");
    case Protections: {
        if (!run.layers) {
            return run.strategy ? tr("This strategy has no switches.") : tr("No switches of ours");
        }
        const auto state = [](bool on) { return on ? tr("on") : tr("off"); };
        return tr("Row lock %1 · Duplicate check %2 · Unique key %3")
            .arg(state(run.layers->rowLock), state(run.layers->duplicateCheck),
                 state(run.layers->uniqueKey));
    }
    case P95:
        return tr("Of the issued, service time");
    default:
        return {};
    }
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const RunSummary &run = m_runs[index.row()];
    const Theme &theme = Theme::current();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(run, column);
    case kSortRole:
        return sortKeyOf(run, column);
    case Qt::ToolTipRole:
        return toolTipOf(run, column);
    case Qt::AccessibleTextRole:
        return column == Baseline || column == Protections ? toolTipOf(run, column)
                                                           : textOf(run, column);
    case Qt::DecorationRole:
        return column == Verdict ? QVariant(themedIcon(verdictIcon(run.newestVerdict()),
                                                       theme.of(run.newestVerdict())))
                                 : QVariant();
    case Qt::ForegroundRole:
        return column == Baseline ? QVariant(run.baseline ? theme.accent : theme.muted)
                                  : QVariant();
    case Qt::FontRole:
        if (run.id == m_shown && column == Title) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::TextAlignmentRole:
        if (column == Baseline) {
            return Qt::AlignCenter;
        }
        return QVariant(column >= Issued ? Qt::AlignRight | Qt::AlignVCenter
                                         : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(section >= Issued ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("when");
    case Title:
        return tr("scenario");
    case Strategy:
        return tr("strategy");
    case Protections:
        return tr("protections");
    case Verdict:
        return tr("verdict");
    case Issued:
        return tr("issued");
    case AlreadyIssued:
        return tr("409");
    case OutOfStock:
        return tr("stock out");
    case P95:
        return tr("p95");
    default:
        return QString();
    }
}

} // namespace stampede
