#pragma once

#include "ui/session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace stampede {

/// Why the latest run could not be made, whole, with what a person can do about it. Hidden where
/// there is no such fault.
class FaultPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FaultPanel(Session &session, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void databaseRequested();

private:
    void copyCommand();
    void openLog();
    void startEmpty();
    void allowHost();

    Session &m_session;
    QLabel *m_message;
    QLabel *m_details;
    QPushButton *m_copy;
    QPushButton *m_log;
    QPushButton *m_empty;
    QPushButton *m_allow;
    QPushButton *m_database;
};

} // namespace stampede
