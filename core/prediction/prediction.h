// SPDX-License-Identifier: MIT
#pragma once
// prediction: what must come out of a scenario before anything runs, as bounds and sentences, and
// which of its figures contradict one another. See docs/prediction.md.

#include "scenario/scenario.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>

namespace stampede {

/// Bounds of a figure, both included. No `max` means that nothing bounds it.
struct Range
{
    std::int64_t min = 0;
    std::optional<std::int64_t> max;
    [[nodiscard]] bool contains(std::int64_t value) const
    {
        return value >= min && (!max || value <= *max);
    }
    [[nodiscard]] bool exact() const { return max && *max == min; }
    friend bool operator==(const Range &, const Range &) = default;
};

/// "100", "10 to 100" or "0 or more".
QString rangeText(const Range &range);

/// A remark of the prediction: a stable code and its sentence.
struct PredictionNote
{
    QString code;
    QString text;
    friend bool operator==(const PredictionNote &, const PredictionNote &) = default;
};

/// Damage that the scenario makes possible.
struct PossibleDamage
{
    bool oversell = false;
    bool drift = false;
    bool duplicates = false;
    [[nodiscard]] bool any() const { return oversell || drift || duplicates; }
    friend bool operator==(const PossibleDamage &, const PossibleDamage &) = default;
};

/// When a coupon may be issued: epoch ms, the end excluded.
struct SaleWindow
{
    std::int64_t startsAtMs = 0;
    std::int64_t endsAtMs = 0;
    bool isWallClock = false; ///< by a clock whose zone nobody knows, here taken for UTC
    friend bool operator==(const SaleWindow &, const SaleWindow &) = default;
};

/// What a service promises beside its stock, as far as somebody knows it before the run. The
/// default is the service of this program: one coupon a person, nobody had one before, coupon.stock
/// is the stock.
struct PredictedService
{
    enum class Stock
    {
        Known,    ///< coupon.stock
        Unknown,  ///< nobody said, or it is read only when the run starts
        Unlimited ///< there is no limit
    };
    Stock stock = Stock::Known;
    PersonLimit perPerson;
    bool knowsLimit = true; ///< whether `perPerson` says anything
    /// Whether a coupon takes as many pieces of the stock as target.quantity says, one where it
    /// says nothing. Else nobody knows how many.
    bool knowsPieces = true;
    bool givesBack = false;         ///< pieces come back while the run goes on
    bool givesBackSaid = true;      ///< whether somebody said that they do, or do not
    bool severalCoupons = false;    ///< requests ask for several coupons, each with its own stock
    bool knowsHolders = true;       ///< whether the rows before the run are known
    std::optional<SaleWindow> sale; ///< nothing: coupon.startsAt and endsAt of the scenario
    friend bool operator==(const PredictedService &, const PredictedService &) = default;
};

/// What the scenario alone says of the service. With a profile that is next to nothing: limit,
/// stock and holders stand in the profile and in tables that were not read.
PredictedService predictedServiceOf(const Scenario &scenario);

/// Whether what was said while the load still runs can prove anything: pieces of another size, or
/// that come back, a stock without a limit and several coupons leave nothing certain before the
/// end. Where nobody said whether they come back it proves something only if they do not.
[[nodiscard]] bool provesWhileRunning(const std::optional<AskedQuantity> &asked,
                                      const PredictedService &service);

/// What must come out of a run, known before it begins.
struct Prediction
{
    Range requests;
    std::int64_t distinctUsers =
        0; ///< people that will be drawn (at most, where requests are open)
    Range issued;
    Range remaining; ///< the stock column at the end
    Range alreadyIssued;
    Range outOfStock;
    Range outsideSale; ///< not started plus expired
    /// Refused by an answer that means "already issued" or "out of stock"; only where a rule of
    /// target.classify says so. Such an answer is counted in neither of the two.
    std::optional<Range> notIssued;
    PredictedService service; ///< what this was made with
    /// Coupons that were predicted each by itself and whose sums these are; 0 of one coupon, and
    /// where nobody tells several apart.
    std::int64_t sumOf = 0;
    std::int64_t rowsBefore = 0; ///< rows of the coupon before the run, as far as they were known
    PossibleDamage possible;
    QList<PredictionNote> notes;
};

/// How many must be left at the end: a range, or that nobody knows, or that there is no limit.
QString leftText(const Prediction &prediction);

/// Makes the figures of `all` the sums of those of `parts`: the predictions of each coupon by
/// itself for the requests that ask for it. The notes follow.
void sumUp(Prediction &all, const QList<Prediction> &parts, const Scenario &scenario,
           std::int64_t runStartEpochMs);

/// What is known before the run beside the scenario, and changes what must come out.
struct ServerFacts
{
    /// The server refuses changed rows and the session may not switch that off: errors 1020 come
    /// instead of oversold coupons.
    bool snapshotIsolationForced = false;
    /// Of the service over HTTP; nothing: predictedServiceOf() the scenario.
    std::optional<PredictedService> service{};
    /// The person of each row before the run that counts, in any order, as often as they have rows.
    std::span<const std::int64_t> holdersBefore{};
};

/// The bounds of the contract for every combination of layers. Sources: the rules in
/// docs/prediction.md. `runStartEpochMs` fixes relative sale times.
Prediction predict(const Scenario &scenario, std::int64_t runStartEpochMs,
                   const ServerFacts &facts = {});

/// The same for the requests that were really made: `users` holds the person of each, in order of
/// request; `undecided` of them ended without a definite answer (contention, server error, unknown,
/// interrupted, not sent), which widens the bounds.
Prediction predictAsked(const Scenario &scenario, std::int64_t runStartEpochMs,
                        std::span<const std::int64_t> users, std::int64_t undecided,
                        const ServerFacts &facts = {});

/// The notes of a prediction that was made, in the language of now.
QList<PredictionNote> notesOf(const Scenario &scenario, const Prediction &prediction,
                              std::int64_t runStartEpochMs, const ServerFacts &facts = {});

/// The notes `figures-contradict`, `limit-impossible` and `limit-certain` for the scenario's
/// thresholds.
QList<PredictionNote> judgeThresholdsBeforehand(const Scenario &scenario,
                                                const Prediction &prediction);

/// Whether anybody said when the sale of that service is open. Of somebody else's service only
/// its tables do; where they do not, "outside the sale" is predicted to be anything. Any thread.
[[nodiscard]] bool knowsSaleHours(const Scenario &scenario, const PredictedService &service);

} // namespace stampede
