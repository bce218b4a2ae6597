// SPDX-License-Identifier: MIT
#include "run/background.h"

namespace stampede {

QThreadPool &backgroundPool()
{
    constexpr int kThreads = 32; ///< most of them wait for a server
    static auto *const pool = [] {
        auto *made = new QThreadPool; // never deleted: that would wait
        made->setMaxThreadCount(kThreads);
        return made;
    }();
    return *pool;
}

bool isBackgroundBusy()
{
    return backgroundPool().activeThreadCount() > 0;
}

} // namespace stampede
