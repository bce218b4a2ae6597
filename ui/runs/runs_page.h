#pragma once

#include "ui/session/session.h"

#include <QTimer>
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

Q_SIGNALS:
    /// A report over these runs, which come with their histories.
    void reportRequested(const QList<std::shared_ptr<const stampede::RunRecord>> &runs);

protected:
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
    void undo();
    void toggleBaseline(const QString &id);

    Session &m_session;
    RunsModel *m_model;
    RunsFilter *m_filter;
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
    QStringList m_comparing;  ///< ids that are shown or on their way
    QStringList m_removedIds; ///< that can still be restored
    QTimer m_undoTime;
    QString m_noticeFolder;
};

} // namespace stampede
