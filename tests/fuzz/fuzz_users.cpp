// SPDX-License-Identifier: MIT
// A CSV file of people is read or refused.

#include "fuzz_target.h"
#include "scenario/user_file.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto people = UserFile::parse(fuzz::bytesOf(data, size));
    if (!people) {
        fuzz::must(!people.error().isEmpty(), "a refused file has a sentence");
        return 0;
    }
    const UserFile &file = *people.value();
    fuzz::must(file.rows() > 0 && file.people() >= 1, "a file that is read holds somebody");
    for (std::size_t row = 0; row < file.rows(); ++row) {
        fuzz::must(file.userAt(row) >= 1 && file.userAt(row) <= file.largestUser(),
                   "a user is in range");
        for (const QString &column : file.columns()) {
            static_cast<void>(file.value(row, column));
        }
    }
    return 0;
}
