// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QButtonGroup;

namespace stampede {

class NavigationButton;

/// The pages of the window, in the order of work.
enum class Page
{
    Scenario,
    Live,
    HotRow,
    Interleavings,
    Audit,
    Report,
    Runs
};
constexpr int kPageCount = 7;

/// "Scenario", "Live" …
QString pageName(Page page);

/// The pages on the left: one button a page, and how many findings the audit has.
class NavigationBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NavigationBar(QWidget *parent = nullptr);
    void setCurrent(Page page);
    /// On *Audit*; nothing for 0.
    void setFindings(qsizetype findings);
    /// Icons alone.
    void setNarrow(bool narrow);
    void retheme();

Q_SIGNALS:
    void chosen(stampede::Page page);

private:
    [[nodiscard]] NavigationButton *button(Page page) const;

    QButtonGroup *m_buttons;
};

} // namespace stampede
