// SPDX-License-Identifier: MIT
// A profile is read or refused with faults; what was read is written and read back as the same.

#include "fuzz_target.h"
#include "profile/profile_reader.h"
#include "profile/profile_writer.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString name = QStringLiteral("fuzz.profile.json");
    const auto profile = readProfile(fuzz::bytesOf(data, size), name);
    if (!profile) {
        fuzz::must(!profile.error().isEmpty(), "a refused profile has a fault");
        return 0;
    }
    const QByteArray json = profileToJson(profile.value());
    const auto again = readProfile(json, name);
    fuzz::must(again.ok(), "what was written is read back");
    fuzz::must(profileToJson(again.value()) == json, "what is read back is the same");
    return 0;
}
