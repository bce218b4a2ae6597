// SPDX-License-Identifier: MIT
#pragma once

#include "ui/demo/demo.h"

#include <QFrame>
#include <QHash>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace stampede {

/// The guided demo beside the page: the words of its step, must and came, and what to do next.
class DemoPanel final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int kWidth = 340;

    explicit DemoPanel(Demo &demo, Replay &replay, QWidget *parent = nullptr);
    void retheme();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeText();
    QWidget *makeButtons();
    QWidget *makeFoot();
    void update();
    void showRows(const DemoCard &card);
    void showActions(const QList<DemoAction> &actions);
    void showDots();
    void showSlowness();
    void announce(const DemoCard &card);

    Demo &m_demo;
    Replay &m_replay;
    QLabel *m_counter;
    QLabel *m_title;
    QLabel *m_words;
    QWidget *m_table;
    QGridLayout *m_rows;
    QLabel *m_ledgerMark;
    QLabel *m_ledger;
    QLabel *m_meaning;
    QLabel *m_limit;
    QLabel *m_remark;
    QHash<int, QPushButton *> m_buttons; ///< by DemoAction
    QList<QToolButton *> m_dots;
    QToolButton *m_slower;
};

} // namespace stampede
