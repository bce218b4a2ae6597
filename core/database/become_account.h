// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

namespace stampede {

/// Changes the calling thread for good to that account, where it `drops`. By system calls alone:
/// safe between fork and exec. False where the system refused.
bool becomeAccount(bool drops, uid_t uid, gid_t gid) noexcept;

} // namespace stampede
