// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace stampede {

/// Where a text stops being JSON.
struct JsonDiagnostic
{
    qsizetype offset = 0; ///< in bytes, 0…size
    QString expected;     ///< what should stand there, translated: "expected , or }"
};

/// Finds the first place where the text is no strict JSON object (RFC 8259), with a bounded depth,
/// finite numbers and no key twice in one object; nothing where it is one. It is stricter and more
/// exact about the place than QJsonDocument, which reads the values afterwards. Any thread.
std::optional<JsonDiagnostic> findJsonDiagnostic(const QByteArray &json);

/// "LINE:COLUMN" of a byte, both counted from 1, the column in characters. A byte order mark at the
/// start counts for nothing.
QString lineAndColumn(const QByteArray &text, qsizetype offset);

} // namespace stampede
