// SPDX-License-Identifier: MIT
#pragma once

#include "record/audit_report.h"
#include "ui/look/theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace stampede {

/// "10 at start ≠ 100 written + 8 left" with a block for every piece under each, to one scale; bars
/// where there are more than 400. Words for which there is too little room are smaller than `font`.
/// With another ledger beside it both have the same letters, the same pieces and one scale. Needs
/// the stock that is left, of both.
void paintLedger(QPainter &painter, const QRectF &where, const StateFigures &state,
                 const QFont &font, const Theme &theme, const StateFigures *beside = nullptr);

} // namespace stampede
