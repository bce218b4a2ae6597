// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QJsonArray>
#include <QString>

#include <cstdint>
#include <vector>

namespace stampede {

/// "status 400 and /code is "OUT_OF_STOCK"" of a rule.
QString conditionOf(const QJsonObject &rule);

/// The rules that say what answers mean, in their order, each with how often it decided in the run
/// that is shown. A view moves rows with moveRow().
class RuleModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        ConditionRole = Qt::UserRole,
        MeaningRole,
        HitsRole, ///< "612 times", or empty where nobody knows
        OutcomeRole
    };
    using QAbstractListModel::QAbstractListModel;

    /// `hits`: one a rule, −1 where no run has gone by it.
    void show(const QJsonArray &rules, const std::vector<std::int64_t> &hits);
    [[nodiscard]] const QJsonArray &rules() const { return m_rules; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    /// One row at a time, as a view does when a row is dropped between others.
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                  const QModelIndex &destinationParent, int destinationChild) override;

Q_SIGNALS:
    /// Somebody has changed their order.
    void reordered();

private:
    QJsonArray m_rules;
    std::vector<std::int64_t> m_hits;
};

} // namespace stampede
