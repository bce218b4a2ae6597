// SPDX-License-Identifier: MIT
#pragma once

#include "archive/run_summary.h"

#include <QAbstractTableModel>
#include <QList>
#include <QString>

namespace stampede {

/// The kept runs as the archive lists them.
class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Baseline,
        When,
        Title,
        Strategy,
        Protections,
        Verdict,
        Issued,
        AlreadyIssued,
        OutOfStock,
        P95,
        ColumnCount
    };
    /// What a column is sorted by.
    static constexpr int kSortRole = Qt::UserRole;

    explicit RunsModel(QObject *parent = nullptr);
    /// Where the runs are the same ones, only what is said of them is taken over.
    void setRuns(const QList<RunSummary> &runs);
    /// The run that the pages show is set off; none for an empty id.
    void setShown(const QString &id);
    void retheme();
    [[nodiscard]] const RunSummary &run(int row) const { return m_runs[row]; }
    /// The run of that id, or null.
    [[nodiscard]] const RunSummary *find(const QString &id) const;
    [[nodiscard]] const QList<RunSummary> &runs() const { return m_runs; }
    /// The id of the run that others are compared with, empty where there is none.
    [[nodiscard]] QString baseline() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QVariant textOf(const RunSummary &run, int column) const;
    [[nodiscard]] QVariant toolTipOf(const RunSummary &run, int column) const;

    QList<RunSummary> m_runs;
    QString m_shown;
};

/// "14:03 today", "14:03 yesterday", "14:03 12 Apr", with the year where it is another one.
QString whenText(const QDateTime &moment);
/// The name that somebody gave it, else the scenario's in the language that is set.
QString shownTitle(const RunSummary &run);

} // namespace stampede
