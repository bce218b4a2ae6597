// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

#include <QList>

namespace stampede {

/// Whether something is wrong while rows are there that were promised, or counted before the run,
/// and that a condition of the layout hides by now: they may have been cancelled during the run,
/// which nobody said.
bool mayBeWithdrawn(const AuditFacts &facts);

/// The same input with the assumption that pieces came back.
AuditInput asIfGivenBack(const AuditInput &input);

/// Takes back what `checks` call broken and what is not so, or may not be, under that assumption:
/// `assumed` are the same checks under it, with `facts` of it. Both tell it in this language.
void askForGivesBack(QList<CheckResult> &checks, const QList<CheckResult> &assumed,
                     const AuditFacts &facts);

/// " 10 rows … are there that issued.where does not count …"; empty where none is.
QString hiddenRowsRemark(const AuditFacts &facts);

/// " If coupons come back …", of tables of somebody else where nobody said so; else empty.
QString givesBackRemark(const AuditFacts &facts);

/// The same where answers or earlier rows say that there must have been more rows; else empty.
QString deletedRowsRemark(const AuditFacts &facts);

} // namespace stampede
