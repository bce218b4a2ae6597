// SPDX-License-Identifier: MIT
// A scenario file is read or refused with faults; what was read is written and read back as the
// same, and can be predicted.

#include "fuzz_target.h"
#include "prediction/prediction.h"
#include "scenario/scenario_reader.h"

#include <QJsonDocument>

using namespace stampede;

namespace {

/// A prediction draws every request's user: bounded here so that an input costs little.
constexpr std::int64_t kMostDrawn = 20'000;

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString name = QStringLiteral("fuzz.stampede.json");
    const auto scenario = readScenario(fuzz::bytesOf(data, size), name);
    if (!scenario) {
        fuzz::must(!scenario.error().isEmpty(), "a refused scenario has a fault");
        return 0;
    }
    const QJsonObject json = scenarioToJson(scenario.value());
    const auto again = readScenario(QJsonDocument(json).toJson(), name);
    fuzz::must(again.ok(), "what was written is read back");
    fuzz::must(scenarioToJson(again.value()) == json, "what is read back is the same");
    const LoadSettings &load = scenario.value().load;
    const bool isSmall = load.iterations <= kMostDrawn && load.vus <= kMostDrawn &&
                         load.iterations * load.vus <= kMostDrawn && !isOpenModel(load.model) &&
                         load.model != LoadModel::ConstantVus &&
                         load.model != LoadModel::RampingVus &&
                         scenario.value().users.count <= kMostDrawn;
    if (isSmall) {
        static_cast<void>(predict(scenario.value(), 1'700'000'000'000));
    }
    return 0;
}
