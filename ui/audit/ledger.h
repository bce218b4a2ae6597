#pragma once

#include "run/run_record.h"

#include <QFrame>

#include <memory>

class QLabel;

namespace stampede {

/// The headline of the audit: stock at start = written + left, drawn to scale.
class Ledger final : public QFrame
{
    Q_OBJECT

public:
    explicit Ledger(QWidget *parent = nullptr);
    void show(const std::shared_ptr<const RunRecord> &record);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::shared_ptr<const RunRecord> m_record;
    QLabel *m_line;
    QLabel *m_sentence;
};

} // namespace stampede
