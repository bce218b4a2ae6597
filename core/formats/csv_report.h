// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QString>

#include <functional>
#include <string_view>

namespace stampede {

/// Every operation as a line of CSV: the columns of a JMeter JTL by their names first, so that its
/// readers take the file, then ours. docs/reports.md says what each holds. `sink` gets the text in
/// blocks of about 64 KiB; when it returns false the writing ends and false is returned.
bool writeCsv(const RunRecord &record, const std::function<bool(std::string_view)> &sink);

/// A cell as it stands between commas: quoted where it has to be, and with a ' before it where a
/// spreadsheet would take it for a formula.
QString csvCell(const QString &text);

} // namespace stampede
