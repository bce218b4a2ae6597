// SPDX-License-Identifier: MIT
#pragma once
// profile: somebody else's tables: what a profile file says of them, and whether a database has
// them.

#include "audit/audit_facts.h"
#include "base/precedence.h"
#include "profile/row_condition.h"
#include "scenario/person_limit.h"

#include <QList>
#include <QString>

namespace stampede {

/// A profile file, schema stampede.profile/1. What is empty is not there.
struct Profile
{
    /// The rows of coupons that somebody holds.
    struct Issued
    {
        QString table;
        QString id;
        QString user;
        QString userFormat = QStringLiteral("{userId}");
        QString coupon;
        QString issuedAt;
        QString requestId;
        QList<RowCondition> where; ///< rows that count; all of them hold
        QString quantity;          ///< the pieces that a row stands for
        IdForm userAs = IdForm::ByColumn;
        IdForm couponAs = IdForm::ByColumn;
        QString couponFormat; ///< how the coupon of a request appears, with columns of the people
    };
    /// The rows of coupons that there are to hand out.
    struct Stock
    {
        QString table;
        QString id;
        QString remaining;
        QString total;
        QString issued;
        QString startsAt;
        QString endsAt;
        QList<RowCondition> where;
        QStringList unlimited; ///< figures that mean "no limit"; a null text stands for NULL
        IdForm couponAs = IdForm::ByColumn;
    };

    QString file; ///< as the user gave it, as fault lines show it
    QString name;
    QString coupon; ///< the one to look at; empty where the database holds one only
    Precedence precedence = Precedence::Any;
    PersonLimit perPerson;
    /// Whether pieces come back while the run goes on; nothing where nobody said.
    std::optional<bool> givesBack;
    Issued issued;
    Stock stock;
    QList<OwnCheck> checks;
};

} // namespace stampede
