// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

#include <QByteArray>

namespace stampede {

/// The report as one HTML file that needs no other: inline pictures, light and dark as the reader's
/// system has it, sheets of A4 when printed. Well-formed as XML too; every text of the record is
/// escaped.
QByteArray htmlReport(const Report &report);

} // namespace stampede
