// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace stampede {

/// Values as people type them, with commas between; a null text is NULL. One that holds a comma or
/// a quotation mark, begins or ends with a blank, is empty or is the word NULL stands in quotation
/// marks. valuesFrom() gives the same back.
QString textOfValues(const QStringList &values);
/// The values of such a text. What stands in quotation marks is taken as it is ("" is one quotation
/// mark there), and a comma at the end adds nothing.
QStringList valuesFrom(const QString &text);

} // namespace stampede
