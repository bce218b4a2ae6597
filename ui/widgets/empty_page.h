// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace stampede {

/// What a page says while there is nothing to show on it: a sentence, and what to do about it.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(const QString &sentence, QWidget *parent = nullptr);
    /// One more thing to do, to the right of the others.
    QPushButton *addAction(const QString &words);

private:
    QBoxLayout *m_actions;
};

} // namespace stampede
