// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace stampede {

/// Carries orders to the archive and brings back what came of them. Belongs to the thread that
/// made it; its signals arrive there. The work is done in a thread of its own, in the order in
/// which it was asked for; what is still waiting when the worker goes is done before.
class ArchiveWorker final : public QObject
{
    Q_OBJECT

public:
    explicit ArchiveWorker(ArchivePlace place, QObject *parent = nullptr);
    ~ArchiveWorker() override;
    [[nodiscard]] const ArchivePlace &place() const { return m_place; }

    /// Reads the list again; listed() follows.
    void refresh();
    /// Reads a run with its history; opened() follows.
    void open(const QString &id);
    /// Reads runs without their histories; compared() follows.
    void compare(const QStringList &ids);
    /// Reads runs with their histories; gathered() follows.
    void gather(const QStringList &ids);
    /// See Archive::forgetRemoved(). They are on no list.
    void forgetRemoved();
    // The list is read again after each of these.
    void setName(const QString &id, const QString &name);
    void setNote(const QString &id, const QString &note);
    void setBaseline(const QString &id);
    void remove(const QStringList &ids);
    void restore(const QStringList &ids);
    /// Reads the list again if another program has changed the archive. Changes on this machine
    /// are noticed without it, those of others in a folder that is shared may not be.
    void lookForChanges();

Q_SIGNALS:
    /// What is kept: asked for, after every change, and when another program has changed it.
    void listed(const QList<stampede::RunSummary> &runs, const stampede::ArchiveSize &size);
    void opened(const std::shared_ptr<const stampede::RunRecord> &record);
    void compared(const QList<std::shared_ptr<const stampede::RunRecord>> &records);
    void gathered(const QList<std::shared_ptr<const stampede::RunRecord>> &records);
    void noticed(const stampede::ArchiveNotice &notice);
    /// What could not be done, a sentence.
    void failed(const QString &sentence);

private:
    /// What is to be done in the worker's thread; what it returns is then called in the owner's.
    using Delivery = std::function<void()>;
    using Job = std::function<Delivery(Archive &)>;
    using ReadSignal = void (ArchiveWorker::*)(const QList<std::shared_ptr<const RunRecord>> &);
    void order(Job job);
    void readAll(const QStringList &ids, Archive::History history, ReadSignal done);
    void change(const std::function<Result<void, QString>(Archive &)> &job);
    void work(const std::stop_token &stop);
    void carryOut(const Job &job);
    /// Called in the worker's thread.
    Delivery listFrom(Archive &archive);
    /// Notices from now on when that file changes. It was `seen` so before it was read.
    void watch(const QString &path, const QString &seen);

    ArchivePlace m_place;
    std::mutex m_mutex; ///< guards the jobs
    std::condition_variable_any m_ordered;
    std::deque<Job> m_jobs;
    QFileSystemWatcher m_watcher;
    QTimer m_changed;      ///< a little after a change: others are likely to follow
    QString m_path;        ///< of the archive that was read
    QString m_seen;        ///< what its file was like then
    std::jthread m_thread; ///< last, so that it has ended before the rest goes
};

} // namespace stampede
