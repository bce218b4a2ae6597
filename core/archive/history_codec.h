// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "measure/operation.h"

#include <QByteArray>
#include <QList>

#include <span>
#include <vector>

namespace stampede {

/// Operations that are packed together: enough to compress well, few enough to hold in memory.
inline constexpr std::size_t kHistoryBlock = 65'536;

/// The operations in blocks of kHistoryBlock, column by column, compressed. Any thread.
QList<QByteArray> encodeHistory(std::span<const Operation> history);

/// Appends the operations of a block. False, with nothing appended, where it is not what
/// encodeHistory() made. Any thread.
bool decodeHistory(const QByteArray &block, std::vector<Operation> &history);

} // namespace stampede
