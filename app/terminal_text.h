// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace stampede {

/// The text as a terminal may get it: what a server, a target or a file put into it cannot move the
/// cursor, change colours or turn the direction of the lines that follow. Bold and its end are let
/// through.
QString terminalText(const QString &text);

/// The same for a document of JSON, which means the same afterwards: such letters are written as
/// \uXXXX.
QByteArray terminalJson(const QByteArray &json);

} // namespace stampede
