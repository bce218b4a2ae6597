// SPDX-License-Identifier: MIT
#include "ui/scenario/preview_model.h"

#include "ui/look/theme.h"

namespace stampede {

void PreviewModel::show(const TablePreview &preview, const QHash<QString, QString> &roles)
{
    beginResetModel();
    m_preview = preview;
    m_roles = roles;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.columns.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return m_preview.rows.at(index.row()).value(index.column());
    }
    if (role == Qt::ForegroundRole && !m_roles.contains(m_preview.columns.at(index.column()))) {
        return Theme::current().muted;
    }
    return {};
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const QString column = m_preview.columns.at(section);
    const QString is = m_roles.value(column);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return is.isEmpty() ? column : tr("%1 = %2").arg(is, column);
    }
    return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant();
}

} // namespace stampede
