// SPDX-License-Identifier: MIT
#include "hot_row/row_picture.h"

#include "base/check.h"
#include "hot_row/moments.h"
#include "hot_row/write_chain.h"
#include "measure/request_ends.h"

#include <algorithm>
#include <tuple>

namespace stampede {

namespace {

/// Whether the operation was broken off, maybe while it waited, rather than decided.
bool wasBrokenOff(Outcome outcome)
{
    return !isDefinite(outcome) && outcome != Outcome::NotSent;
}

/// Waiting and having, as far as one operation alone tells. Where no answer came it ends when it
/// was given up, `endedNs`.
RowUse useOf(const Operation &operation, bool rowLock, std::int64_t endedNs)
{
    RowUse use;
    use.valueRead = operation.stockRead;
    const std::int64_t readNs = momentNs(operation, operation.lockedUs);
    const std::int64_t wroteNs = momentNs(operation, operation.wroteUs);
    const std::int64_t committedNs = momentNs(operation, operation.committedUs);
    const std::int64_t answerNs =
        operation.returnedNs == Operation::kNoAnswer ? endedNs : operation.returnedNs;
    const std::int64_t beganNs = rowLock ? operation.invokedNs : readNs;
    use.holdFromNs = rowLock ? readNs : wroteNs;
    if (use.held()) {
        use.holdToNs =
            std::max(use.holdFromNs, committedNs == RowUse::kNever ? answerNs : committedNs);
    }
    if (beganNs != RowUse::kNever && (use.held() || wasBrokenOff(operation.outcome))) {
        use.waitFromNs = beganNs;
        use.waitToNs = std::max(beganNs, use.held() ? use.holdFromNs : answerNs);
    }
    return use;
}

/// Puts the holders into the order in which they had the row, ends each before the next, and says
/// who let whom in.
void queueUp(RowPicture &picture)
{
    std::vector<RowUse> &uses = picture.uses;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (uses[i].held()) {
            picture.holders.push_back(static_cast<std::uint32_t>(i));
        }
    }
    std::sort(picture.holders.begin(), picture.holders.end(),
              [&uses](std::uint32_t a, std::uint32_t b) {
                  return std::tie(uses[a].holdFromNs, a) < std::tie(uses[b].holdFromNs, b);
              });
    for (std::size_t k = 1; k < picture.holders.size(); ++k) {
        RowUse &before = uses[picture.holders[k - 1]];
        RowUse &use = uses[picture.holders[k]];
        before.holdToNs = std::min(before.holdToNs, use.holdFromNs);
        if (before.holdToNs > use.waitFromNs) {
            use.waitedFor = picture.holders[k - 1];
        }
    }
}

/// When operations began and ended to wait. A million of them are gone through twice rather than
/// kept as points.
class WaitingSteps
{
public:
    explicit WaitingSteps(const std::vector<RowUse> &uses)
    {
        const auto waits = static_cast<std::size_t>(std::count_if(
            uses.begin(), uses.end(), [](const RowUse &use) { return use.waitedNs() > 0; }));
        m_from.reserve(waits);
        m_to.reserve(waits);
        for (const RowUse &use : uses) {
            if (use.waitedNs() > 0) {
                m_from.push_back(use.waitFromNs);
                m_to.push_back(use.waitToNs);
            }
        }
        std::sort(m_from.begin(), m_from.end());
        std::sort(m_to.begin(), m_to.end());
    }

    /// Tells `take` every change of how many wait, in the order of time, one point a moment.
    template<typename Take>
    void forEach(Take take) const
    {
        std::int64_t waiting = 0;
        for (std::size_t i = 0, j = 0; j < m_to.size();) {
            const std::int64_t atNs = i < m_from.size() ? std::min(m_from[i], m_to[j]) : m_to[j];
            for (; j < m_to.size() && m_to[j] == atNs; ++j) {
                --waiting;
            }
            for (; i < m_from.size() && m_from[i] == atNs; ++i) {
                ++waiting;
            }
            take(WaitingPoint{atNs, waiting});
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_from.empty(); }
    [[nodiscard]] std::int64_t firstNs() const { return m_from.front(); }
    /// Where nobody waits any more.
    [[nodiscard]] std::int64_t lastNs() const { return m_to.back(); }

private:
    std::vector<std::int64_t> m_from;
    std::vector<std::int64_t> m_to;
};

/// At most kMaxPoints of the steps: the time is cut into equal parts, each shown by its highest
/// step; the last one, where nobody waits any more, stays.
std::vector<WaitingPoint> thinned(const WaitingSteps &steps)
{
    constexpr auto kParts = static_cast<std::int64_t>(RowPicture::kMaxPoints - 1);
    const std::int64_t firstNs = steps.firstNs();
    const std::int64_t lastNs = steps.lastNs();
    const std::int64_t partNs = (lastNs - firstNs) / kParts + 1;
    std::vector<WaitingPoint> points;
    std::int64_t lastPart = -1;
    std::int64_t carried = 0; // what held when the part began
    steps.forEach([&](const WaitingPoint &step) {
        if (step.atNs == lastNs) {
            points.push_back(step);
            return;
        }
        const std::int64_t part = (step.atNs - firstNs) / partNs;
        if (part > lastPart + 1 && lastPart >= 0) {
            points.push_back({firstNs + (lastPart + 1) * partNs, carried});
        }
        if (part != lastPart) {
            points.push_back({firstNs + part * partNs, std::max(carried, step.waiting)});
            lastPart = part;
        } else {
            points.back().waiting = std::max(points.back().waiting, step.waiting);
        }
        carried = step.waiting;
    });
    return points;
}

/// How many waited, and when the most did.
void countWaiting(RowPicture &picture)
{
    const WaitingSteps steps(picture.uses);
    if (steps.isEmpty()) {
        return;
    }
    std::size_t count = 0;
    steps.forEach([&](const WaitingPoint &step) {
        ++count;
        if (step.waiting > picture.mostWaiting) {
            picture.mostWaiting = step.waiting;
            picture.mostWaitingAtNs = step.atNs;
        }
        if (count <= RowPicture::kMaxPoints) {
            picture.waiting.push_back(step);
        }
    });
    if (count > RowPicture::kMaxPoints) {
        picture.waiting = thinned(steps);
    }
}

} // namespace

RowPicture drawRow(const RowQuestion &question)
{
    STAMPEDE_CHECK(question.operations.size() < RowUse::kNobody);
    std::int64_t lastSeenNs = 0;
    for (const Operation &operation : question.operations) {
        lastSeenNs = std::max({lastSeenNs, operation.invokedNs, operation.returnedNs});
    }
    RowPicture picture;
    picture.uses.reserve(question.operations.size());
    const RequestEnds ends(question.operations, lastSeenNs, 0);
    for (std::size_t i = 0; i < question.operations.size(); ++i) {
        picture.uses.push_back(useOf(question.operations[i], question.rowLock, ends.of(i)));
    }
    queueUp(picture);
    followWrites(question, picture);
    countWaiting(picture);
    return picture;
}

} // namespace stampede
