// SPDX-License-Identifier: MIT
#pragma once
// The figures and sentences of a run that can be right or wrong, found wherever they are told.

#include "told_texts.h"
#include "twelve_runs.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace stampede::test {

/// A figure as one place tells it.
struct Said
{
    QString name; ///< e.g. "issued"
    QString value;
    qsizetype at = 0;  ///< where it begins in the text
    double number = 0; ///< in the unit of the name
    double slack = 0;  ///< half of what its last digit stands for
    Told from;
};

/// The figures that these texts name.
QList<Said> figuresIn(const QList<Told> &all);

/// Names and fingerprints of the run that places write differently or wrongly, a line each.
QStringList wrongWords(const QList<Told> &all, const Truth &truth);

/// Where they contradict each other or the truth, or tell what nobody can know: a line each.
QStringList contradictions(const QList<Said> &said, const Truth &truth);

/// Sentences whose truth the run contradicts, a line each.
QStringList untruths(const QList<Told> &all, const Truth &truth);

} // namespace stampede::test
