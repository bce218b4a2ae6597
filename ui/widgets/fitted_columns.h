// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QTableView;

namespace stampede {

/// Keeps the columns of a table as wide as their heads and the cells in view need, and its rows as
/// high, whatever the size of the text; one column takes the rest, and ends its words in … where
/// there is too little. Where not even that fits the table scrolls sideways. Belongs to the table.
class FittedColumns final : public QObject
{
    Q_OBJECT

public:
    /// `flexible`: the column that takes the rest.
    FittedColumns(QTableView *table, int flexible);
    /// For a model of another shape.
    void setFlexible(int column);
    /// At once; else after whatever changed has been drawn.
    void fit();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitSoon();

    QTableView *m_table;
    int m_flexible;
    int m_rowPadding; ///< px that a row is higher than its letters
    bool m_isDue = false;
    bool m_onlyGrows = false; ///< it is due for having been scrolled
};

} // namespace stampede
