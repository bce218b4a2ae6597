// SPDX-License-Identifier: MIT
#pragma once

#include "ui/audit/database_auditor.h"
#include "ui/audit/database_fields.h"
#include "ui/session/session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

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
    void listRuns(const QList<RunSummary> &runs);
    /// Looks in the background where the chosen run found its rows.
    void lookUpRun();
    void showPlace(const RowsPlace &place);
    /// Says what is wrong, and lets nothing impossible be asked for.
    void judge();

    Session &m_session;
    DatabaseFields *m_place;
    QLineEdit *m_coupon;
    QComboBox *m_run;
    QLabel *m_fault;
    QPushButton *m_audit;
    Background<RowsPlace> m_looking;
};

} // namespace stampede
