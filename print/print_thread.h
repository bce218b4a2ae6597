// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

class QThreadPool;

namespace stampede {

/// The one thread of inPrintThread(), for jobs whose results somebody gets. Not once the
/// application has begun to go.
QThreadPool &printThread();

/// Runs the job in the one thread in which a window lays out, paints and takes apart its reports,
/// after those that were there before. Engines of fonts belong to the thread that made them: a
/// report that another thread paints or deletes leaves them damaged. The thread ends with the
/// application.
void inPrintThread(std::function<void()> job);

/// Shared by any thread, and deleted in that one.
template<typename T>
std::shared_ptr<const T> ownedByPrintThread(T value)
{
    return std::shared_ptr<const T>(new T(std::move(value)),
                                    [](const T *made) { inPrintThread([made] { delete made; }); });
}

} // namespace stampede
