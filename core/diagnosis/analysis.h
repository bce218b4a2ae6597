// SPDX-License-Identifier: MIT
#pragma once

#include "diagnosis/diagnosis.h"

#include <QCoreApplication>
#include <QSet>

#include <initializer_list>
#include <utility>

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
/// Whether pieces came back while the run went on, for all that is known: the service says so, or
/// fewer rows are left than people were told "issued", and no finding is behind that.
bool mayHaveComeBack(const DiagnosisFacts &facts);
using RowHolders = QSet<std::pair<std::int64_t, std::size_t>>; ///< person and place of the coupon
/// Who has rows at the end, where rows are known.
RowHolders rowHolders(const DiagnosisFacts &facts);
/// Who held what before the run.
RowHolders holdersBefore(const DiagnosisFacts &facts);
/// The people among them, whatever the coupon.
QSet<std::int64_t> peopleOf(const RowHolders &holders);
/// Whether anybody could see the rows.
bool seesRows(const DiagnosisFacts &facts);
/// Why the stock is not known.
QString stockUnknown(const DiagnosisFacts &facts);
/// Why the rows are not known.
QString rowsUnknown(const DiagnosisFacts &facts);
/// That no recognised answer said something, and how many were not recognised.
QString notRecognised(const DiagnosisFacts &facts);
/// Whether answers can mean that at all: of somebody else's service only where a rule says so.
bool hasRuleFor(const DiagnosisFacts &facts, std::initializer_list<Outcome> outcomes);
/// That no rule says so.
QString noRule();
/// Whether the sale was closed all the time by the hours that were read before the run, so that
/// nobody could get a coupon.
bool wasClosed(const DiagnosisFacts &facts);
/// Why every request of this scenario is sent in the name of one person, a sentence; empty where
/// requests name several, or where it has only one.
QString oneCaller(const DiagnosisFacts &facts, const CrowdFigures &crowd);

/// The failed check of that id, or nullptr.
const CheckResult *failedCheck(const DiagnosisFacts &facts, const char *id);
/// The check of that id where it came to no end, or nullptr.
const CheckResult *untoldCheck(const DiagnosisFacts &facts, const char *id);

/// What is behind a stock that is wrong, as far as rows and answers tell.
enum class StockCause
{
    NotKnown,        ///< nobody can see the stock
    None,            ///< it adds up and never fell below zero
    Surplus,         ///< more went than was written
    WroteOver,       ///< decrements were lost, and the service is known to be able to lose them
    NobodyMet,       ///< decrements are missing, and no two requests can have met
    NothingTaken,    ///< no coupon at all was taken off
    OverOrUnlooked,  ///< lost, or never taken: a guarded subtraction took nothing, or there is none
    OverOrUntaken,   ///< lost, or not every coupon is taken off; some are left
    BelowUnmet,      ///< it fell below zero, and no two requests can have met
    StaleOrUnlooked, ///< it fell below zero; nobody was refused for it
    StaleOrLax,      ///< it fell below zero though people were told that none is left
};
/// Of the coupon that it is worst with.
StockCause stockCause(const DiagnosisFacts &facts, const CrowdFigures &crowd);
/// "either … or …" of two causes that this run cannot tell apart; empty of every other.
QString eitherCause(StockCause cause);

CrowdFigures crowdFigures(const DiagnosisFacts &facts);

/// A hypothesis with its statement and advice filled in.
Hypothesis newHypothesis(const char *id);
void explains(Hypothesis &hypothesis, const QString &evidence);
void ruledOut(Hypothesis &hypothesis, const QString &evidence);
void undecided(Hypothesis &hypothesis, const QString &evidence);

/// About who asked, for what, and when.
QList<Hypothesis> analyseCrowd(const DiagnosisFacts &facts, const CrowdFigures &crowd);
/// About what the service did.
QList<Hypothesis> analyseService(const DiagnosisFacts &facts, const CrowdFigures &crowd);
/// About the measurement itself.
QList<Hypothesis> analyseMeasurement(const DiagnosisFacts &facts, const CrowdFigures &crowd);

} // namespace stampede
