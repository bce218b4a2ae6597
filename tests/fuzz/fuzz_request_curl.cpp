// SPDX-License-Identifier: MIT
// Copied command lines: whatever stands behind curl or Invoke-WebRequest is read or refused with
// its place, and what was read can be drafted.

#include "request_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = stampede::fuzz::bytesOf(data, size);
    const bool isWhole =
        input.contains("curl") || input.contains("Invoke-") || input.startsWith("$session");
    stampede::fuzz::readAndDraft(isWhole ? input : "curl " + input);
    return 0;
}
