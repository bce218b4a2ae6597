// SPDX-License-Identifier: MIT
// A library to be preloaded: lets one write, rename or sync below a folder fail, as a full or
// broken disk does. Only in the program named STAMPEDE_FAIL_PROGRAM, so that servers it starts are
// left alone.
//   STAMPEDE_FAIL_BELOW   folders, separated by ':'; calls on files below them are counted
//   STAMPEDE_FAIL_AT      the number of the call that fails, from 1; 0: none
//   STAMPEDE_FAIL_ERRNO   with that errno
//   STAMPEDE_FAIL_REPORT  gets "COUNT CALL PATH\n" for the call that failed, and at the end
//                         "TOTAL COUNT\n"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Plan
{
    bool isOn = false;
    std::string below;
    std::string report;
    long at = 0;
    int error = ENOSPC;
    std::atomic<long> count{0};

    Plan()
    {
        const auto text = [](const char *name) {
            const char *value = std::getenv(name);
            return std::string(value == nullptr ? "" : value);
        };
        below = text("STAMPEDE_FAIL_BELOW");
        report = text("STAMPEDE_FAIL_REPORT");
        at = std::atol(text("STAMPEDE_FAIL_AT").c_str());
        error = std::atoi(text("STAMPEDE_FAIL_ERRNO").c_str());
        isOn = !below.empty() && text("STAMPEDE_FAIL_PROGRAM") == program_invocation_short_name;
    }
    ~Plan()
    {
        if (isOn) {
            say("TOTAL " + std::to_string(count.load()) + '\n');
        }
    }
    void say(const std::string &line) const;
};

Plan &plan()
{
    static Plan made;
    return made;
}

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

void Plan::say(const std::string &line) const
{
    const int file = ::open(report.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (file >= 0) {
        static const auto write = next<ssize_t (*)(int, const void *, size_t)>("write");
        static_cast<void>(write(file, line.data(), line.size()) > 0);
        ::close(file);
    }
}

bool isBelow(std::string_view path)
{
    std::string_view folders = plan().below;
    while (!folders.empty()) {
        const std::string_view folder = folders.substr(0, folders.find(':'));
        folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
        if (path.substr(0, folder.size()) == folder && path.size() > folder.size() &&
            path[folder.size()] == '/') {
            return true;
        }
    }
    return false;
}

/// Whether this call is the one; errno is set then.
bool fails(const char *call, std::string_view path)
{
    if (!isBelow(path) || ++plan().count != plan().at) {
        return false;
    }
    plan().say("FAILED " + std::to_string(plan().at) + ' ' + call + ' ' + std::string(path) + '\n');
    errno = plan().error;
    return true;
}

bool fails(const char *call, int descriptor)
{
    if (!plan().isOn) {
        return false;
    }
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const int before = errno;
    const ssize_t size = ::readlink(link, path, sizeof path);
    errno = before;
    return size > 0 && fails(call, std::string_view(path, static_cast<std::size_t>(size)));
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    return fails("write", file) ? -1 : real(file, bytes, size);
}

ssize_t writev(int file, const struct iovec *parts, int count)
{
    static const auto real = next<ssize_t (*)(int, const struct iovec *, int)>("writev");
    return fails("writev", file) ? -1 : real(file, parts, count);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return fails("pwrite", file) ? -1 : real(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return fails("pwrite64", file) ? -1 : real(file, bytes, size, at);
}

int ftruncate64(int file, off64_t size)
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails("ftruncate", file) ? -1 : real(file, size);
}

int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return fails("fsync", file) ? -1 : real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return fails("fdatasync", file) ? -1 : real(file);
}

int rename(const char *from, const char *to)
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return plan().isOn && fails("rename", std::string_view(to)) ? -1 : real(from, to);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    return plan().isOn && fails("linkat", std::string_view(to))
               ? -1
               : real(fromFolder, from, toFolder, to, flags);
}

} // extern "C"
