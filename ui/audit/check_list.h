// SPDX-License-Identifier: MIT
#pragma once

#include "record/audit_report.h"

#include <QTreeWidget>

namespace stampede {

/// The checks in groups by what became of them, the worst first.
class CheckList final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);
    /// Keeps the check that was chosen where it is the same audit's, else chooses the first.
    void show(const AuditReport &audit, bool anew);
    /// As long as there is no audit. Not clear(), after which the findings would be gone but known.
    void showNothing();
    /// The next or previous of those that did not hold.
    void stepFinding(int by);
    [[nodiscard]] QString currentId() const;

Q_SIGNALS:
    void chosen(const QString &checkId);

private:
    void addGroup(const QString &name, const QString &icon, const QColor &color,
                  const QList<CheckResult> &checks, bool open);

    QList<QTreeWidgetItem *> m_checks;   ///< in the order of the list
    QList<QTreeWidgetItem *> m_findings; ///< those of them that did not hold
};

} // namespace stampede
