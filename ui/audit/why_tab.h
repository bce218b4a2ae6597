// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QToolButton;

namespace stampede {

/// Why the run looks the way it does: the headline, what explains it, what cannot be told, and,
/// folded, what is ruled out.
class WhyTab final : public QWidget
{
    Q_OBJECT

public:
    explicit WhyTab(QWidget *parent = nullptr);
    void show(const RunRecord &record);

private:
    QWidget *makeCard(const Hypothesis &hypothesis);

    QLabel *m_headline;
    QWidget *m_list;
    QVBoxLayout *m_column;
    QToolButton *m_fold;
    QWidget *m_folded;
    QVBoxLayout *m_foldedColumn;
};

} // namespace stampede
