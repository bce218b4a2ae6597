// SPDX-License-Identifier: MIT
#pragma once

#include "archive/run_summary.h"

#include <QSortFilterProxyModel>

namespace stampede {

/// The runs that a person wants to see, in the order that they want.
class RunsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Verdicts
    {
        All,
        Held,
        Broken,
        LimitMissed,
        Undecided, ///< not decided, or nothing measured
        EndedEarly
    };
    enum class Period
    {
        Any,
        Today,
        Week, ///< the last seven days
        Month ///< the last thirty
    };

    explicit RunsFilter(QObject *parent = nullptr);
    /// Words that name, scenario, note or id of a run must all hold, in any order and case.
    void setWords(const QString &words);
    void setVerdicts(Verdicts verdicts);
    void setPeriod(Period period);
    [[nodiscard]] const RunSummary &runAt(const QModelIndex &index) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    Verdicts m_verdicts = Verdicts::All;
    Period m_period = Period::Any;
};

} // namespace stampede
