// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_url.h"
#include "run/schema_inspector.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace stampede {

class Session;

/// Asks where the database of a service is, and with which account it is looked at. The password
/// stays in this process.
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `address`: proposed; may be empty.
    ConnectDialog(Session &session, const QString &address, QWidget *parent);
    /// After it was accepted.
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void show(const DatabaseUrl &url);
    void layOut();
    /// Somebody pasted a whole address where only the host belongs.
    void takeAddress(const QString &typed);
    [[nodiscard]] Result<DatabaseUrl, QString> typed() const;
    /// Takes what was typed, and keeps its password; false where it cannot be an address.
    bool take();
    void test();
    void showAnswer(const SchemaInspector::Answer &answer);
    void adapt();

    Session &m_session;
    SchemaInspector *m_inspector;
    DatabaseUrl m_url;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QComboBox *m_tls;
    QLineEdit *m_authority;
    QLabel *m_authorityName;
    QCheckBox *m_allow;
    QLabel *m_answer;
};

} // namespace stampede
