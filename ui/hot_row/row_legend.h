// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/row_scene.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace stampede {

/// What the marks of the picture mean, in one line.
class RowLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit RowLegend(QWidget *parent = nullptr);
    /// Shows the marks that occur in that picture.
    void setScene(const std::shared_ptr<const RowScene> &scene);
    /// The refusal whose mark is shown, and whether lines of findings are.
    [[nodiscard]] std::optional<Outcome> refusal() const { return m_refusal; }
    [[nodiscard]] bool showsJoins() const { return m_joins; }
    /// What its marks mean, as they stand there.
    [[nodiscard]] QStringList words() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int neededHeight() const;
    /// As high as its lines are at the width that it has.
    void fitHeight();

    bool m_inside = true; ///< somebody saw who waited for the row, held it and wrote
    std::optional<Outcome> m_refusal;
    bool m_joins = false;
    bool m_findings = false;
};

} // namespace stampede
