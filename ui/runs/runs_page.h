// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QAction;
class QPushButton;
class QStackedLayout;
class QTableView;
class QTabWidget;
class QVBoxLayout;

namespace stampede {

class CompareTab;
class FilterRow;
class MessageBar;
class NotesTab;
class OverlaidTab;
class RunsFilter;
class RunsModel;
class UnfinishedBar;

/// Every run that was kept, and what sets them apart.
class RunsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPage(Session &session, QWidget *parent = nullptr);
    ~RunsPage() override;
    void retheme();

public Q_SLOTS:
    /// Makes the chosen run the baseline, or takes that away from it; without a chosen one, the run
    /// that every page shows.
    void setBaseline();
    /// Takes back the latest change of the archive, or brings it again.
    void undo();
    void redo();

Q_SIGNALS:
    /// A report over these runs, which come with their histories.
    void reportRequested(const QList<std::shared_ptr<const stampede::RunRecord>> &runs);

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeTable();
    QWidget *makeTabs();
    QWidget *makeActions();
    /// Beside the names of the tabs, or above them where both are too wide.
    void placeActions();
    void connectTable();
    void connectArchive(ArchiveWorker &archive);
    void showList(const QList<RunSummary> &runs, const ArchiveSize &size);
    /// The ids of the chosen runs, in the order of the table.
    [[nodiscard]] QStringList chosen() const;
    void choose(const QStringList &ids);
    /// Where a person is in the list, and back to it when its rows are others.
    struct Place
    {
        QStringList chosen;
        QString current;
        int currentRow = -1;
        QString top; ///< the run in the uppermost row, empty where that is the first
    };
    [[nodiscard]] Place place() const;
    void goTo(const Place &place);
    [[nodiscard]] int rowOf(const QString &id) const;
    void takeChosen();
    /// Asks for what is to be compared, or says what to choose.
    void compareChosen();
    /// The name of a tab, with the number of runs it is about; none for 0.
    void nameTab(QWidget *tab, const QString &name, qsizetype runs);
    void reportCompared();
    void showStrategies(const QList<std::shared_ptr<const RunRecord>> &records);
    void showCompared(const QList<std::shared_ptr<const RunRecord>> &records);
    void openChosen();
    void removeChosen();
    /// What is typed in a field is a change as well; then the list has the focus.
    void leaveFields();
    void tellRemoved();
    void toggleBaseline(const QString &id);

    Session &m_session;
    RunsModel *m_model;
    RunsFilter *m_filter;
    UnfinishedBar *m_unfinished;
    QStackedLayout *m_stack;
    FilterRow *m_filters;
    MessageBar *m_removed;
    MessageBar *m_notice;
    QTableView *m_table;
    QTabWidget *m_tabs;
    QWidget *m_actions = nullptr;
    QVBoxLayout *m_aboveTabs = nullptr;
    CompareTab *m_compare;
    OverlaidTab *m_overlaid;
    CompareTab *m_strategies;
    NotesTab *m_notes;
    QPushButton *m_open;
    QPushButton *m_baseline;
    QPushButton *m_delete;
    QPushButton *m_report;
    QAction *m_openAction = nullptr;
    QAction *m_baselineAction = nullptr;
    QAction *m_nameAction = nullptr;
    QAction *m_deleteAction = nullptr;
    QStringList m_comparing; ///< ids that are shown or on their way
    QStringList m_restored;  ///< not yet on the list again
    QString m_noticeFolder;
};

} // namespace stampede
