// SPDX-License-Identifier: MIT
#pragma once

#include "run/schema_inspection.h"

#include <QFrame>
#include <QHash>
#include <QList>
#include <QString>

class QGridLayout;
class QLabel;
class QTableView;

namespace stampede {

class KeyedCombo;
class PreviewModel;

/// One of the two tables of a service of somebody else: which one it is, which column is what, and
/// its first rows.
class RolePanel final : public QFrame
{
    Q_OBJECT

public:
    /// A column's part: the setting of the profile ("issued.user") and its name for people.
    struct Role
    {
        QString setting;
        QString name;
        QString tip;
    };

    /// `table`: the setting that names the table.
    RolePanel(const QString &title, const QString &table, const QList<Role> &roles,
              QWidget *parent = nullptr);
    /// Shows the tables, the likely ones first, and what `chosen` says of each setting.
    void show(const SchemaInspection &look, const QStringList &tables, const TablePreview &preview,
              const QHash<QString, QString> &chosen);

    /// As narrow as one role a row allows.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody has chosen; empty for "not there".
    void chosen(const QString &setting, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Field
    {
        Role role;
        QLabel *name;
        KeyedCombo *combo;
        QLabel *fault;
    };
    void add(const Role &role);
    /// Two roles beside each other, or one below the other.
    void arrange(bool beside);
    static void fill(KeyedCombo &combo, const QList<QPair<QString, QString>> &entries,
                     const QString &current, const QString &none, Qt::MatchFlags match);
    void showPreview(const TablePreview &preview, const QHash<QString, QString> &chosen);

    QGridLayout *m_grid;
    bool m_beside = false;
    int m_besideWidth = 0; ///< that two roles beside each other take at least
    QList<Field> m_fields; ///< the table first
    PreviewModel *m_model;
    QTableView *m_preview;
    QLabel *m_noRows;
};

} // namespace stampede
