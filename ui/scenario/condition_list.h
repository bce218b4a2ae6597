// SPDX-License-Identifier: MIT
#pragma once

#include "run/schema_inspection.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace stampede {

class KeyedCombo;

/// The conditions on the rows of a table that count, one a row. What is typed stays as it is typed
/// for as long as it says the same as the conditions that are shown.
class ConditionList final : public QWidget
{
    Q_OBJECT

public:
    /// `setting`: where the profile has them, "issued.where".
    explicit ConditionList(const QString &setting, QWidget *parent = nullptr);
    /// `table`: whose columns there are; null where nobody knows.
    void show(const QList<RowCondition> &conditions, const TableFacts *table,
              const SchemaInspection &look);
    /// A further condition, with the focus where something is missing yet.
    void add(const RowCondition &condition);

Q_SIGNALS:
    /// Somebody has edited them.
    void changed(const QList<stampede::RowCondition> &conditions);

private:
    struct Row
    {
        QWidget *line;
        KeyedCombo *column;
        KeyedCombo *test;
        QLineEdit *values;
        QLabel *fault;
        RowCondition condition; ///< what they say
    };
    void addRow(const RowCondition &condition);
    void remove(QWidget *line);
    void take(QWidget *line);
    void fillColumns(const Row &row) const;
    void nameRows();
    [[nodiscard]] RowCondition typedIn(const Row &row) const;
    [[nodiscard]] QList<RowCondition> conditions() const;

    QString m_setting;
    QVBoxLayout *m_column;
    QLabel *m_fault;
    QList<Row> m_rows;
    QList<ColumnFacts> m_columns;
};

/// A condition in a few words, "status is ACTIVE".
QString conditionInWords(const RowCondition &condition);

} // namespace stampede
