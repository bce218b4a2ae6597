// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QVariant>

#include <cstdint>

namespace stampede {

/// Sentences that several checks share.
/// `reason`: what the database said.
QString refusedQuerySentence(const QString &reason);
QString noCouponSentence();
QString noRowsSentence();
/// "2026-04-12 14:03:21.123 UTC"
QString momentText(std::int64_t epochUs);
/// A moment of the load for a table of rows, in seconds.
QVariant secondsCell(std::int64_t ns);
/// A whole number for a table of rows.
QVariant numberCell(std::int64_t value);
/// Any of the cells as people read it: a negative number with a true minus.
QString cellText(const QVariant &cell);
/// Any of the cells as programs read it: with a hyphen.
QString plainCellText(const QVariant &cell);
/// A text for people as programs read its figures: with hyphens where it has a true minus.
QString plainNumbers(QString text);

} // namespace stampede
