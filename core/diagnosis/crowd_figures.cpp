// SPDX-License-Identifier: MIT
#include "diagnosis/analysis.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace stampede {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

std::int64_t endOf(const Operation &operation)
{
    return operation.returnedNs == Operation::kNoAnswer ? kNever : operation.returnedNs;
}

bool mayHaveWritten(const Operation &operation)
{
    return operation.outcome == Outcome::Issued || operation.outcome == Outcome::Unknown ||
           operation.outcome == Outcome::ServerError;
}

bool saidIssued(const Operation &operation)
{
    return operation.outcome == Outcome::Issued;
}

/// How many of those requests were under way at the same moment, at most. One that ends when
/// another begins is over: it may well be the next of the same virtual user.
std::int64_t mostAtOnce(std::span<const Operation> history, bool (*counts)(const Operation &))
{
    std::vector<std::int64_t> begins;
    std::vector<std::int64_t> ends;
    for (const Operation &operation : history) {
        if (counts(operation)) {
            begins.push_back(operation.invokedNs);
            ends.push_back(endOf(operation));
        }
    }
    std::sort(begins.begin(), begins.end());
    std::sort(ends.begin(), ends.end());
    std::size_t ended = 0;
    std::size_t most = 0;
    for (std::size_t begun = 0; begun < begins.size(); ++begun) {
        while (ended < begun && ends[ended] <= begins[begun]) {
            ++ended;
        }
        most = std::max(most, begun + 1 - ended);
    }
    return static_cast<std::int64_t>(most);
}

/// Who asks for what, where a run asks for several coupons: people who got one of them may well ask
/// for another.
std::vector<std::size_t> couponOfOperations(const DiagnosisFacts &facts)
{
    std::vector<std::size_t> coupons(facts.history.size(), 0);
    if (facts.audit != nullptr) {
        for (std::size_t i = 0; i < facts.audit->coupons.size(); ++i) {
            for (const std::int64_t place : facts.audit->coupons[i].operations) {
                coupons[static_cast<std::size_t>(place)] = i;
            }
        }
    }
    return coupons;
}

/// The requests of each of several coupons; one empty part where there is one coupon only.
std::vector<std::vector<Operation>> partsOf(const DiagnosisFacts &facts)
{
    std::vector<std::vector<Operation>> parts(1);
    if (facts.audit != nullptr && facts.audit->hasSeveralCoupons()) {
        parts.clear();
        for (const CouponAudit &coupon : facts.audit->coupons) {
            if (coupon.operations.empty()) {
                continue;
            }
            std::vector<Operation> &part = parts.emplace_back();
            for (const std::int64_t place : coupon.operations) {
                part.push_back(facts.history[static_cast<std::size_t>(place)]);
            }
        }
    }
    return parts;
}

using Asked = std::pair<std::int64_t, std::size_t>; ///< person and coupon

void countTries(const DiagnosisFacts &facts, CrowdFigures &crowd)
{
    const std::vector<std::size_t> coupons = couponOfOperations(facts);
    const bool knowsRows = seesRows(facts);
    const RowHolders hasRow = rowHolders(facts);
    QHash<Asked, const Operation *> winners; // the first request that got it
    for (std::size_t i = 0; i < facts.history.size(); ++i) {
        const Operation &operation = facts.history[i];
        const Asked asked{operation.user, coupons[i]};
        const bool got = !knowsRows || hasRow.contains(asked); // else it was only told so
        if (operation.outcome == Outcome::Issued && got && !winners.contains(asked)) {
            winners.insert(asked, &operation);
        }
    }
    const RowHolders holders = holdersBefore(facts);
    for (std::size_t i = 0; i < facts.history.size(); ++i) {
        const Operation &operation = facts.history[i];
        if (holders.contains(Asked{operation.user, coupons[i]})) {
            ++crowd.furtherTries; // whoever asks and holds one asks for a second one
            continue;
        }
        const auto winner = winners.constFind(Asked{operation.user, coupons[i]});
        if (winner == winners.constEnd() || *winner == &operation) {
            continue;
        }
        ++crowd.furtherTries;
        const bool together =
            operation.invokedNs <= endOf(**winner) && (*winner)->invokedNs <= endOf(operation);
        crowd.overlappingTries += together ? 1 : 0;
    }
}

