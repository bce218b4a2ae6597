// SPDX-License-Identifier: MIT
#pragma once

#include "measure/run_moments.h"
#include "record/run_record.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace stampede {

/// The answers of a run by their code: how many of each, the first and the last.
class AnswerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Status,
        Code,
        Meaning,
        Count,
        First,
        Last,
        ColumnCount
    };

    explicit AnswerModel(QObject *parent = nullptr);
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// The answers up to that moment; without `moments` the times are not known yet.
    void show(const LiveSnapshot &moment, const std::shared_ptr<const RunMoments> &moments);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString status(Outcome outcome) const;
    [[nodiscard]] QString code(Outcome outcome) const;
    [[nodiscard]] bool hasDecided(qsizetype rule) const;

    std::shared_ptr<const RunRecord> m_record;
    std::vector<Outcome> m_rows; ///< that occur in the whole run
    LiveSnapshot m_moment;
    std::shared_ptr<const RunMoments> m_moments;
};

} // namespace stampede
