// SPDX-License-Identifier: MIT
#pragma once

#include "ui/report/report_export.h"
#include "ui/report/report_maker.h"
#include "ui/session/session.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QStackedLayout;

namespace stampede {

class ExportLine;
class PagePreview;
class ReportChoice;

/// The report of the run that the pages show: what it holds at the left, its pages at the right.
/// Nothing is made while the page is hidden.
class ReportPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPage(Session &session, QWidget *parent = nullptr);
    void retheme();
    [[nodiscard]] bool showsSeveral() const { return !m_runs.isEmpty(); }

public Q_SLOTS:
    /// Asks in which forms and where to, then writes. Nothing while there is no run.
    void exportReport();
    /// A report over these runs, in the place of the one, until the pages show another run or
    /// somebody goes back.
    void showRuns(const QList<std::shared_ptr<const stampede::RunRecord>> &runs);

Q_SIGNALS:
    void runsRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showRecord();
    QWidget *makeSeveralBar();
    void backToOne();
    /// Begins with another report than before.
    void startOver();
    /// Makes the report anew, a moment after the latest change.
    void makeSoon();
    void makeNow();
    void takeAbout();
    [[nodiscard]] ReportOrder order() const;
    void writeTo(const QList<ReportForm> &forms, const QString &folder);

    Session &m_session;
    ReportMaker m_maker;
    ReportExport m_export;
    QTimer m_delay;
    QTimer m_aboutDelay;
    QStackedLayout *m_stack;
    ReportChoice *m_choice;
    PagePreview *m_preview;
    ExportLine *m_exportLine;
    QList<std::shared_ptr<const RunRecord>> m_runs; ///< several, or none
    QFrame *m_several;                              ///< says that it is over several
    QLabel *m_severalWords;
    std::shared_ptr<const RunRecord> m_shown; ///< whose report has been asked for
    QString m_parentFolder;                   ///< of the latest export
    bool m_stale = true;
    bool m_making = false;
};

} // namespace stampede
