// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>

namespace stampede {

/// Writes a file's content; false where the device or the content failed.
using OutputContent = std::function<bool(QIODevice &)>;

/// Writes one output. A file appears whole or not at all: it is written beside its place, synced,
/// and renamed, so that whatever was there before stays until then; of a link what it points at is
/// replaced. Pipes, devices and descriptors of this program (/dev/stdout, /dev/fd/N) are written
/// straight; a pipe that nobody reads is an error. The error is a sentence that names the path.
Result<void, QString> writeOutput(const QString &path, const OutputContent &content);
Result<void, QString> writeOutput(const QString &path, const QByteArray &content);

/// "PATH cannot be written: WHY."
QString cannotWrite(const QString &path, const QString &why);

/// Where writing to the path would end: links followed, also those that point at nothing, and the
/// folder by its one name. Empty where links go in a circle.
QString resolvedPath(const QString &path);

/// The number of the descriptor of this program that the path stands for (/dev/stdout, /dev/stderr,
/// /dev/fd/N, /proc/self/fd/N), else -1.
int descriptorOf(const QString &path);

/// Bytes that this account may still write where the path is, or will be once it is made; nothing
/// where the system does not say.
std::optional<std::int64_t> freeBytesAt(const QString &path);

} // namespace stampede
