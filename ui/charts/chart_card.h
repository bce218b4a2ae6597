// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace stampede {

class ElidedLabel;

/// A card with a heading, a quieter remark to its right, and something to look at.
class ChartCard final : public QFrame
{
    Q_OBJECT

public:
    /// Takes the content over.
    ChartCard(const QString &title, QWidget *content, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// Whether the title stands above: not where a tab says it already.
    void setTitled(bool titled);
    void setRemark(const QString &words);
    [[nodiscard]] QString title() const;
    /// Something to choose with, at the right end of the heading.
    void addTool(QWidget *tool);

private:
    QLabel *m_heading;
    ElidedLabel *m_remark;
    QWidget *m_content;
    QHBoxLayout *m_top;
};

} // namespace stampede
