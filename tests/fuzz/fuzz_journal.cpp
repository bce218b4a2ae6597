// SPDX-License-Identifier: MIT
// A journal of a run, as a whole file and as the content of one block: nothing is taken out of
// bytes that are not right, what is taken out is written again as it was read, and a request is
// there once.

#include "fuzz_target.h"
#include "journal/journal_reader.h"

#include <set>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

using namespace stampede;

namespace {

/// A file that is nowhere in a folder.
class MemoryFile
{
public:
    explicit MemoryFile(std::string_view content)
        : m_descriptor(memfd_create("journal", MFD_CLOEXEC))
    {
        const auto written = write(m_descriptor, content.data(), content.size());
        fuzz::must(written == static_cast<ssize_t>(content.size()), "the file is written");
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    [[nodiscard]] std::string path() const
    {
        return "/proc/self/fd/" + std::to_string(m_descriptor);
    }

private:
    int m_descriptor;
};

void readFile(std::string_view content)
{
    const MemoryFile file(content);
    const auto read = readJournal(file.path());
    if (!read) {
        fuzz::must(!read.error().empty(), "what is refused has a sentence");
        return;
    }
    std::set<std::uint32_t> requests;
    for (const Operation &operation : read.value().ended) {
        fuzz::must(requests.insert(operation.request).second, "a request has ended once");
    }
    for (const BegunRequest &begun : read.value().inFlight) {
        fuzz::must(requests.insert(begun.request).second, "who has ended is not in flight");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view content = fuzz::textOf(data, size);
    readFile(content);
    if (size > journal::kMostContentBytes) {
        return 0;
    }
    const auto look = journal::decodeLook(content);
    if (look) {
        const std::string again = journal::encodeLook(*look);
        const auto twice = journal::decodeLook(again);
        fuzz::must(twice && journal::encodeLook(*twice) == again, "what is read is written again");
    }
    // The same content with checksums that are right: only its own form can keep it out now.
    readFile(journal::encodeFileHeader() +
             journal::encodeBlock(journal::BlockKind::Opening, 0, "opening") +
             journal::encodeBlock(journal::BlockKind::Recorded, 1, content));
    return 0;
}
