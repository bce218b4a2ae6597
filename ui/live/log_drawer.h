// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace stampede {

/// What the service wrote into its log: four counters, and the last lines of the run, or of the
/// file of a service of somebody else.
class LogDrawer final : public QWidget
{
    Q_OBJECT

public:
    explicit LogDrawer(QWidget *parent = nullptr);
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// Lines that the run left; nothing where nobody could tell.
    [[nodiscard]] std::optional<std::int64_t> lines() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showLines();
    [[nodiscard]] QString whyThereIsNone() const;

    std::shared_ptr<const RunRecord> m_record;
    bool m_isRead = false; ///< the lines of this run are shown
    QLabel *m_counters;
    QLabel *m_shown; ///< how many of the lines are to be seen, where not all are
    QPushButton *m_openFile;
    QPlainTextEdit *m_lines;
};

} // namespace stampede
