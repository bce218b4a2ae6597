// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace stampede {

/// A sentence above the table, with one thing to do about it; hidden while there is none.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    MessageBar(const QString &action, QWidget *parent);
    /// Shows the sentence; the action only where it is of use.
    void say(const QString &sentence, bool withAction);
    [[nodiscard]] QPushButton *action() const { return m_action; }

private:
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace stampede
