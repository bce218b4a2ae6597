#pragma once

#include "compare/comparison.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableWidget;

namespace stampede {

/// Two to six runs side by side.
class CompareTab final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareTab(QWidget *parent = nullptr);
    /// What there is to do before anything can be compared.
    void showHint(const QString &sentence);
    /// `titles` are those of the columns, in the order of the runs.
    void showComparison(const QStringList &titles, const RunComparison &comparison);

private:
    QStackedLayout *m_stack;
    QLabel *m_hint;
    QTableWidget *m_table;
    QLabel *m_method;
};

} // namespace stampede
