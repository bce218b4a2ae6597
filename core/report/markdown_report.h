// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

#include <QByteArray>

namespace stampede {

/// The report as Markdown (CommonMark with tables). Pictures become their descriptions. Texts of
/// the record are escaped, so that they show as they are.
QByteArray markdownReport(const Report &report);

} // namespace stampede
