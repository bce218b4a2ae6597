// SPDX-License-Identifier: MIT
#pragma once

#include "journal/journal_writer.h"
#include "load/load_engine.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace stampede {

/// Copies what a load records into a journal, four times a second, in a thread of its own. The
/// load never waits for it.
class LoadJournal final : public LoadObserver
{
public:
    static constexpr std::chrono::milliseconds kInterval{250};

    explicit LoadJournal(std::unique_ptr<JournalWriter> writer);
    ~LoadJournal() override;

    void loadBegan(const Recorder &recorder, std::int64_t startedAtNs) override;
    void loadEnded() override;

    /// Why nothing more could be written; empty where everything was. Any thread.
    [[nodiscard]] std::string error() const;
    /// What was in the journal when that happened, ns from the start of the load. Any thread.
    [[nodiscard]] std::int64_t writtenToNs() const;

private:
    void work(const std::stop_token &stop);
    void writeLook();

    std::unique_ptr<JournalWriter> m_writer;
    const Recorder *m_recorder = nullptr;
    std::int64_t m_startedAtNs = 0;
    Recorder::Place m_place;

    mutable std::mutex m_mutex; ///< guards the two below
    std::string m_error;
    std::int64_t m_writtenToNs = 0;
    std::condition_variable_any m_ended;
    std::jthread m_thread;
};

} // namespace stampede
