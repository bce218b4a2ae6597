#include "database/server_account.h"

#include <QFile>
#include <QStringList>

#include <pwd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

namespace stampede {

namespace {

constexpr uid_t kOverflowId = 65'534; // what Linux itself calls nobody

bool lookUp(const char *name, ServerAccount &account)
{
    std::array<char, 16'384> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwnam_r(name, &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) {
        return false;
    }
    account.uid = entry.pw_uid;
    account.gid = entry.pw_gid;
    account.name = QString::fromLatin1(name);
    return true;
}

} // namespace

ServerAccount serverAccount()
{
    ServerAccount account;
    account.uid = geteuid();
    account.gid = getegid();
    if (account.uid != 0) {
        return account;
    }
    account.drops = true;
    if (!lookUp("mysql", account) && !lookUp("nobody", account)) {
        account.uid = kOverflowId;
        account.gid = kOverflowId;
        account.name = QString::number(kOverflowId);
    }
    return account;
}

bool becomeAccount(bool drops, uid_t uid, gid_t gid) noexcept
{
    // The library's functions of these names signal every thread of the program that was copied,
    // which no longer exist here.
    return !drops ||
           (syscall(SYS_setgroups, 0, nullptr) == 0 && syscall(SYS_setresgid, gid, gid, gid) == 0 &&
            syscall(SYS_setresuid, uid, uid, uid) == 0);
}

QString firstClosedFolder(const ServerAccount &account, const QString &folder)
{
    QStringList folders = {QStringLiteral("/")};
    for (qsizetype slash = folder.indexOf(QLatin1Char('/'), 1); slash >= 0;
         slash = folder.indexOf(QLatin1Char('/'), slash + 1)) {
        folders += folder.left(slash);
    }
    folders += folder;
    std::vector<QByteArray> names;
    for (const QString &name : std::as_const(folders)) {
        names.push_back(QFile::encodeName(name));
    }

    // Only a process of that account can tell: access lists and mounts have a say too.
    const pid_t child = fork();
    if (child == 0) {
        if (!becomeAccount(account.drops, account.uid, account.gid)) {
            _exit(0);
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool last = i + 1 == names.size();
            if (access(names[i].constData(), last ? W_OK | X_OK : X_OK) != 0) {
                _exit(static_cast<int>(i) + 1);
            }
        }
        _exit(0);
    }
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    const int closed = child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    return closed == 0 ? QString() : folders.value(closed - 1);
}

} // namespace stampede
