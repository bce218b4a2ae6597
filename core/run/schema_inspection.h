// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_host.h"
#include "profile/catalogue.h"
#include "profile/profile_fit.h"

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
struct SchemaInspection
{
    static constexpr int kRowsShown = 5;

    QString product;               ///< "MariaDB 10.11.19"
    QStringList rights;            ///< what the account may do beyond reading, in capitals
    QList<TableFacts> tables;      ///< by name; those of other databases that the profile names too
    QStringList holderTables;      ///< all, those first that look as if they held who has a coupon
    QStringList stockTables;       ///< all, those first that look as if they held how many are left
    Profile profile;               ///< the one asked about, or the one that was guessed
    QMap<QString, QString> faults; ///< setting of the profile ("issued.table") to what is wrong
    QList<PlannedCheck> plan;      ///< of a run over HTTP whose rows these are
    QStringList coupons;           ///< that there are, the first 100
    QStringList peopleColumns;     ///< of the scenario's people file; empty where there is none
    /// Columns of the issued rows that look as if they said which rows count, and that the profile
    /// does not name.
    QList<DoubtfulColumn> doubtful;
    /// What stands in columns that are doubtful or that conditions name ("issued.status"): some
    /// values of the first 1,000 rows, a null text where there are more than are listed.
    QMap<QString, QStringList> values;
    TablePreview issued;
    TablePreview stock;

    /// The table of that name, "database.table" where it is in another one.
    [[nodiscard]] const TableFacts *table(const QString &name) const;
    /// How many of the checks will run.
    [[nodiscard]] int running() const;
};

/// Connects, makes the connection one that only reads, and looks. Blocks.
Result<SchemaInspection, RunError> inspectSchema(DatabaseHost &host, const TableQuestion &question);

} // namespace stampede
