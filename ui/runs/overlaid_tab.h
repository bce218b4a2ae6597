// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

#include <QWidget>

#include <memory>

class QGridLayout;
class QLabel;
class QStackedLayout;

namespace stampede {

/// The charts of two to six runs over one another, from the start of each.
class OverlaidTab final : public QWidget
{
    Q_OBJECT

public:
    explicit OverlaidTab(QWidget *parent = nullptr);
    /// What there is to do before there is anything to show.
    void showHint(const QString &sentence);
    void showRuns(const QList<std::shared_ptr<const RunRecord>> &runs);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// As many charts side by side as there is room for.
    void place();

    QStackedLayout *m_stack;
    QLabel *m_hint;
    QWidget *m_content;
    QGridLayout *m_grid;
    QList<QWidget *> m_cards;
};

} // namespace stampede
