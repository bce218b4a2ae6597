// SPDX-License-Identifier: MIT
// Whatever follows --set is put in or refused with a fault.

#include "fuzz_target.h"
#include "scenario/scenario_reader.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = fuzz::stringOf(data, size);
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals < 0) {
        return 0;
    }
    static const QByteArray plain =
        R"({"schema": "stampede.scenario/1", "load": {"model": "burst", "vus": 2}})";
    const auto scenario = readScenario(plain, QStringLiteral("fuzz.stampede.json"),
                                       {{text.left(equals), text.mid(equals + 1)}});
    fuzz::must(scenario.ok() || !scenario.error().isEmpty(), "a refused value has a fault");
    return 0;
}
