// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace stampede {

/// A page's button on the rail, with a number on its icon where there is something to see.
class NavigationButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit NavigationButton(QWidget *parent = nullptr);
    /// Nothing for 0.
    void setBadge(qsizetype number);
    [[nodiscard]] qsizetype badge() const { return m_badge; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qsizetype m_badge = 0;
};

} // namespace stampede
