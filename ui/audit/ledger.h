// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QFrame>
#include <QLabel>

#include <memory>

namespace stampede {

/// The equation of the stock as a label that draws every piece under its words.
class LedgerLine final : public QLabel
{
    Q_OBJECT

public:
    explicit LedgerLine(QWidget *parent = nullptr);
    /// With another run beside it both are drawn to one scale.
    void show(const std::shared_ptr<const RunRecord> &record,
              const std::shared_ptr<const RunRecord> &beside = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::shared_ptr<const RunRecord> m_record;
    std::shared_ptr<const RunRecord> m_beside;
};

/// The headline of the audit: stock at start = written + left, drawn to scale, and what it means.
class Ledger final : public QFrame
{
    Q_OBJECT

public:
    explicit Ledger(QWidget *parent = nullptr);
    void show(const std::shared_ptr<const RunRecord> &record);

private:
    QLabel *m_mark;
    LedgerLine *m_line;
    QLabel *m_sentence;
    QLabel *m_drift;
};

} // namespace stampede
