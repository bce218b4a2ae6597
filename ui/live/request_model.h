// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"
#include "measure/run_moments.h"
#include "run/background.h"
#include "scenario/person_directory.h"
#include "scenario/target_settings.h"

#include <QAbstractTableModel>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <vector>

namespace stampede {

/// Which requests a table shows, and in which order.
struct RequestQuestion
{
    QString words;                 ///< part of an answer's name, or what a person or row is called
    std::vector<Outcome> outcomes; ///< only these; empty: all
    int column = 0;
    bool descending = false;
    std::int64_t positionNs = 0; ///< only requests that had left by then
    friend bool operator==(const RequestQuestion &, const RequestQuestion &) = default;
};

/// The requests of a run, up to a million and more: reads the history where it lies and keeps only
/// the order. Large ones are filtered and sorted by a thread of its own.
class RequestModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Time,
        User,
        Answer,
        ServiceMs,
        ResponseMs,
        RowId,
        ColumnCount
    };
    using History = std::shared_ptr<const std::vector<Operation>>;

    explicit RequestModel(QObject *parent = nullptr);

    /// A finished run that lasted that long, ns, and what its people are called; null: none.
    /// `target`: what answered.
    void setHistory(const History &history, std::int64_t lengthNs,
                    const PersonDirectory &people = {}, TargetKind target = TargetKind::InProcess);
    void setFilter(const QString &words, const std::vector<Outcome> &outcomes);
    /// Only what had happened by then, ns; what was under way is shown without an answer. Without
    /// moments of that history nothing is under way.
    void setPosition(std::int64_t positionNs, const std::shared_ptr<const RunMoments> &moments);
    /// Whether an order is being made in the background.
    [[nodiscard]] bool isBusy() const { return m_making.isBusy(); }
    /// What it asks of the history at the moment.
    [[nodiscard]] const RequestQuestion &question() const { return m_wanted; }
    /// The request in that row.
    [[nodiscard]] const Operation &operation(int row) const;

    /// The row of the request at that index of the history; −1 where it is not shown.
    [[nodiscard]] int rowOf(std::uint32_t index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    using Order = std::vector<std::uint32_t>;

    static Order orderOf(const std::vector<Operation> &history, const PersonDirectory &people,
                         const RequestQuestion &question);
    void refresh();
    void take(const std::shared_ptr<const Order> &order, const RequestQuestion &question);
    [[nodiscard]] bool isOver(const Operation &operation) const;
    [[nodiscard]] QString words(const Operation &operation, int column) const;

    History m_history;
    PersonDirectory m_people;
    TargetKind m_target = TargetKind::InProcess;
    std::int64_t m_lengthNs = 0;
    std::int64_t m_positionNs = 0;
    std::shared_ptr<const RunMoments> m_moments; ///< of the history, once there are some
    std::shared_ptr<const Order> m_order;        ///< indexes into the history; never null
    RequestQuestion m_wanted;
    RequestQuestion m_shown; ///< what m_order answers
    QTimer m_rest;           ///< runs while the order need not be made again yet
    struct Made
    {
        History history;
        std::shared_ptr<const Order> order;
        RequestQuestion question;
    };
    Background<Made> m_making;
};

} // namespace stampede
