// SPDX-License-Identifier: MIT
// A file of transactions is read or refused, each fault with its place; what was read can meet: two
// or three people, each with a step.

#include "fuzz_target.h"
#include "interleave/transactions.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString name = QStringLiteral("fuzz.transactions.json");
    const auto read = readTransactions(fuzz::bytesOf(data, size), name);
    if (!read) {
        fuzz::must(!read.error().isEmpty(), "a refused file has a fault");
        for (const QString &fault : read.error()) {
            fuzz::must(fault.startsWith(name), "a fault says where it is");
        }
        return 0;
    }
    constexpr qsizetype kLeast = 2;
    constexpr qsizetype kMost = 3;
    const auto &people = read.value().people;
    fuzz::must(people.size() >= kLeast && people.size() <= kMost, "two or three people meet");
    for (const Transactions::Person &person : people) {
        fuzz::must(!person.steps.isEmpty(), "everybody has a step");
        for (const TransactionStep &step : person.steps) {
            fuzz::must(step.statement.valuesFrom(person.values).size() ==
                           step.statement.names.size(),
                       "every name has a value");
        }
    }
    return 0;
}
