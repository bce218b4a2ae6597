#pragma once

#include "run/run_controller.h"

class QWidget;

namespace stampede {

enum class CloseAnswer
{
    StopAndAudit,
    StopNow,
    KeepRunning
};

/// Asks what becomes of the run that goes on, when its window is to be closed.
CloseAnswer askAboutTheRun(const RunProgress &progress, QWidget *window);

} // namespace stampede
