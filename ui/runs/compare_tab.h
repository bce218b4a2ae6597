// SPDX-License-Identifier: MIT
#pragma once

#include "compare/comparison.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableWidget;

namespace stampede {

class FittedColumns;

/// Two to six runs side by side, or a line each.
class CompareTab final : public QWidget
{
    Q_OBJECT

public:
    /// `name` of its table, for a screen reader; `id` of its widgets.
    CompareTab(const QString &id, const QString &name, QWidget *parent = nullptr);
    /// What there is to do before anything can be compared.
    void showHint(const QString &sentence);
    /// `titles`: what the runs are called, in their order; their heads say besides which is which.
    void showComparison(const QStringList &titles, const RunComparison &comparison);
    /// The head of the table, its lines, and what the columns mean.
    void showLines(const QStringList &head, const QList<QStringList> &lines,
                   const QString &meaning);

private:
    QStackedLayout *m_stack;
    QLabel *m_hint;
    QTableWidget *m_table;
    QLabel *m_method;
    FittedColumns *m_columns;
};

} // namespace stampede
