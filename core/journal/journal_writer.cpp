// SPDX-License-Identifier: MIT
#include "journal/journal_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace stampede {

using journal::BlockKind;

namespace {

std::string reasonNow()
{
    return std::generic_category().message(errno);
}

} // namespace

JournalWriter::JournalWriter(int descriptor)
    : m_descriptor(descriptor)
{}

JournalWriter::~JournalWriter()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<JournalWriter>, std::string> JournalWriter::create(const std::string &path,
                                                                          std::string_view opening)
{
    const int descriptor =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW,
               S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return Failure{reasonNow()};
    }
    std::unique_ptr<JournalWriter> writer(new JournalWriter(descriptor));
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return Failure{reasonNow()};
    }
    if (auto done = writer->write(journal::encodeFileHeader()); !done) {
        return Failure{done.error()};
    }
    if (auto done = writer->writeBlock(BlockKind::Opening, opening); !done) {
        return Failure{done.error()};
    }
    if (auto done = writer->flush(); !done) {
        return Failure{done.error()};
    }
    return writer;
}

Result<void, std::string> JournalWriter::write(std::string_view bytes)
{
    while (m_error.empty() && !bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
            m_bytes += static_cast<std::uint64_t>(written);
        } else if (written < 0 && errno != EINTR) {
            m_error = reasonNow();
        }
    }
    return m_error.empty() ? Result<void, std::string>() : Failure{m_error};
}

Result<void, std::string> JournalWriter::writeBlock(BlockKind kind, std::string_view content)
{
    return write(journal::encodeBlock(kind, m_nextBlock++, content));
}

Result<void, std::string> JournalWriter::flush()
{
    if (m_error.empty() && fdatasync(m_descriptor) != 0 && errno != EINVAL) {
        m_error = reasonNow();
    }
    return m_error.empty() ? Result<void, std::string>() : Failure{m_error};
}

Result<void, std::string> JournalWriter::append(journal::Look look)
{
    std::vector<Operation> ended = std::exchange(look.recorded.ended, {});
    std::size_t at = 0;
    do {
        const std::size_t end = std::min(ended.size(), at + journal::kMostOperationsABlock);
        look.recorded.ended.assign(ended.begin() + static_cast<std::ptrdiff_t>(at),
                                   ended.begin() + static_cast<std::ptrdiff_t>(end));
        at = end;
        look.last = at == ended.size();
        if (auto done = writeBlock(BlockKind::Recorded, journal::encodeLook(look)); !done) {
            return done;
        }
        look.recorded.late.clear();
        look.recorded.inFlight.clear();
    } while (at < ended.size());
    return flush();
}

Result<void, std::string> JournalWriter::close(std::string_view closing)
{
    if (auto done = writeBlock(BlockKind::Closing, closing); !done) {
        return done;
    }
    return flush();
}

} // namespace stampede
