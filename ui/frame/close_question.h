// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace stampede {

enum class CloseAnswer
{
    StopAndAudit,
    StopNow,
    KeepRunning ///< also where the run ended while the question was open, which closes it
};

/// Asks what becomes of the run that goes on, when its window is to be closed. `progress`: the
/// line of the page that says how far it is, and nothing once it has ended.
CloseAnswer askAboutTheRun(const std::function<std::optional<QString>()> &progress,
                           QWidget *window);

} // namespace stampede
