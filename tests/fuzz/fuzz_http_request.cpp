// SPDX-License-Identifier: MIT
// What a client sends to `serve` is read the same however it is cut into pieces, within its limits;
// a body for a coupon is read or refused.

#include "fuzz_target.h"
#include "serve/issue_body.h"
#include "serve/request_reader.h"

#include <algorithm>
#include <string>

using namespace stampede;

namespace {

struct Seen
{
    ReadState state = ReadState::Incomplete;
    HttpRequest request;
};

/// Reads one request; `step` bytes more come with each piece.
Seen readIn(std::string_view bytes, std::size_t step)
{
    Seen seen;
    RequestReader reader(seen.request, "secret");
    std::string waiting;
    while (seen.state == ReadState::Incomplete && !bytes.empty()) {
        const std::size_t taken = std::min(step, bytes.size());
        waiting.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        std::size_t used = 0;
        seen.state = reader.read(waiting, used);
        fuzz::must(used <= waiting.size(), "no more is used than there is");
        waiting.erase(0, used);
    }
    fuzz::must(seen.request.body.size() <= kLargestBody, "a body is bounded");
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view bytes = fuzz::textOf(data + 1, size - 1);
    Seen whole = readIn(bytes, bytes.size());
    const Seen pieces = readIn(bytes, 1 + data[0] % 64U);
    // A header that is too large may be found malformed in its first piece.
    const auto good = [](ReadState state) { return state == ReadState::Complete; };
    fuzz::must(good(whole.state) == good(pieces.state), "pieces are read as the whole");
    if (!good(whole.state)) {
        return 0;
    }
    fuzz::must(whole.request.body == pieces.request.body &&
                   whole.request.where.route == pieces.request.where.route &&
                   whole.request.isAuthorized == pieces.request.isAuthorized,
               "pieces mean what the whole means");
    static IssueBodyReader body;
    const auto user = body.read(whole.request.body);
    fuzz::must(user.ok() || !user.error().isEmpty(), "a refused body has a sentence");
    return 0;
}
