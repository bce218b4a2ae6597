// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QList>
#include <QStringList>

namespace stampede {

/// What sets strategies apart, a line a run, the head in front: strategy, verdict, issued and
/// answers a second, how long a coupon kept the row from the others (mean per coupon, as clients
/// saw it, in all and up to the write and from there to the commit), deadlocks, further tries, who
/// was overtaken, client CPU. Runs against a service over HTTP have no line, as how they lock is
/// not known. Empty without a run.
QList<QStringList> strategyRows(const QList<const RunRecord *> &runs);

/// Whether they used more than one strategy.
bool strategiesDiffer(const QList<const RunRecord *> &runs);

/// What the columns mean, in a few sentences.
QString strategyRowsMeaning();

} // namespace stampede
