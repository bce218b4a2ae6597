// SPDX-License-Identifier: MIT
#pragma once

#include "profile/catalogue.h"
#include "profile/profile.h"

#include <QStringList>

#include <optional>

namespace stampede {

/// What a column looks like whose name sounds as if it said which rows count, or for how much;
/// nothing where it does not.
std::optional<DoubtfulColumn::Kind> doubtfulKind(const ColumnFacts &column);

/// The tables of the database, those first that look as if they held who has a coupon.
QStringList likelyHolderTables(const Catalogue &catalogue);
/// The same for how many are left.
QStringList likelyStockTables(const Catalogue &catalogue);

/// What the names and types of that table suggest; what nothing suggests stays empty. Only a
/// proposal: a person has to look at it.
Profile::Issued guessIssued(const TableFacts &table);
/// The same for the stock of what those rows give out.
Profile::Stock guessStock(const TableFacts &table, const ColumnFacts *issuedCoupon);
/// Both, of the likeliest tables; empty where none looks like it.
Profile guessProfile(const Catalogue &catalogue);

} // namespace stampede
