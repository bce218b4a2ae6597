// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_controller.h"

#include <QString>

namespace stampede {

/// The one line that shows how a run goes, e.g. "Run  612 of 1,096 · 2,380 answers/s · 0.3 s left".
QString progressLine(const RunProgress &progress);

/// Shows it on standard error, in place and without escape sequences, where that is a terminal;
/// else does nothing.
class TerminalProgress
{
public:
    explicit TerminalProgress(bool enabled);
    /// Leaves a clean line.
    ~TerminalProgress();
    TerminalProgress(const TerminalProgress &) = delete;
    TerminalProgress &operator=(const TerminalProgress &) = delete;

    void show(const RunProgress &progress);
    /// The same with a line of somebody else.
    void show(const QString &text);
    /// Prints a whole line and goes on below it. Also without a terminal.
    void say(const QString &line);
    void clear();

private:
    bool m_enabled;
    qsizetype m_shown = 0; ///< characters of the line that stands there
};

/// Whether standard output or standard error is a terminal.
bool isTerminal(int descriptor);

} // namespace stampede
