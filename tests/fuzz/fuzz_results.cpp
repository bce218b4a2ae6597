// SPDX-License-Identifier: MIT
// Results of other tools: whatever a file holds, it is read or refused, and what is read is a run
// that can be judged: by the moment, each interval forward, everybody with a name.

#include "fuzz_target.h"
#include "import/imported_run.h"
#include "import/result_file.h"

#include <QBuffer>

#include <limits>
#include <memory>

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(fuzz::bytesOf(data, size));
    buffer->open(QIODevice::ReadOnly);
    const auto file = ResultFile::over(std::move(buffer));
    if (!file) {
        return 0;
    }
    ImportOrder order;
    order.path = QStringLiteral("results");
    order.rules = Classifier::usualRules();
    AnswerRule byCheck;
    byCheck.check = "gone";
    byCheck.outcome = Outcome::OutOfStock;
    order.rules.insert(order.rules.begin(), byCheck);
    const auto run = importRun(order, *file.value());
    if (!run) {
        fuzz::must(!run.error().isEmpty(), "a refusal says why");
        return 0;
    }
    fuzz::must(run.value().faults.size() <= kMostImportFaults + 1, "no more faults than are told");
    std::int64_t lastNs = std::numeric_limits<std::int64_t>::min();
    for (const Operation &operation : run.value().operations) {
        fuzz::must(operation.invokedNs >= lastNs, "operations stand by their moments");
        fuzz::must(operation.returnedNs == Operation::kNoAnswer ||
                       operation.returnedNs >= operation.invokedNs,
                   "an answer comes after its request");
        fuzz::must(operation.returnedNs != Operation::kNoAnswer ||
                       mayHaveTakenEffect(operation.outcome),
                   "only what may have taken effect has no end");
        lastNs = operation.invokedNs;
    }
    return 0;
}
