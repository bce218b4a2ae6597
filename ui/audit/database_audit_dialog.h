#pragma once

#include "ui/audit/database_auditor.h"
#include "ui/session/session.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace stampede {

/// Asks which database is to be audited as it is, by which tables, and against the answers of which
/// run. The window's own database stays the one it is.
class DatabaseAuditDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit DatabaseAuditDialog(Session &session, QWidget *parent = nullptr);
    /// What was wanted, once accepted.
    [[nodiscard]] DatabaseAuditRequest request() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct RowsPlace
    {
        QString profile;
        QString database;
    };
    QWidget *makeTables();
    void listRuns(const QList<RunSummary> &runs);
    /// Looks in the background where the chosen run found its rows.
    void lookUpRun();
    void showPlace(const RowsPlace &place);
    void chooseProfile();
    /// Says what is wrong, and lets nothing impossible be asked for.
    void judge();
    /// What keeps the audit from being made, or empty.
    [[nodiscard]] QString fault() const;

    Session &m_session;
    QLineEdit *m_url;
    QRadioButton *m_ownTables;
    QRadioButton *m_byProfile;
    QLineEdit *m_profile;
    QPushButton *m_choose;
    QLineEdit *m_coupon;
    QComboBox *m_run;
    QCheckBox *m_allow;
    QLabel *m_fault;
    QPushButton *m_audit;
    Background<RowsPlace> m_looking;
};

} // namespace stampede
