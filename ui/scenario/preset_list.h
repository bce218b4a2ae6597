// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace stampede {

/// The scenarios that are always there, each with its story, and the files that were opened lately.
class PresetList final : public QFrame
{
    Q_OBJECT

public:
    explicit PresetList(Session &session, QWidget *parent = nullptr);
    void refresh();
    /// The files that were open lately, the latest first.
    void setRecent(const QStringList &files);

Q_SIGNALS:
    void presetRequested(const QString &id);
    void fileRequested(const QString &path);
    void openRequested();

private:
    Session &m_session;
    QListWidget *m_list;
    QLabel *m_recentHeading;
    QListWidget *m_recent;
    bool m_showing = false; ///< the row follows the session, not a person
};

} // namespace stampede
