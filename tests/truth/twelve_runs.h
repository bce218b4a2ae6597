// SPDX-License-Identifier: MIT
#pragma once
// Twelve runs of every kind, made for real, each with what is true of it: counted by the test from
// every operation and from the rows, with no part of the audit.

#include "record/run_record.h"

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace stampede::test {

/// What is true of a run. A figure that nobody can know is not in `figures`.
struct Truth
{
    QMap<QString, qint64> figures; ///< by name, e.g. "issued", "stock left"
    QMap<QString, QString> words;  ///< by name, e.g. "coupon", "exit code"
    QStringList unknowable;        ///< figures that no place may tell
    QSet<int> statuses;            ///< that came, over HTTP
    QSet<int> ruledStatuses;       ///< that a rule of the scenario names
    QStringList coupons;           ///< that were asked for
    bool killed = false;
    bool ownService = true;    ///< in this program
    bool allLayers = false;    ///< of its protections
    bool rowsRead = true;      ///< an audit could look at tables
    bool stockAtStart = true;  ///< was given or read
    bool stockMeasured = true; ///< while the run went on or after it
    bool stockWritten = true;  ///< of the coupon that is broken, at least once
    bool endedEarly = false;
};

struct TrueRun
{
    RunRecord record;
    Truth truth;
    std::shared_ptr<QTemporaryDir> files = {}; ///< s.json is its scenario
};

/// One kind of run: its name, and how it is made.
struct RunKind
{
    const char *name;
    TrueRun (*make)();
};

/// All of them.
const std::vector<RunKind> &runKinds();

} // namespace stampede::test
