#pragma once

#include "profile/catalogue.h"
#include "profile/profile_fit.h"
#include "run/database_host.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace stampede {

/// What to find out about the database of a service of somebody else.
struct TableQuestion
{
    std::optional<Profile> profile;         ///< nothing: one is guessed from the names
    bool hasLog = false;                    ///< the scenario says where the service's log is
    std::shared_ptr<const UserFile> file{}; ///< of the scenario's people; null where there is none
};

/// The first rows of a table, as people read them.
struct TablePreview
{
    QStringList columns; ///< those that the profile names first
    QList<QStringList> rows;
    QString error; ///< why there are none, or empty
};

/// What is there, and how far a profile fits it.
struct TableLook
{
    static constexpr int kRowsShown = 5;

    QString product;               ///< "MariaDB 10.11.19"
    QStringList rights;            ///< what the account may do beyond reading, in capitals
    QList<TableFacts> tables;      ///< by name
    QStringList holderTables;      ///< all, those first that look as if they held who has a coupon
    QStringList stockTables;       ///< all, those first that look as if they held how many are left
    Profile profile;               ///< the one asked about, or the one that was guessed
    QMap<QString, QString> faults; ///< setting of the profile ("issued.table") to what is wrong
    QList<PlannedCheck> plan;      ///< of a run over HTTP whose rows these are
    QStringList coupons;           ///< that there are, the first 100
    TablePreview issued;
    TablePreview stock;

    [[nodiscard]] const TableFacts *table(const QString &name) const;
    /// How many of the checks will run.
    [[nodiscard]] int running() const;
};

/// Connects, makes the connection one that only reads, and looks. Blocks.
Result<TableLook, RunFault> lookAtTables(DatabaseHost &host, const TableQuestion &question);

} // namespace stampede
