// SPDX-License-Identifier: MIT
#include "database/become_account.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace stampede {

bool becomeAccount(bool drops, uid_t uid, gid_t gid) noexcept
{
    // The library's functions of these names change every thread of the process.
    return !drops ||
           (syscall(SYS_setgroups, 0, nullptr) == 0 && syscall(SYS_setresgid, gid, gid, gid) == 0 &&
            syscall(SYS_setresuid, uid, uid, uid) == 0);
}

} // namespace stampede
