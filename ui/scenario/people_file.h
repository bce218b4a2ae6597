// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace stampede {

/// The file that the people come from: its name, how many rows, which columns.
class PeopleFile final : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleFile(Session &session, QWidget *parent = nullptr);
    void refresh();

private:
    void choose();

    Session &m_session;
    QLabel *m_words;
    QPushButton *m_choose;
};

} // namespace stampede
