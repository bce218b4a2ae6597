// SPDX-License-Identifier: MIT
// Bytes of an archive are a record or a history, or nothing; a history that was read is written and
// read back as the same. The first byte says which, and whether the rest is to be compressed first,
// so that what lies behind the compression is reached too.

#include "archive/history_codec.h"
#include "archive/record_codec.h"
#include "fuzz_target.h"

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    QByteArray bytes = fuzz::bytesOf(data + 1, size - 1);
    if ((data[0] & 1U) != 0) {
        bytes = qCompress(bytes, 1);
    }
    if ((data[0] & 2U) == 0) {
        if (const auto record = decodeRecord(bytes)) {
            fuzz::must(decodeRecord(encodeRecord(*record)).has_value(),
                       "what was written is read back");
        }
        return 0;
    }
    std::vector<Operation> history;
    if (!decodeHistory(bytes, history)) {
        fuzz::must(history.empty(), "nothing is kept of what is no history");
        return 0;
    }
    std::vector<Operation> again;
    for (const QByteArray &block : encodeHistory(history)) {
        fuzz::must(decodeHistory(block, again), "what was written is read back");
    }
    fuzz::must(again.size() == history.size(), "what is read back is as long");
    return 0;
}
