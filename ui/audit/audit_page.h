#pragma once

#include "ui/session.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTabWidget;
class QTableWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace stampede {

class EvidenceTab;
class Ledger;
class WhyTab;

/// The verdict check by check: grouped list on the left, one check with rows and SQL on the right.
class AuditPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(Session &session, QWidget *parent = nullptr);
    void retheme();
    /// Checks, Why, Evidence.
    void showTab(int index);

private:
    QWidget *makeContent();
    QWidget *makeChecks();
    QWidget *makeDetails();
    void showRecord();
    void fillList(const AuditReport &audit);
    QTreeWidgetItem *addGroup(const QString &name, const QString &icon, const QColor &color,
                              const QList<CheckResult> &checks, bool open);
    void showCheck(const QString &id);

    Session &m_session;
    QStackedLayout *m_stack;
    Ledger *m_ledger;
    QTabWidget *m_tabs;
    WhyTab *m_why;
    EvidenceTab *m_evidence;
    QTreeWidget *m_list;
    QLabel *m_title;
    QLabel *m_class;
    QLabel *m_explanation;
    QLabel *m_expected;
    QLabel *m_rowsTitle;
    QTableWidget *m_rows;
    QLabel *m_sql;
    QString m_shownSql;
};

} // namespace stampede
