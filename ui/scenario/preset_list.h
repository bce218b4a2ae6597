#pragma once

#include "ui/session.h"

#include <QFrame>

class QListWidget;

namespace stampede {

/// The scenarios that are always there, each with its story.
class PresetList final : public QFrame
{
    Q_OBJECT

public:
    explicit PresetList(Session &session, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void presetRequested(const QString &id);
    void openRequested();

private:
    Session &m_session;
    QListWidget *m_list;
    bool m_showing = false; ///< the row follows the session, not a person
};

} // namespace stampede
