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

/// What several hypotheses ask of the history, counted once.
struct CrowdFigures
{
    std::int64_t requests = 0;
    std::int64_t people = 0;       ///< who asked
    std::int64_t furtherTries = 0; ///< requests of people who got one, beside the one that got it
    std::int64_t overlappingTries = 0;  ///< those of them under way together with it
    std::int64_t mostWritersAtOnce = 0; ///< requests told "issued" that were under way together
    /// When the last of the stock's coupons had been answered, ns; nothing where it did not go.
    std::optional<std::int64_t> soldOutNs;
    std::int64_t askedAfterwards = 0; ///< requests that began later than that
    std::int64_t missingPeople = 0;   ///< told "not found"
    std::int64_t firstMissing = 0;    ///< the smallest id of them
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
