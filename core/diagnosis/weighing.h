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

/// Whether the service, its protections and its people are those of this program.
bool isOurs(const DiagnosisFacts &facts);
/// The stock before the run; nothing where nobody gave or read it.
std::optional<std::int64_t> stockAtStart(const DiagnosisFacts &facts);
/// What is left at the end, and what went beyond what was written, of the column or of total less
/// counter; nothing where neither tells it.
std::optional<std::int64_t> stockAtEnd(const DiagnosisFacts &facts);
std::optional<std::int64_t> stockDrift(const DiagnosisFacts &facts);
/// Whether a person may hold one, and no more, for all that is known.
bool isOneEach(const DiagnosisFacts &facts);
/// Whether anybody could see the rows.
bool seesRows(const DiagnosisFacts &facts);
/// Why the stock is not known.
QString stockUnknown(const DiagnosisFacts &facts);
/// Why the rows are not known.
QString rowsUnknown(const DiagnosisFacts &facts);
/// Why every request of this scenario is sent in the name of one person, a sentence; empty where
/// requests name several, or where it has only one.
QString oneCaller(const DiagnosisFacts &facts, const CrowdFigures &crowd);

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
