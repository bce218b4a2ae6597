// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace stampede {

/// The quiet line at the foot of the window: which database, how busy the load generator was, which
/// run is shown. Something that was done is said there for some seconds.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(Session &session, QWidget *parent = nullptr);
    /// Shows the sentence in place of the rest for some seconds.
    void say(const QString &sentence);

private:
    void refresh();
    [[nodiscard]] QString databaseWords() const;

    Session &m_session;
    QLabel *m_said;
    QLabel *m_database;
    QLabel *m_generator;
    QLabel *m_run;
    QTimer *m_silence;
};

} // namespace stampede
