// SPDX-License-Identifier: MIT
#pragma once

#include "bench_database.h"

#include "scenario/scenario.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace stampede::bench {

/// A strategy with its options.
struct Contender
{
    QString name;
    ServiceSettings service;
};

/// The reference first, then the others, or those of them that are wanted. With `refusing` also
/// each with the sold-out latch, "NAME+latch".
std::vector<Contender> contenders(const QStringList &wanted, bool refusing);

struct StrategyTurn
{
    double perSecond = 0;
    double p95Ms = 0;
    double cpuUs = 0;       ///< of this process, a request
    double serverCpuUs = 0; ///< of the server's, a request
};

/// Sends our crowd at every strategy on one server, each time at fresh tables.
class StrategyContest
{
public:
    StrategyContest(const QString &folder, bool binlog, double seconds);

    /// Finds out how many requests each contender answers in a turn of the asked length.
    void warmUp(const std::vector<Contender> &contenders, int vus, bool issuing);
    StrategyTurn turn(std::size_t index, const Contender &contender, int vus, bool issuing);
    /// Rows a second by inserts of 100 rows, each committed, over one connection.
    double ceiling();

private:
    StrategyTurn send(const Contender &contender, int vus, int requests, bool issuing);

    double m_seconds;
    BenchDatabase m_database;
    std::vector<int> m_requests; ///< one a contender
};

} // namespace stampede::bench
