// SPDX-License-Identifier: MIT
#pragma once

#include "record/outcome_label.h"

#include <QLabel>
#include <QList>
#include <QPair>
#include <QString>

#include <cstdint>
#include <optional>

class QToolButton;

namespace stampede {

/// The heading of a card.
QLabel *headingLabel(const QString &words, QWidget *parent);

/// Words beside the matter, over as many lines as they need.
QLabel *mutedLabel(const QString &words, QWidget *parent);

/// Makes a window as high as its sentences are at its width, which a dialog does not ask for by
/// itself.
void fitHeight(QWidget &window);

/// A small button of a bar, at least as large as a target has to be; `name` is said of it.
QToolButton *toolButton(const QString &words, const QString &name, const char *objectName);

/// A font that is heavier, and larger by that factor.
QFont headingFont(const QFont &font, qreal factor = 1);

/// Names with their figures to the right, as rich text; so many pixels wide, or as narrow as they
/// are.
using FigureLines = QList<QPair<QString, QString>>;
QString figuresTable(const FigureLines &lines, int width = 0);

/// The figure, or words that nobody told it.
QString figureOrNotTold(const std::optional<std::int64_t> &figure);

struct RunRecord;
/// What the server counted over the run, and the retries of ours.
FigureLines serverFigures(const RunRecord &record);

} // namespace stampede
