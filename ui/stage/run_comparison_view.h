// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;

namespace stampede {

class LedgerLine;

/// Two runs side by side: what people were answered, whether that was the same, and what the
/// database holds after each. For a page and for a stage. UI thread.
class RunComparisonView final : public QWidget
{
    Q_OBJECT

public:
    explicit RunComparisonView(QWidget *parent = nullptr);
    void setRecords(const std::shared_ptr<const RunRecord> &first,
                    const std::shared_ptr<const RunRecord> &second);
    /// The first (0) or the second (1); null before they are set.
    [[nodiscard]] std::shared_ptr<const RunRecord> record(std::size_t which) const
    {
        return m_columns[which].record;
    }
    /// 1 is for a stage: the smallest text has 20 pt then. Smaller where both would not fit.
    void setTextFactor(qreal factor);
    void retheme();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Column
    {
        std::shared_ptr<const RunRecord> record;
        QLabel *name = nullptr;
        QLabel *protections = nullptr;
        QLabel *answers = nullptr;
        QLabel *mark = nullptr;
        LedgerLine *ledger = nullptr;
        QLabel *sentence = nullptr;
    };

    void applyFactor(qreal factor);
    [[nodiscard]] bool isTooLarge() const;
    void fit();
    void addColumn(Column &column, int at);
    void fill(const Column &column, const Column &beside);

    QLabel *m_title;
    QLabel *m_between;
    QLabel *m_below;
    std::array<Column, 2> m_columns;
    qreal m_wanted = 1; ///< factor
    qreal m_factor = 1; ///< that fits
};

} // namespace stampede
