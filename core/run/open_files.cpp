// SPDX-License-Identifier: MIT
#include "run/open_files.h"

#include "run/run_text.h"

#include "text/number_text.h"

#include <QCoreApplication>

#include <sys/resource.h>

namespace stampede {

namespace {

/// Files that the program needs beside its connections: libraries, logs, pipes, the archive.
constexpr rlim_t kOwnFiles = 64;

} // namespace

void raiseOpenFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        // Where it is refused the check before the run says so.
        static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));
    }
}

Result<void, QString> checkOpenFiles(int connections)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return {};
    }
    const rlim_t needed = static_cast<rlim_t>(connections) + kOwnFiles;
    if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= needed) {
        return {};
    }
    return Failure{RunText::tr("%1 open files needed, %2 allowed. Run `ulimit -n %3` before "
                               "starting, or use fewer virtual users.")
                       .arg(text::count(static_cast<std::int64_t>(needed)),
                            text::count(static_cast<std::int64_t>(limit.rlim_cur)),
                            QString::number(needed))};
}

QString allowFilesCommand(int connections)
{
    return QStringLiteral("ulimit -n %1").arg(static_cast<rlim_t>(connections) + kOwnFiles);
}

} // namespace stampede
