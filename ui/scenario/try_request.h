#pragma once

#include "run/one_request.h"
#include "ui/session.h"

#include <QElapsedTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QNetworkAccessManager;
class QNetworkReply;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace stampede {

/// Sends one real request as a chosen user, shows what comes back and what the rules make of it,
/// and turns the answer into a rule.
class TryRequest final : public QWidget
{
    Q_OBJECT

public:
    explicit TryRequest(Session &session, QWidget *parent = nullptr);
    void refresh();

private:
    QWidget *makeRuleLine();
    void send();
    void take();
    void show(const QString &status, const QString &body);
    void offerRule();
    void addRule();

    Session &m_session;
    QNetworkAccessManager *m_network;
    QNetworkReply *m_reply = nullptr;
    QElapsedTimer m_since;
    QLineEdit *m_user;
    QPushButton *m_send;
    QLabel *m_status;
    QPlainTextEdit *m_body;
    QWidget *m_ruleLine;
    QComboBox *m_meaning;
    QRadioButton *m_byValue;
    QRadioButton *m_byStatus;
    QPushButton *m_add;
    OneAnswer m_answer;
    QString m_pointer; ///< a value of the answer that a rule could go by
    QString m_value;
};

} // namespace stampede
