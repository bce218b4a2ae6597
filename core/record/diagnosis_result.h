// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// What the figures say of a hypothesis.
enum class HypothesisVerdict
{
    Explains, ///< it is so, and it explains what the run looks like
    RuledOut,
    Undecided
};

/// One possible reason for what the run looks like.
struct Hypothesis
{
    QString id;
    QString statement; ///< "Requests wrote over each other"
    HypothesisVerdict verdict = HypothesisVerdict::Undecided;
    QString evidence; ///< in figures of this run
    QString advice;   ///< what to do where it explains the run
};

/// What several hypotheses ask of the history, counted once.
struct CrowdFigures
{
    std::int64_t requests = 0;
    std::int64_t people = 0; ///< who asked
    /// Requests of people who got one, beside the one that got it. Where rows are known, only of
    /// people who have one.
    std::int64_t furtherTries = 0;
    std::int64_t overlappingTries = 0;  ///< those of them under way together with it
    std::int64_t mostWritersAtOnce = 0; ///< requests told "issued" that were under way together
    /// The same with those that may have written and did not say so: no answer, server error.
    std::int64_t mostMaybeWriting = 0;
    std::int64_t triesOfHolders = 0; ///< requests of people who had one before the run
    /// Requests of people who may hold one, as nobody told them what became of an earlier request.
    std::int64_t furtherMaybe = 0;
    /// When the last of the stock's coupons had been answered, ns; nothing where it did not go, or
    /// where the answers do not tell it, as they are not one for each new row.
    std::optional<std::int64_t> soldOutNs;
    std::int64_t askedAfterwards = 0; ///< requests that began later than that
    std::int64_t missingPeople = 0;   ///< told "not found"
    std::int64_t firstMissing = 0;    ///< the smallest id of them
};

/// Why the run looks the way it does.
struct Diagnosis
{
    QString headline; ///< one sentence
    /// Those that explain it, with damage its causes first; those that cannot be told; those ruled
    /// out. Each group in the order of the interface.
    QList<Hypothesis> hypotheses;
    CrowdFigures crowd;

    [[nodiscard]] QList<Hypothesis> with(HypothesisVerdict verdict) const;
    [[nodiscard]] const Hypothesis *find(const QString &id) const;
};

/// The word of the result file: "true", "false" or "undecided".
QString hypothesisVerdictKey(HypothesisVerdict verdict);

} // namespace stampede
