// SPDX-License-Identifier: MIT
#pragma once

#include "ui/scenario/note_list.h"
#include "ui/session/session.h"

#include <QFrame>

#include <vector>

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
    [[nodiscard]] QString figuresHtml() const;
    [[nodiscard]] std::vector<NoteList::Note> notes() const;
    [[nodiscard]] QString needs() const;
    static QString lasts(const ResourceEstimate &needs);

    Session &m_session;
    QLabel *m_figures;
    PeopleAndStock *m_bars;
    NoteList *m_notes;
    QLabel *m_needs;
};

} // namespace stampede
