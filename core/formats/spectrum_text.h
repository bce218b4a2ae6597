// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"

#include <QByteArray>

#include <span>

namespace stampede {

/// The service times of everything that was answered as HdrHistogram's text of percentiles
/// (Value in ms, Percentile, TotalCount, 1/(1-Percentile)), as its plotters read it.
QByteArray spectrumText(std::span<const Operation> history);

} // namespace stampede
