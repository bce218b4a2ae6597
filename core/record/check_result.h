// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <cstdint>

namespace stampede {

/// What a failed check means for the run.
enum class CheckClass
{
    Damage,  ///< rows are wrong
    Answers, ///< someone was told something untrue
    Warning, ///< nothing is wrong now, but it could be, or something unexpected happened
    Ground,  ///< without it nothing may be concluded
};

enum class CheckVerdict
{
    Pass,
    Fail,
    Inconclusive, ///< cannot be told; the explanation says why
    Skipped,      ///< not applicable, or nothing to look at; the explanation says why
};

/// What kept a check from being made, where it was skipped.
enum class SkipReason
{
    None,
    NothingToLookAt, ///< the run gave it nothing to judge; weakens no verdict
    NotAvailable,    ///< the database or the scenario lacks what it needs
    NoRun,           ///< it judges a run, and the audit was given none
};

/// One promise of the audit and what became of it.
struct CheckResult
{
    static constexpr int kMaxRows = 100;

    QString id;
    CheckClass cls = CheckClass::Damage;
    QString title;
    CheckVerdict verdict = CheckVerdict::Skipped;
    SkipReason skipReason = SkipReason::None;
    QString expected;
    QString actual;
    std::int64_t rowCount = 0; ///< offending rows in all
    QStringList columns;       ///< of `rows`: user, row, answered_at_s …
    QList<QVariantList> rows;  ///< the first kMaxRows
    QString sql;         ///< what a person can run to see the same; empty where no SQL decides it
    QString explanation; ///< one sentence
    QString proof;       ///< of a broken check: a sentence with names and times, or empty
    std::int64_t beganNs = 0; ///< monotonicNs() when it was begun
    std::int64_t tookNs = 0;
};

/// What a check says in one language.
struct CheckWords
{
    QString id;
    QString expected;
    QString actual;
    QString explanation;
    QString proof;
};

QString checkClassKey(CheckClass cls);         ///< "damage" …
QString checkVerdictKey(CheckVerdict verdict); ///< "pass" …

/// The texts of the audit.
struct AuditText
{
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

/// The check's title as it is in every language, for files that machines compare; empty for a check
/// of a profile, whose title is its own.
QString titleForMachines(const QString &id);
/// A check of that id with its class and title filled in. Every id of the audit is known here.
CheckResult newCheck(const QString &id);

/// How many checks an audit makes.
int checkCount();
/// Their ids, in the order of the interface.
QStringList checkIds();

/// Marks a check as skipped because there was nothing to look at.
void skipNothing(CheckResult &check, const QString &why);
/// Marks a check as skipped because the database or scenario lacks something.
void skipNotAvailable(CheckResult &check, const QString &why);
/// Marks a check as one that cannot be told.
void cannotTell(CheckResult &check, const QString &why);
/// The same, whatever it found: only its SQL stays.
void untell(CheckResult &check, const QString &why);
/// Adds a row, keeping the first kMaxRows and counting all.
void addRow(CheckResult &check, const QVariantList &row);

} // namespace stampede
