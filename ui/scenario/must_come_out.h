#pragma once

#include "ui/session.h"

#include <QFrame>

class QLabel;

namespace stampede {

class PeopleAndStock;

/// The right column of the scenario page: what must come out, and the notes; never scrolls away.
class MustComeOut final : public QFrame
{
    Q_OBJECT

public:
    explicit MustComeOut(Session &session, QWidget *parent = nullptr);
    void update();

private:
    QString figuresHtml() const;
    QString notesHtml() const;

    Session &m_session;
    QLabel *m_figures;
    PeopleAndStock *m_bars;
    QLabel *m_notes;
    QLabel *m_needs;
};

} // namespace stampede
