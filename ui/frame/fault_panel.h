// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace stampede {

class Settings;

/// Why the latest run could not be made, whole, with what a person can do about it. Hidden where
/// there is no such fault.
class FaultPanel final : public QFrame
{
    Q_OBJECT

public:
    /// Hosts that somebody answers for once and for all go into the settings.
    FaultPanel(Session &session, Settings &settings, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void databaseRequested();
    /// The tables of a database are to be described, so that it is only read.
    void describeRequested();

private:
    void layOut();
    void showHostQuestion();
    void copyCommand();
    void openLog();
    void startEmpty();
    void allowHost();

    Session &m_session;
    Settings &m_settings;
    QLabel *m_message;
    QLabel *m_details;
    QPushButton *m_copy;
    QPushButton *m_log;
    QPushButton *m_empty;
    QPushButton *m_allow;
    QPushButton *m_describe;
    QPushButton *m_database;
    QPushButton *m_dismiss;
    QCheckBox *m_always; ///< do not ask again for this host
};

} // namespace stampede
