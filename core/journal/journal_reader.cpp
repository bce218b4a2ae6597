// SPDX-License-Identifier: MIT
#include "journal/journal_reader.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <tuple>
#include <unordered_set>

namespace stampede {

using namespace journal;

namespace {

struct FileCloser
{
    void operator()(std::FILE *file) const { static_cast<void>(std::fclose(file)); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

File openFile(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    return File(descriptor < 0 ? nullptr : fdopen(descriptor, "rb"));
}

/// The next `bytes` bytes, fewer at the end of the file.
std::string take(std::FILE *file, std::size_t bytes)
{
    std::string taken(bytes, '\0');
    taken.resize(std::fread(taken.data(), 1, bytes, file));
    return taken;
}

/// Puts blocks together to what they tell.
class BatchQueue
{
public:
    void add(const BlockHeader &header, std::string content)
    {
        if (header.number != m_nextNumber) {
            lose(header.number > m_nextNumber ? header.number - m_nextNumber : 1);
        }
        m_nextNumber = header.number + 1;
        switch (header.kind) {
        case BlockKind::Opening:
            m_contents.opening = std::move(content);
            return;
        case BlockKind::Closing:
            m_contents.closed = true;
            m_contents.closing = std::move(content);
            return;
        case BlockKind::Recorded:
            if (auto look = decodeLook(content)) {
                return addLook(std::move(*look));
            }
            return lose(1);
        }
    }

    /// A block is there, or was, that cannot be read.
    void lose(std::uint64_t blocks)
    {
        m_contents.damagedBlocks += blocks;
        m_complete = false;
    }
    void cutOff() { m_contents.cutOff = true; }

    JournalContents finish()
    {
        auto &ended = m_contents.ended;
        // Nothing is counted twice, whatever the file says.
        const auto isSame = [](const auto &left, const auto &right) {
            return left.request == right.request;
        };
        std::stable_sort(ended.begin(), ended.end(), [](const auto &left, const auto &right) {
            return left.request < right.request;
        });
        ended.erase(std::unique(ended.begin(), ended.end(), isSame), ended.end());
        for (const Operation &late : m_late) {
            const auto found = std::lower_bound(
                ended.begin(), ended.end(), late,
                [](const auto &left, const auto &right) { return left.request < right.request; });
            if (found != ended.end() && found->request == late.request) {
                *found = late;
            }
        }
        keepInFlight();
        std::sort(ended.begin(), ended.end(), [](const auto &left, const auto &right) {
            return std::tie(left.invokedNs, left.request) <
                   std::tie(right.invokedNs, right.request);
        });
        return std::move(m_contents);
    }

private:
    void addLook(Look look)
    {
        auto &ended = m_contents.ended;
        ended.insert(ended.end(), look.recorded.ended.begin(), look.recorded.ended.end());
        m_late.insert(m_late.end(), look.recorded.late.begin(), look.recorded.late.end());
        m_begun.insert(m_begun.end(), look.recorded.inFlight.begin(), look.recorded.inFlight.end());
        m_contents.lastLookNs = look.lookedNs;
        m_contents.lastLookEpochMs = look.epochMs;
        if (m_complete && look.last) {
            m_contents.completeToNs = look.lookedNs;
        }
    }

    /// Whoever was in flight once and never ended; every request once.
    void keepInFlight()
    {
        std::unordered_set<std::uint32_t> known;
        for (const Operation &operation : m_contents.ended) {
            known.insert(operation.request);
        }
        for (const BegunRequest &begun : m_begun) {
            if (known.insert(begun.request).second) {
                m_contents.inFlight.push_back(begun);
            }
        }
        std::sort(m_contents.inFlight.begin(), m_contents.inFlight.end(),
                  [](const auto &left, const auto &right) { return left.request < right.request; });
    }

    JournalContents m_contents;
    std::vector<Operation> m_late;
    std::vector<BegunRequest> m_begun;
    std::uint32_t m_nextNumber = 0;
    bool m_complete = true;
};

/// Goes to the next place from `from` on where a block's header stands. False at the end.
bool findHeader(std::FILE *file, long from)
{
    constexpr std::size_t kAtOnce = 65'536;
    for (long at = from; std::fseek(file, at, SEEK_SET) == 0;) {
        const std::string bytes = take(file, kAtOnce);
        if (bytes.size() < kBlockHeaderBytes) {
            return false;
        }
        const std::size_t places = bytes.size() - kBlockHeaderBytes + 1;
        for (std::size_t i = 0; i < places; ++i) {
            if (decodeBlockHeader(std::string_view(bytes).substr(i, kBlockHeaderBytes))) {
                return std::fseek(file, at + static_cast<long>(i), SEEK_SET) == 0;
            }
        }
        at += static_cast<long>(places);
    }
    return false;
}

JournalContents readBlocks(std::FILE *file)
{
    BatchQueue gathering;
    for (;;) {
        const long at = std::ftell(file);
        const std::string head = take(file, kBlockHeaderBytes);
        if (head.empty()) {
            break;
        }
        const auto header = decodeBlockHeader(head);
        bool endsHere = head.size() < kBlockHeaderBytes;
        if (header) {
            std::string content = take(file, header->bytes);
            if (content.size() == header->bytes && checksumOf(content) == header->checksum) {
                gathering.add(*header, std::move(content));
                continue;
            }
            endsHere = content.size() < header->bytes;
        }
        // How many blocks were lost shows by the number of the next one, if there is a next one.
        if (!findHeader(file, at + 1)) {
            endsHere ? gathering.cutOff() : gathering.lose(1);
            break;
        }
    }
    return gathering.finish();
}

/// The file, standing at its first block.
Result<File, std::string> openJournal(const std::string &path)
{
    File file = openFile(path);
    if (!file) {
        return Failure{std::generic_category().message(errno)};
    }
    const auto version = decodeFileHeader(take(file.get(), kFileHeaderBytes));
    if (!version) {
        return Failure{std::string("not the beginning of a journal")};
    }
    if (*version != kVersion) {
        return Failure{"version " + std::to_string(*version) + ", and this program reads version " +
                       std::to_string(kVersion)};
    }
    return file;
}

} // namespace

Result<JournalContents, std::string> readJournal(const std::string &path)
{
    const auto file = openJournal(path);
    if (!file) {
        return Failure{file.error()};
    }
    return readBlocks(file.value().get());
}

std::string readJournalOpening(const std::string &path)
{
    const auto file = openJournal(path);
    if (!file) {
        return {};
    }
    const auto header = decodeBlockHeader(take(file.value().get(), kBlockHeaderBytes));
    if (!header || header->kind != BlockKind::Opening) {
        return {};
    }
    std::string content = take(file.value().get(), header->bytes);
    const bool isWhole = content.size() == header->bytes && checksumOf(content) == header->checksum;
    return isWhole ? content : std::string();
}

bool isJournalFree(const std::string &path)
{
    const File file = openFile(path);
    return file && flock(fileno(file.get()), LOCK_SH | LOCK_NB) == 0;
}

} // namespace stampede
