// SPDX-License-Identifier: MIT
// Recorded histories are read and judged; where the judge finds nothing the order that it gives is
// replayed by independent code and proves it, and where it finds something no such order does.

#include "checker/checker.h"
#include "checker/history_reader.h"
#include "checker/replay.h"
#include "checker/verdict_text.h"
#include "fuzz_target.h"

#include <algorithm>
#include <cstring>

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view left = fuzz::textOf(data, size);
    const auto source = [&left](char *to, std::size_t most) {
        const std::size_t taken = std::min(most, left.size());
        std::memcpy(to, left.data(), taken);
        left.remove_prefix(taken);
        return static_cast<std::ptrdiff_t>(taken);
    };
    constexpr std::size_t kLongestLine = 65'536;
    HistoryReader reader(source, kLongestLine);
    while (const auto history = reader.next()) {
        if (!history->usable()) {
            continue;
        }
        const Judgement judgement = judge(history->facts, history->operations);
        static_cast<void>(
            verdictLine(history->facts, judgement, {history->names, history->userFormat}));
        const std::vector<Step> order = orderOf(history->facts, history->operations);
        const bool proven = replay(history->facts, history->operations, order).proves();
        fuzz::must(judgement.linearizable == proven, "judge and replay agree");
    }
    return 0;
}
