// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace stampede {

class ElidedLabel;

/// The protections of the service as switches, and a sentence under them: what the one under the
/// mouse or with the focus guards, else what they are good for together.
class Protections final : public QWidget
{
    Q_OBJECT

public:
    explicit Protections(Session &session, QWidget *parent = nullptr);
    /// Folds the switches into one button where there is little room.
    void setNarrow(bool narrow);
    void retheme() { refresh(); }

    /// "This is the reference. Nothing should be able to go wrong." and so on.
    static QString together(bool rowLock, bool duplicateCheck, bool uniqueKey);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One switch: the button, its twin in the folded menu, and the setting behind both.
    struct Switch
    {
        QString path;
        bool Layers::*layer = nullptr; ///< the same in a scenario that is not edited
        QString name;
        QString on;
        QString off;
        QToolButton *button = nullptr;
        QAction *action = nullptr;
    };

    void addSwitches();
    void layOut();
    void refresh();
    void refreshSwitch(Switch &each, bool enabled, const QString &why);
    void showSentence();
    [[nodiscard]] bool isOn(const Switch &each) const;
    [[nodiscard]] bool isOurs() const;
    /// Why the switches cannot be used now, or empty.
    [[nodiscard]] QString whyNot() const;

    Session &m_session;
    bool m_narrow = false;
    std::array<Switch, 3> m_switches;
    const Switch *m_pointedAt = nullptr;
    QWidget *m_row;
    QToolButton *m_folded;
    QLabel *m_foreign;
    QLabel *m_locked; ///< a small padlock while a run goes on
    QLabel *m_strategy;
    ElidedLabel *m_sentence;
};

} // namespace stampede
