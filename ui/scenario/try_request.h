// SPDX-License-Identifier: MIT
#pragma once

#include "run/background.h"
#include "run/one_request.h"
#include "ui/session/session.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
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
    /// Sends the request now, unless one is on its way or it cannot be sent.
    void send();

    /// Whether an answer came to the request as it stands; and whether a rule knows it.
    [[nodiscard]] bool hasAnswer() const;
    [[nodiscard]] bool isKnown() const;
    /// Its status.
    [[nodiscard]] int status() const { return m_answer.status; }

Q_SIGNALS:
    /// An answer came, or none will.
    void answered();

private:
    using Tried = std::shared_ptr<const OneTry>;
    QWidget *makeRuleLine();
    void take(const Tried &tried);
    void proposeMeaning();
    void show(const QString &status, const QString &body);
    /// The scenario as far as one request needs it, or what is wrong with that.
    [[nodiscard]] Result<Scenario, Faults> scenario() const;
    /// What a request is made of, as the form has it now.
    [[nodiscard]] QJsonObject asks() const;
    /// What the rules make of the answer as they stand.
    [[nodiscard]] std::optional<Outcome> meaningNow() const;
    [[nodiscard]] QString statusWords() const;
    /// Shows the answer where it belongs to the request as it stands, else says that it does not.
    void showAnswer();
    void offerRule();
    void addRule();

    Session &m_session;
    Background<Tried> m_trying;
    QLabel *m_steps; ///< what the steps before were answered
    QLineEdit *m_user;
    QPushButton *m_send;
    QLabel *m_status;
    QLabel *m_other; ///< the answer belongs to another request
    QPlainTextEdit *m_body;
    QWidget *m_ruleLine;
    QComboBox *m_meaning;
    QRadioButton *m_byValue;
    QRadioButton *m_byStatus;
    QPushButton *m_add;
    QJsonObject m_asked; ///< what the latest request was made of
    OneAnswer m_answer;
    QString m_came; ///< "201 Created"
    qint64 m_tookMs = 0;
    QString m_pointer; ///< a value of the answer that a rule could go by
    QString m_value;
};

} // namespace stampede
