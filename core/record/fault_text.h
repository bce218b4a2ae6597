// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QString>

namespace stampede {

/// "server killed", for a chart.
QString faultName(const PlannedFault &fault);
/// "Server killed at 0.100 s, away for 50 ms."
QString plannedFaultSentence(const PlannedFault &fault);
/// "Server killed at 0.101 s: all worked again after 812 ms, 20 connections were lost."
QString faultSentence(const InjectedFault &fault);
/// "12 requests have no definite answer (no answer: 12); 7 of them took effect.", or that nobody
/// saw it; empty where every request has one.
QString doubtSentence(const RunRecord &record);

} // namespace stampede
