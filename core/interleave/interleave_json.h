// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/interleave_job.h"

#include <QByteArray>

namespace stampede {

/// One subject with all its orders (stampede.interleavings/1, docs/interleavings.schema.json).
QByteArray interleavingsToJson(const InterleaveResult &result);
/// A matrix: a list of cells without their orders, in the same schema.
QByteArray interleavingsToJson(const QList<InterleaveResult> &cells);

} // namespace stampede
