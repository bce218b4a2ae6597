// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace stampede {

/// Asks where the database is, and shows what is there before it is taken.
class DatabaseDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DatabaseDialog(Session &session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void test();
    void take();

    Session &m_session;
    QLineEdit *m_url;
    QString m_asked; ///< the address of the latest test
    QLabel *m_answer;
    QPushButton *m_use;
};

} // namespace stampede
