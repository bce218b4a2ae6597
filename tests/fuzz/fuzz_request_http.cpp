// SPDX-License-Identifier: MIT
// .http files: read or refused with the place, and what was read can be drafted.

#include "request_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = stampede::fuzz::bytesOf(data, size);
    stampede::fuzz::readAndDraft(input.contains("###") ? input : "###\n" + input);
    return 0;
}
