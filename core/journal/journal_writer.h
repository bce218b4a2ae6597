// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "journal/journal_format.h"

#include <memory>
#include <string>

namespace stampede {

/// Appends to a journal and holds its lock, so that nobody takes a run that goes on for one that
/// was broken off. One thread at a time. After an error nothing more is written.
class JournalWriter
{
public:
    /// Makes the file, which must not be there, for its owner alone (0600), and writes its header
    /// and the opening block. Errors are the system's reasons.
    static Result<std::unique_ptr<JournalWriter>, std::string> create(const std::string &path,
                                                                      std::string_view opening);
    ~JournalWriter();
    JournalWriter(const JournalWriter &) = delete;
    JournalWriter &operator=(const JournalWriter &) = delete;

    /// Appends a look at the recorder and waits until the disk has it.
    Result<void, std::string> append(journal::Look look);
    Result<void, std::string> close(std::string_view closing);
    /// Bytes that were written.
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

private:
    explicit JournalWriter(int descriptor);
    Result<void, std::string> write(std::string_view bytes);
    Result<void, std::string> writeBlock(journal::BlockKind kind, std::string_view content);
    Result<void, std::string> flush();

    int m_descriptor;
    std::uint32_t m_nextBlock = 0;
    std::uint64_t m_bytes = 0;
    std::string m_error;
};

} // namespace stampede
