#pragma once

#include "ui/session.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace stampede {

class ElidedLabel;

/// One line of fixed height under the run bar: what must come out, how the run goes, or what came
/// of it.
class Strip final : public QFrame
{
    Q_OBJECT

public:
    explicit Strip(Session &session, QWidget *parent = nullptr);
    /// Called ten times a second while a run goes on.
    void sample(const RunProgress &progress);
    void update();

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void auditRequested();

private:
    void showPrediction();
    void showFault();
    void showRecord();
    void showOpened();
    void showPhases(Phase now);
    void showText(const QString &icon, const QColor &color, const QString &word,
                  const QString &sentence);

    Session &m_session;
    QLabel *m_icon;
    QLabel *m_past; ///< phases that are over
    QLabel *m_word;
    ElidedLabel *m_sentence;
    QProgressBar *m_bar;
    QLabel *m_future; ///< phases to come
    QPushButton *m_openAudit;
    QPushButton *m_backToLatest;
    Scenario m_seen;      ///< as it was at the latest change
    bool m_edited = true; ///< the scenario was changed since the latest run
};

/// "Prepare", "Run" … as the stepper shows them.
QString phaseWord(Phase phase);

} // namespace stampede
