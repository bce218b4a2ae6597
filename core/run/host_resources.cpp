// SPDX-License-Identifier: MIT
#include "run/host_resources.h"

#include "run/run_text.h"

#include "files/data_root.h"
#include "files/output_file.h"
#include "run/resource_estimate.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace stampede {

namespace {

/// The program's own, and those of Qt and the database's driver.
constexpr std::int64_t kOwnThreads = 24;
/// An operation in the journal and, compressed, in the archive; its row in a private server.
constexpr std::int64_t kDiskBytesARequest = 150;
/// A private server's files, the record of the run.
constexpr std::int64_t kDiskBytesARun = 64'000'000;
constexpr std::int64_t kBytesAKilobyte = 1'024;

using Amount = std::optional<std::int64_t>;

/// The smaller of what is known.
Amount least(const Amount &one, const Amount &other)
{
    return one && other ? std::min(*one, *other) : (one ? one : other);
}

/// The number that a file of the kernel holds; nothing for "max" and where there is no such file.
Amount numberIn(const QString &path)
{
    QFile file(path);
    bool isNumber = false;
    const qint64 number =
        file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong(&isNumber) : 0;
    return isNumber ? Amount(number) : std::nullopt;
}

/// What a control group still allows of something.
Amount leftInGroup(const QString &what)
{
    const QString file = QStringLiteral("/sys/fs/cgroup/") + what;
    const Amount most = numberIn(file + QStringLiteral(".max"));
    const Amount used = numberIn(file + QStringLiteral(".current"));
    return most && used ? Amount(std::max<std::int64_t>(0, *most - *used)) : std::nullopt;
}

/// The figure behind a name at the beginning of a line of such a file.
Amount namedNumberIn(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name)) {
            return line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return std::nullopt;
}

Amount availableMemory()
{
    const Amount kilobytes =
        namedNumberIn(QStringLiteral("/proc/meminfo"), QByteArrayLiteral("MemAvailable:"));
    Amount inGroup = leftInGroup(QStringLiteral("memory"));
    if (inGroup) {
        // What is only there to spare the disk is given back when it is needed.
        for (const char *cached : {"inactive_file ", "active_file "}) {
            *inGroup +=
                namedNumberIn(QStringLiteral("/sys/fs/cgroup/memory.stat"), cached).value_or(0);
        }
    }
    return least(kilobytes ? Amount(*kilobytes * kBytesAKilobyte) : std::nullopt, inGroup);
}

/// Threads that an account may have; how many it has already is not counted, which other programs
/// of it change from moment to moment. Root is not held to it.
Amount threadsOfAccount()
{
    rlimit limit{};
    if (geteuid() == 0 || getrlimit(RLIMIT_NPROC, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(limit.rlim_cur);
}

/// The disk that the folder is or will be on.
Amount diskAt(const QString &folder)
{
    return freeBytesAt(folder);
}

QString bytesText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

HostResources resourcesNeeded(const Scenario &scenario)
{
    const bool hasThreads = scenario.target.kind == TargetKind::InProcess;
    const std::int64_t requests = std::max<std::int64_t>(0, scenario.plannedRequests());
    return {.threads = (hasThreads ? scenario.mostVus() : 0) + kOwnThreads,
            .memoryBytes = scenario.mostVus() * kBytesAVu + requests * kBytesARequest,
            .diskBytes = kDiskBytesARun + requests * kDiskBytesARequest};
}

HostResources resourcesOfThisHost()
{
    return {.threads = least(
                least(numberIn(QStringLiteral("/proc/sys/kernel/threads-max")), threadsOfAccount()),
                leftInGroup(QStringLiteral("pids"))),
            .memoryBytes = availableMemory(),
            .diskBytes = diskAt(defaultDataRoot())};
}

Result<void, QString> checkResources(const HostResources &needed, const HostResources &there)
{
    const auto lacks = [](const Amount &need, const Amount &have) {
        return need && have && *need > *have;
    };
    if (lacks(needed.threads, there.threads)) {
        return Failure{RunText::tr("Threads needed: %1, possible: %2. Use fewer virtual users, or "
                                   "raise the limit of threads (`ulimit -u`).")
                           .arg(text::count(*needed.threads), text::count(*there.threads))};
    }
    if (lacks(needed.memoryBytes, there.memoryBytes)) {
        return Failure{
            RunText::tr("%1 of memory needed, %2 free. Use fewer requests or virtual users, or "
                        "end other programs.")
                .arg(bytesText(*needed.memoryBytes), bytesText(*there.memoryBytes))};
    }
    if (lacks(needed.diskBytes, there.diskBytes)) {
        return Failure{RunText::tr("%1 of disk needed for data and journal, %2 free. Make room, "
                                   "use fewer requests, or name a folder on another disk in "
                                   "STAMPEDE_DATA_DIR.")
                           .arg(bytesText(*needed.diskBytes), bytesText(*there.diskBytes))};
    }
    return {};
}

} // namespace stampede
