// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "audit/snapshot.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace stampede {

/// What a file of schema stampede.before/1 holds of one coupon: its rows and stock as they were,
/// people as their table calls them.
struct StartFile
{
    struct Row
    {
        std::int64_t key = 0;
        QString person; ///< null for a row of nobody
        std::int64_t pieces = 1;
        std::uint64_t group = 0;
    };
    QDateTime takenAt; ///< UTC, by the clock of this machine
    QString coupon;    ///< as the tables have it; empty where they hold one only
    std::optional<std::int64_t> remaining;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> issuedCounter;
    bool unlimited = false;
    bool byId = false; ///< rows have ids
    std::vector<Row> rows;
    std::vector<Row> hiddenRows; ///< that a condition of the profile hides
    OwnRows ownRows;

    /// What a run began with, as far as it says.
    [[nodiscard]] std::optional<std::int64_t> stock() const;
};

/// One coupon's part of such a file: what stands in the tables now. `own`: what the checks of the
/// profile find there.
QByteArray startPartOf(const Snapshot &snapshot, const QString &couponName, const OwnRows &own);
/// The file of its parts, of which there is at least one.
QByteArray startFileOf(const QByteArrayList &parts);

/// Reads such a file: a value a coupon, at least one. The error is a line "FILE: what is wrong".
Result<std::vector<StartFile>, QString> readStartFile(const QString &path);

/// The same of its content. The error is what is wrong.
Result<std::vector<StartFile>, QString> startFilesIn(const QByteArray &content);

/// The same with people as the snapshot knows them, which was taken after it.
StartOfRows startOf(const StartFile &file, PersonNames &people);

} // namespace stampede
