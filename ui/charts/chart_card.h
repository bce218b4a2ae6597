#pragma once

#include <QFrame>

class QLabel;

namespace stampede {

/// A card with a heading, a quieter remark to its right, and something to look at.
class ChartCard final : public QFrame
{
    Q_OBJECT

public:
    /// Takes the content over. A quiet card has a muted heading.
    ChartCard(const QString &title, QWidget *content, bool quiet, QWidget *parent = nullptr);
    void setRemark(const QString &words);

private:
    QLabel *m_remark;
};

} // namespace stampede
