// SPDX-License-Identifier: MIT
// The small languages of a scenario: limits, durations, stages. What was read is written and read
// back as the same.

#include "fuzz_target.h"
#include "scenario/scenario_reader.h"
#include "scenario/stages.h"
#include "scenario/threshold.h"

#include <QJsonValue>

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = fuzz::stringOf(data, size);
    if (const auto duration = parseDuration(text)) {
        fuzz::must(duration->count() >= 0, "a duration is not negative");
        fuzz::must(parseDuration(durationText(*duration)) == duration, "a duration is read back");
    }
    for (const QString &metric : thresholdMetrics()) {
        const auto limit = parseThreshold(metric, text);
        if (limit) {
            const auto again = parseThreshold(metric, limit.value().expression);
            fuzz::must(again.ok() && again.value() == limit.value(), "a limit is read back");
            static_cast<void>(limit.value().isMetBy(1.0));
        }
    }
    if (const auto stages = readStages(QJsonValue(text))) {
        const auto again = readStages(QJsonValue(stagesText(stages.value())));
        fuzz::must(again.ok() && again.value() == stages.value(), "stages are read back");
        fuzz::must(stages.value().size() <= kMostStages, "stages are bounded");
    }
    return 0;
}
