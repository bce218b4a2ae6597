#pragma once

#include "diagnosis/diagnosis.h"

#include <QCoreApplication>
#include <QHash>

namespace stampede {

/// The texts of the diagnosis.
struct DiagnosisText
{
    Q_DECLARE_TR_FUNCTIONS(DiagnosisText)
};

CrowdFigures crowdFigures(const DiagnosisFacts &facts);

/// A hypothesis with its statement and advice filled in.
Hypothesis newHypothesis(const char *id);
void explains(Hypothesis &hypothesis, const QString &evidence);
void ruledOut(Hypothesis &hypothesis, const QString &evidence);
void undecided(Hypothesis &hypothesis, const QString &evidence);

/// About who asked, for what, and when.
QList<Hypothesis> weighCrowd(const DiagnosisFacts &facts, const CrowdFigures &crowd);
/// About what the service did.
QList<Hypothesis> weighService(const DiagnosisFacts &facts, const CrowdFigures &crowd);
/// About the measurement itself.
QList<Hypothesis> weighMeasurement(const DiagnosisFacts &facts, const CrowdFigures &crowd);

} // namespace stampede
