// SPDX-License-Identifier: MIT
// HAR files, Postman collections, OpenAPI and Swagger documents in JSON and YAML: read or refused
// with the place, and what was read can be drafted.

#include "request_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    stampede::fuzz::readAndDraft(stampede::fuzz::bytesOf(data, size));
    return 0;
}
