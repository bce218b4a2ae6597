// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

namespace stampede {

class Session;

/// Offers the scenario that an earlier program left with changes that were not saved; hidden where
/// there is none.
class UnsavedBar final : public QFrame
{
    Q_OBJECT

public:
    explicit UnsavedBar(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to go on with it.
    void openRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString sentence() const;

    Session &m_session;
    QLabel *m_sentence;
    bool m_later = false;
};

} // namespace stampede
