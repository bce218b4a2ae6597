// SPDX-License-Identifier: MIT
#pragma once

#include "archive/run_summary.h"
#include "ui/session/session.h"

#include <QList>
#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QListWidget;

namespace stampede {

class DoorButton;

/// Where the program begins: what it does, three ways in, and what was worked on lately.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(Session &session, QWidget *parent = nullptr);
    /// The scenario files that were open lately, the latest first.
    void setRecentFiles(const QStringList &files);
    void retheme();
    /// Puts the focus on the door of one's own service.
    void takeFocus();

Q_SIGNALS:
    void demoRequested();
    void serviceRequested();
    void importRequested();
    void presetRequested(const QString &id);
    void fileRequested(const QString &path);
    void runRequested(const QString &id);
    /// Something was pasted that may be a copied request.
    void pasted(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLists();
    QListWidget *makeList(const QString &name, const QString &accessible);
    void refresh();
    void showRuns(const QList<RunSummary> &runs);

    Session &m_session;
    QLabel *m_sentence;
    QWidget *m_inner = nullptr; ///< not wider than one reads
    QBoxLayout *m_doors;
    DoorButton *m_demo;
    DoorButton *m_service;
    DoorButton *m_import;
    QLabel *m_key;
    QListWidget *m_scenarios;
    QListWidget *m_runs;
    QLabel *m_noRuns;
};

} // namespace stampede
