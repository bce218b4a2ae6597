// SPDX-License-Identifier: MIT
#pragma once

#include "recovery/unfinished_runs.h"
#include "run/background.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace stampede {

class Session;

/// Offers a run that was cut off: to audit what was recorded, or to delete it. Hidden while there
/// is none. Journals are read in the background.
class UnfinishedBar final : public QFrame
{
    Q_OBJECT

public:
    UnfinishedBar(Session &session, QWidget *parent);
    /// Looks for such runs again; found() follows.
    void look();

Q_SIGNALS:
    /// How many there are.
    void found(int runs);

private:
    void show(const QList<UnfinishedRun> &runs);
    void remove();

    Session &m_session;
    QLabel *m_sentence;
    QPushButton *m_audit;
    QPushButton *m_delete;
    QList<UnfinishedRun> m_runs; ///< the first is the one that is offered
    Background<QList<UnfinishedRun>> m_looking;
    bool m_later = false; ///< not to be shown any more until the next start
};

} // namespace stampede
