// SPDX-License-Identifier: MIT
#pragma once

#include "requests/found_requests.h"
#include "requests/scenario_draft.h"
#include "ui/session/session.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <optional>
#include <utility>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace stampede {

class FormSection;
class HeaderRows;
class PeopleFile;
class SettingCell;
class VariableRows;

/// The request: pasted as another program copied it, with a click on the value that is the person
/// and on the one that is the coupon; or written by hand.
class RequestStep final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestStep(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// Reads what another program copied or wrote down.
    void read(const QByteArray &content, const QString &place);
    /// Puts the focus where one pastes.
    void takeFocus();
    /// What is missing or wrong, a sentence; empty where the request can be sent.
    [[nodiscard]] QString missing() const;
    /// What may be done yet; empty for nothing.
    [[nodiscard]] QString advice() const;
    void retheme() { showRequest(); }

Q_SIGNALS:
    /// missing() may say something else.
    void changed();

private:
    enum class Asked
    {
        Person,
        Coupon
    };
    QWidget *makePaste();
    QWidget *makeValues();
    QWidget *makeByHand();
    void openFile();
    void choose(int index);
    void guess();
    void clickValue(const QUrl &link);
    void ask(Asked asked);
    /// Makes the scenario of what was pasted; `isNew`: its secrets too.
    void apply(bool isNew = false);
    [[nodiscard]] QJsonObject merged(const DraftedScenario &draft, bool isNew) const;
    void showRequest();
    void showFaults(const QStringList &faults);
    [[nodiscard]] QByteArray sent() const;
    void followStep();
    [[nodiscard]] QString marked(const QString &text) const;

    Session &m_session;
    std::optional<FoundRequests> m_found;
    qsizetype m_picked = 0;
    QList<RequestValue> m_values;
    QString m_person; ///< as the request writes them; empty: nobody said
    QString m_coupon;
    /// The person and the coupon of requests that were made of them, for whoever steps back.
    QHash<QByteArray, std::pair<QString, QString>> m_chosen;
    bool m_guessed = false; ///< nobody has said yet whether that is right
    Asked m_asked = Asked::Person;
    QPlainTextEdit *m_paste;
    QLabel *m_faults;
    QWidget *m_which;
    QComboBox *m_requests;
    QWidget *m_valuesCard;
    QToolButton *m_personButton;
    QToolButton *m_couponButton;
    QPushButton *m_noCoupon;
    QTextBrowser *m_view;
    QLabel *m_notes;
    VariableRows *m_variables;
    FormSection *m_byHand;
    HeaderRows *m_headers;
    PeopleFile *m_people;
    QList<SettingCell *> m_cells;
};

} // namespace stampede
