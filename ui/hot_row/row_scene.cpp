// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_scene.h"

#include "base/clock.h"

#include <algorithm>

namespace stampede {

namespace {

/// The first and the last requests of a history, and where each of them is among the bars.
class Kept
{
public:
    explicit Kept(std::size_t size)
        : m_size(size)
        , m_cut(size > 2 * RowScene::kKeptEach)
    {}

    [[nodiscard]] std::size_t count() const { return m_cut ? 2 * RowScene::kKeptEach : m_size; }
    [[nodiscard]] std::size_t operationOf(std::size_t bar) const
    {
        return m_cut && bar >= RowScene::kKeptEach ? m_size - count() + bar : bar;
    }
    [[nodiscard]] std::uint32_t barOf(std::uint32_t operation) const
    {
        if (operation == RowUse::kNobody || !m_cut || operation < RowScene::kKeptEach) {
            return operation;
        }
        const std::size_t gone = m_size - count();
        return operation < RowScene::kKeptEach + gone
                   ? RowUse::kNobody
                   : operation - static_cast<std::uint32_t>(gone);
    }

private:
    std::size_t m_size;
    bool m_cut;
};

std::int64_t momentNs(const Operation &operation, std::uint32_t us)
{
    return us == Operation::kNotReached ? RowUse::kNever
                                        : operation.invokedNs + std::int64_t{us} * kNsPerUs;
}

RowBar barOf(const Operation &operation, std::int64_t lastSeenNs)
{
    RowBar bar;
    bar.user = operation.user;
    bar.rowId = operation.rowId;
    bar.askedNs = operation.invokedNs;
    bar.endNs = operation.returnedNs == Operation::kNoAnswer ? lastSeenNs : operation.returnedNs;
    bar.readNs = momentNs(operation, operation.lockedUs);
    bar.wroteNs = momentNs(operation, operation.wroteUs);
    bar.committedNs = momentNs(operation, operation.committedUs);
    bar.request = operation.request;
    bar.outcome = operation.outcome;
    return bar;
}

void takeUses(const RowPicture &picture, const Kept &kept, RowScene &scene)
{
    for (std::size_t i = 0; i < scene.bars.size(); ++i) {
        RowUse &use = scene.bars[i].use;
        use = picture.uses[kept.operationOf(i)];
        for (std::uint32_t *index : {&use.waitedFor, &use.overwrote, &use.sameValue}) {
            *index = kept.barOf(*index);
        }
    }
    std::uint32_t before = RowUse::kNobody;
    for (const std::uint32_t holder : picture.holders) {
        const std::uint32_t bar = kept.barOf(holder);
        if (bar != RowUse::kNobody) {
            scene.bars[bar].heldBefore = before;
            if (before != RowUse::kNobody) {
                scene.bars[before].heldNext = bar;
            }
        }
        before = bar;
    }
}

void takeRaces(const RowPicture &picture, const Kept &kept, RowScene &scene)
{
    for (const RaceGroup &race : picture.races) {
        for (std::size_t k = 1; k < race.writers.size(); ++k) {
            const BarPair pair{kept.barOf(race.writers[k - 1]), kept.barOf(race.writers[k])};
            if (pair.first == RowUse::kNobody || pair.second == RowUse::kNobody) {
                continue;
            }
            const auto number = static_cast<std::int32_t>(scene.pairs.size());
            scene.pairs.push_back(pair);
            RowBar &first = scene.bars[pair.first];
            first.sameNext = pair.second;
            first.pair = first.pair < 0 ? number : first.pair;
            scene.bars[pair.second].pair = number;
            scene.bars[pair.second].finding = true;
        }
    }
}

std::int64_t stockAtStart(const RunRecord &record)
{
    const bool known = record.audit && record.audit->state.initialStockKnown;
    return known ? record.audit->state.initialStock : record.scenario.coupon.stock;
}

} // namespace

bool RowBar::refused() const
{
    return outcome == Outcome::Contention || (isDefinite(outcome) && outcome != Outcome::Issued);
}

RowScene makeRowScene(const RunRecord &record)
{
    RowScene scene;
    scene.total = static_cast<std::int64_t>(record.outcomes.total());
    scene.insideSeen = record.hotRow.has_value();
    scene.rowLock = !record.hotRow || record.hotRow->rowLock;
    scene.stock = stockAtStart(record);
    if (!record.history || record.history->empty()) {
        return scene;
    }
    const std::vector<Operation> &history = *record.history;
    for (const Operation &operation : history) {
        scene.lengthNs = std::max({scene.lengthNs, operation.invokedNs, operation.returnedNs});
    }
    const Kept kept(history.size());
    scene.bars.reserve(kept.count());
    for (std::size_t i = 0; i < kept.count(); ++i) {
        scene.bars.push_back(barOf(history[kept.operationOf(i)], scene.lengthNs));
        scene.bars.back().name = record.nameInTable(scene.bars.back().user);
    }
    if (scene.insideSeen) {
        const RowPicture picture = drawRow({history, scene.rowLock, scene.stock});
        takeUses(picture, kept, scene);
        takeRaces(picture, kept, scene);
        scene.waiting = picture.waiting;
        scene.mostWaiting = picture.mostWaiting;
        scene.mostWaitingAtNs = picture.mostWaitingAtNs;
    }
    if (record.audit) {
        for (const WrongOperation &wrong : record.audit->wrongAnswers) {
            const std::uint32_t bar = kept.barOf(wrong.operation);
            if (bar != RowUse::kNobody && bar < scene.bars.size()) {
                scene.bars[bar].finding = true;
            }
        }
    }
    return scene;
}

} // namespace stampede
