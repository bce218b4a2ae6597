// SPDX-License-Identifier: MIT
#include "archive/archive_worker.h"

#include "diagnosis/relocalised.h"

#include <QDateTime>
#include <QFileInfo>
#include <QMetaObject>

#include <chrono>
#include <utility>

namespace stampede {

namespace {

/// What another write to the file makes another; nothing that opening it to read changes.
QString stateOf(const QString &path)
{
    const QFileInfo file(path);
    return QStringLiteral("%1 %2").arg(file.lastModified().toMSecsSinceEpoch()).arg(file.size());
}

} // namespace

ArchiveWorker::ArchiveWorker(ArchivePlace place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
    constexpr std::chrono::milliseconds kPause(200);
    m_changed.setSingleShot(true);
    m_changed.setInterval(kPause);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_changed, qOverload<>(&QTimer::start));
    connect(&m_changed, &QTimer::timeout, this, &ArchiveWorker::lookForChanges);
    static_cast<void>(Archive::prepareDriver()); // its absence is told by the first job
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

ArchiveWorker::~ArchiveWorker()
{
    m_thread.request_stop();
    m_ordered.notify_all();
    m_thread.join();
}

void ArchiveWorker::order(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_ordered.notify_all();
}

void ArchiveWorker::work(const std::stop_token &stop)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_ordered.wait(lock, stop, [this] { return !m_jobs.empty(); });
            if (m_jobs.empty()) {
                return;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        carryOut(job);
    }
}

void ArchiveWorker::carryOut(const Job &job)
{
    // Opened anew each time: a file that another program has set aside meanwhile is not held on to.
    auto archive = Archive::open(m_place);
    Delivery delivery;
    QList<ArchiveNotice> notices;
    if (archive) {
        delivery = job(*archive.value());
        notices = archive.value()->notices();
    } else {
        delivery = [this, sentence = archive.error()] { Q_EMIT failed(sentence); };
    }
    QMetaObject::invokeMethod(
        this,
        [this, delivery, notices] {
            for (const ArchiveNotice &notice : notices) {
                Q_EMIT noticed(notice);
            }
            delivery();
        },
        Qt::QueuedConnection);
}

void ArchiveWorker::watch(const QString &path, const QString &seen)
{
    m_path = path;
    m_seen = seen;
    if (!m_watcher.files().contains(path)) { // it is new, or another file has taken its name
        m_watcher.addPath(path);
    }
}

void ArchiveWorker::lookForChanges()
{
    if (!m_path.isEmpty() && stateOf(m_path) != m_seen) {
        refresh();
    }
}

ArchiveWorker::Delivery ArchiveWorker::listFrom(Archive &archive)
{
    const QString seen = stateOf(archive.path()); // before: what is written meanwhile is news
    const auto runs = archive.list();
    const auto size = archive.size();
    if (!runs || !size) {
        return [this, sentence = runs ? size.error() : runs.error()] { Q_EMIT failed(sentence); };
    }
    return [this, path = archive.path(), seen, found = runs.value(), held = size.value()] {
        watch(path, seen);
        Q_EMIT listed(found, held);
    };
}

void ArchiveWorker::refresh()
{
    order([this](Archive &archive) { return listFrom(archive); });
}

void ArchiveWorker::open(const QString &id)
{
    order([this, id](Archive &archive) -> Delivery {
        auto record = archive.read(id, Archive::History::Read);
        if (!record) {
            return [this, sentence = record.error()] { Q_EMIT failed(sentence); };
        }
        auto read = relocalised(std::make_shared<const RunRecord>(std::move(record).value()));
        return [this, read] { Q_EMIT opened(read); };
    });
}

void ArchiveWorker::compare(const QStringList &ids)
{
    readAll(ids, Archive::History::Leave, &ArchiveWorker::compared);
}

void ArchiveWorker::gather(const QStringList &ids)
{
    readAll(ids, Archive::History::Read, &ArchiveWorker::gathered);
}

void ArchiveWorker::readAll(const QStringList &ids, Archive::History history, ReadSignal done)
{
    order([this, ids, history, done](Archive &archive) -> Delivery {
        QList<std::shared_ptr<const RunRecord>> records;
        for (const QString &id : ids) {
            auto record = archive.read(id, history);
            if (!record) {
                return [this, sentence = record.error()] { Q_EMIT failed(sentence); };
            }
            records << std::make_shared<const RunRecord>(std::move(record).value());
        }
        return [this, records, done] { Q_EMIT(this->*done)(records); };
    });
}

void ArchiveWorker::change(const std::function<Result<void, QString>(Archive &)> &job)
{
    order([this, job](Archive &archive) -> Delivery {
        if (const auto done = job(archive); !done) {
            return [this, sentence = done.error()] { Q_EMIT failed(sentence); };
        }
        return listFrom(archive);
    });
}

void ArchiveWorker::setName(const QString &id, const QString &name)
{
    change([id, name](Archive &archive) { return archive.setName(id, name); });
}

void ArchiveWorker::setNote(const QString &id, const QString &note)
{
    change([id, note](Archive &archive) { return archive.setNote(id, note); });
}

void ArchiveWorker::setBaseline(const QString &id)
{
    change([id](Archive &archive) { return archive.setBaseline(id); });
}

void ArchiveWorker::remove(const QStringList &ids)
{
    change([ids](Archive &archive) { return archive.remove(ids); });
}

void ArchiveWorker::restore(const QStringList &ids)
{
    change([ids](Archive &archive) { return archive.restore(ids); });
}

void ArchiveWorker::forgetRemoved()
{
    order([](Archive &archive) -> Delivery {
        static_cast<void>(archive.forgetRemoved()); // else when a program begins the next time
        return [] {};
    });
}

} // namespace stampede
