// SPDX-License-Identifier: MIT
// What a target answers is read the same however it is cut into pieces, within its limits, and
// classified.

#include "fuzz_target.h"
#include "http/classifier.h"
#include "http/response_reader.h"

#include <algorithm>
#include <optional>
#include <string>

using namespace stampede;

namespace {

std::vector<AnswerRule> rules()
{
    std::vector<AnswerRule> all = Classifier::usualRules();
    AnswerRule byHeader;
    byHeader.header = "x-result";
    byHeader.headerTest = std::string("taken");
    byHeader.outcome = Outcome::AlreadyIssued;
    AnswerRule byPointer;
    byPointer.pointer = "/a/0/b~1c";
    byPointer.test = QRegularExpression(QStringLiteral("^S.*T$"));
    byPointer.outcome = Outcome::OutOfStock;
    all.push_back(byHeader);
    all.push_back(byPointer);
    return all;
}

struct Seen
{
    ResponseReader::Progress progress = ResponseReader::Progress::More;
    std::string body;
    int status = 0;
    std::optional<Outcome> outcome;
};

Seen readIn(std::string_view bytes, std::size_t step)
{
    static Classifier classifier(rules(), "/userCouponId");
    ResponseReader reader(classifier.wantedHeaders());
    reader.begin(false);
    Seen seen;
    while (seen.progress == ResponseReader::Progress::More && !bytes.empty()) {
        const std::size_t taken = std::min(step, bytes.size());
        seen.progress = reader.take(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
    }
    if (seen.progress == ResponseReader::Progress::More) {
        seen.progress = reader.ended();
    }
    if (seen.progress == ResponseReader::Progress::Done) {
        const ServiceAnswer answer = reader.answer();
        fuzz::must(answer.body.size() <= ResponseReader::kMostKeptBody, "a kept body is bounded");
        seen.body = std::string(answer.body);
        seen.status = answer.status;
        seen.outcome = classifier.classify(answer);
        static_cast<void>(classifier.rowOf(answer));
    } else if (seen.progress == ResponseReader::Progress::Wrong) {
        fuzz::must(reader.firstBytes().size() <= ResponseReader::kMostShown,
                   "what is shown is bounded");
    }
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string_view bytes = fuzz::textOf(data + 1, size - 1);
    const Seen whole = readIn(bytes, bytes.size());
    const Seen pieces = readIn(bytes, 1 + data[0] % 64U);
    const bool done = whole.progress == ResponseReader::Progress::Done;
    fuzz::must(done == (pieces.progress == ResponseReader::Progress::Done),
               "pieces are read as the whole");
    if (done) {
        fuzz::must(whole.body == pieces.body && whole.status == pieces.status &&
                       whole.outcome == pieces.outcome,
                   "pieces mean what the whole means");
    }
    return 0;
}
