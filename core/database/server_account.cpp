// SPDX-License-Identifier: MIT
#include "database/server_account.h"

#include "database/become_account.h"

#include <QFile>
#include <QStringList>

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <thread>

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

QString firstClosedFolder(const ServerAccount &account, const QString &folder)
{
    QStringList folders = {QStringLiteral("/")};
    for (qsizetype slash = folder.indexOf(QLatin1Char('/'), 1); slash >= 0;
         slash = folder.indexOf(QLatin1Char('/'), slash + 1)) {
        folders += folder.left(slash);
    }
    folders += folder;
    // Only somebody of that account can tell: access lists and mounts have a say too. The system
    // keeps an account for each thread, so this one is changed for good and then ends.
    qsizetype closed = -1;
    std::thread([&account, &folders, &closed] {
        if (!becomeAccount(account.drops, account.uid, account.gid)) {
            return;
        }
        for (qsizetype i = 0; i < folders.size() && closed < 0; ++i) {
            const int wanted = i + 1 == folders.size() ? W_OK | X_OK : X_OK;
            if (access(QFile::encodeName(folders[i]).constData(), wanted) != 0) {
                closed = i;
            }
        }
    }).join();
    return closed < 0 ? QString() : folders[closed];
}

} // namespace stampede
