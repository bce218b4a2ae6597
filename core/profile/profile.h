#pragma once
// profile: somebody else's tables: what a profile file says of them, and whether a database has
// them.

#include "audit/audit_facts.h"
#include "base/precedence.h"

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
    };

    QString file; ///< as the user gave it, as fault lines show it
    QString name;
    QString coupon; ///< the one to look at; empty where the database holds one only
    Precedence precedence = Precedence::Any;
    Issued issued;
    Stock stock;
    QList<OwnCheck> checks;
};

} // namespace stampede
