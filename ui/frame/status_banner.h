// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace stampede {

class ElidedLabel;

/// One line of fixed height under the run bar: what must come out, how the run goes, what came of
/// it, or which older run is shown.
class StatusBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusBanner(Session &session, QWidget *parent = nullptr);
    /// Called five times a second while a run goes on.
    void sample(const RunProgress &progress);
    void update();
    /// Colours and sizes are others now.
    void retheme();

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void auditRequested();
    void replayRequested();

private:
    void layOut();
    void showParts();
    /// What there is room for while a run goes on.
    void showWhatFits();
    void showPrediction();
    void showFault();
    void showRecord();
    void showOpened();
    void showPhases(const RunProgress &progress);
    void showAlarms(const RunProgress &progress);
    void showText(const QString &icon, const QColor &color, const QString &word,
                  const QString &sentence);
    void showNote();
    void tellOutcome();

    Session &m_session;
    QLabel *m_icon;
    ElidedLabel *m_alarm; ///< what is certain already
    QLabel *m_past;       ///< phases that are over
    QLabel *m_word;
    QProgressBar *m_bar;
    ElidedLabel *m_sentence;
    QLabel *m_noteIcon;
    ElidedLabel *m_note;   ///< what the prediction adds, in short
    QLabel *m_future;      ///< phases to come
    QLabel *m_verdictIcon; ///< of an older run that is shown
    QLabel *m_verdict;
    QPushButton *m_openAudit;
    QPushButton *m_replay;
    QPushButton *m_backToLatest;
    std::size_t m_alarmsTold = 0;
};

} // namespace stampede
