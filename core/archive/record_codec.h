// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QByteArray>

#include <optional>

namespace stampede {

/// Everything in the record but its history, as compressed CBOR. Values of headers that are secrets
/// by their name are hidden first. A file that names the people of a run is kept by its name only.
/// Any thread.
QByteArray encodeRecord(const RunRecord &record);

/// The record back, without a history (null); nothing where the bytes are no record. Fields that
/// the version which wrote it did not know have their defaults. Any thread.
std::optional<RunRecord> decodeRecord(const QByteArray &bytes);

} // namespace stampede
