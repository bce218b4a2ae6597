// SPDX-License-Identifier: MIT
#pragma once

#include "record/check_result.h"

#include <QString>
#include <QVariant>

namespace stampede {

/// "Damage" …
QString className(CheckClass cls);
/// "Held", "Broken", "Warning", "Cannot tell", "Not applicable".
QString verdictWord(const CheckResult &check);
/// A cell of that column for people: answers by their names.
QString cellWords(const QString &key, const QVariant &cell);

/// What a check asks, and how far its answer carries.
struct CheckMeaning
{
    QString question; ///< empty for a check that somebody brought along
    QString proves;   ///< and what not
};
CheckMeaning meaningOf(const CheckResult &check);

/// The rows of a check as lines of comma-separated values with a heading. Text that a spreadsheet
/// would take for a formula gets an apostrophe before it.
QString rowsAsCsv(const CheckResult &check);
/// The same with tabs between the columns and their names for people, for pasting.
QString rowsAsText(const CheckResult &check);

} // namespace stampede
