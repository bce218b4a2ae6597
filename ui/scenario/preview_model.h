// SPDX-License-Identifier: MIT
#pragma once

#include "run/schema_inspection.h"

#include <QAbstractTableModel>
#include <QHash>

namespace stampede {

/// The first rows of somebody else's table; the headings say which column is what.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `roles`: a column's name to what it is, "person".
    void show(const TablePreview &preview, const QHash<QString, QString> &roles);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    TablePreview m_preview;
    QHash<QString, QString> m_roles;
};

} // namespace stampede