/// Requests of people who have one, or may have one, without having been told so in this run.
void countHolders(const DiagnosisFacts &facts, CrowdFigures &crowd)
{
    const QSet<std::int64_t> held = peopleOf(holdersBefore(facts));
    QSet<std::int64_t> untold;
    for (const Operation &operation : facts.history) {
        crowd.triesOfHolders += held.contains(operation.user) ? 1 : 0;
        crowd.furtherMaybe += untold.contains(operation.user) ? 1 : 0;
        if (mayHaveWritten(operation) && !saidIssued(operation)) {
            untold.insert(operation.user);
        }
    }
}

/// Whether every "issued" stands for a row of this run and every row for one, so that their times
/// are those of the coupons.
bool answersAreRows(const DiagnosisFacts &facts)
{
    if (!seesRows(facts) || mayHaveComeBack(facts)) {
        return false;
    }
    const StateFigures &state = facts.audit->state;
    return !facts.audit->rules.countsPieces && state.lostWrites == 0 && state.unannounced == 0 &&
           static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued)) == state.newRows;
}

void findSoldOut(const DiagnosisFacts &facts, CrowdFigures &crowd)
{
    std::vector<std::int64_t> issuedAt;
    for (const Operation &operation : facts.history) {
        if (operation.outcome == Outcome::Issued) {
            issuedAt.push_back(endOf(operation));
        }
    }
    if (facts.prediction.service.severalCoupons) {
        return; // each goes at a moment of its own
    }
    const auto known = stockAtStart(facts);
    if (!known) {
        return;
    }
    const std::int64_t stock = *known;
    if (stock <= 0) {
        crowd.soldOutNs = 0;
    } else if (answersAreRows(facts) && static_cast<std::int64_t>(issuedAt.size()) >= stock) {
        const auto last = issuedAt.begin() + (stock - 1);
        std::nth_element(issuedAt.begin(), last, issuedAt.end());
        crowd.soldOutNs = *last;
    }
    if (crowd.soldOutNs) {
        crowd.askedAfterwards = std::count_if(
            facts.history.begin(), facts.history.end(),
            [&crowd](const Operation &each) { return each.invokedNs > *crowd.soldOutNs; });
    }
}

} // namespace

CrowdFigures crowdFigures(const DiagnosisFacts &facts)
{
    CrowdFigures crowd;
    crowd.requests = static_cast<std::int64_t>(facts.history.size());
    QHash<std::int64_t, bool> missing; // of everybody who asked
    for (const Operation &operation : facts.history) {
        bool &notFound = missing[operation.user];
        notFound = notFound || operation.outcome == Outcome::NotFound;
    }
    crowd.people = missing.size();
    for (auto it = missing.constBegin(); it != missing.constEnd(); ++it) {
        if (it.value()) {
            crowd.firstMissing =
                crowd.missingPeople == 0 ? it.key() : std::min(crowd.firstMissing, it.key());
            ++crowd.missingPeople;
        }
    }
    for (const std::vector<Operation> &part : partsOf(facts)) {
        const std::span<const Operation> asked =
            part.empty() ? facts.history : std::span<const Operation>(part);
        crowd.mostWritersAtOnce = std::max(crowd.mostWritersAtOnce, mostAtOnce(asked, saidIssued));
        crowd.mostMaybeWriting =
            std::max(crowd.mostMaybeWriting, mostAtOnce(asked, mayHaveWritten));
    }
    countHolders(facts, crowd);
    countTries(facts, crowd);
    findSoldOut(facts, crowd);
    return crowd;
}

} // namespace stampede
