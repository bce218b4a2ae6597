// SPDX-License-Identifier: MIT
#include "journal/load_journal.h"

#include "base/clock.h"

#include <utility>

namespace stampede {

LoadJournal::LoadJournal(std::unique_ptr<JournalWriter> writer)
    : m_writer(std::move(writer))
{}

LoadJournal::~LoadJournal() = default;

void LoadJournal::loadBegan(const Recorder &recorder, std::int64_t startedAtNs)
{
    m_recorder = &recorder;
    m_startedAtNs = startedAtNs;
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

void LoadJournal::work(const std::stop_token &stop)
{
    // The look after the stop is the last one, and has everything.
    for (bool last = false; !last;) {
        {
            std::unique_lock lock(m_mutex);
            m_ended.wait_for(lock, stop, kInterval, [&stop] { return stop.stop_requested(); });
            last = stop.stop_requested();
            if (!m_error.empty()) {
                return;
            }
        }
        writeLook();
    }
}

void LoadJournal::writeLook()
{
    journal::Look look;
    look.lookedNs = monotonicNs() - m_startedAtNs;
    look.epochMs = std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count();
    look.recorded = m_recorder->readOn(m_place);
    const std::int64_t lookedNs = look.lookedNs;
    const auto written = m_writer->append(std::move(look));
    const std::lock_guard lock(m_mutex);
    if (written) {
        m_writtenToNs = lookedNs;
    } else {
        m_error = written.error();
    }
}

void LoadJournal::loadEnded()
{
    m_thread.request_stop();
    m_ended.notify_all();
    m_thread.join();
    if (error().empty()) {
        if (const auto closed = m_writer->close({}); !closed) {
            const std::lock_guard lock(m_mutex);
            m_error = closed.error();
        }
    }
}

std::string LoadJournal::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

std::int64_t LoadJournal::writtenToNs() const
{
    const std::lock_guard lock(m_mutex);
    return m_writtenToNs;
}

} // namespace stampede
