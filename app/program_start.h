// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>
#include <csignal>

namespace stampede {

/// What asks a program to end: Ctrl+C, an order, the terminal that goes away.
inline constexpr std::array kStopSignals = {SIGINT, SIGTERM, SIGHUP};

/// Whether the signal was ignored when the program began (nohup, a job in the background): then it
/// stays so.
bool isIgnored(int signal);

/// The first thing that a program does: standard descriptors that are closed are opened on
/// /dev/null, so that no file of ours takes their numbers; a pipe that nobody reads is an error of
/// writing and not the end; signals that ask for the end end with 105, until StopSignals takes
/// them; where the system refuses a thread or memory, a sentence and an exit code of the contract.
/// Gives the exit code where the limits of this process are too low to begin at all, else 0.
int beginProgram();

/// Ends the program where the message of the toolkit says that the system refused it a thread, for
/// which it would wait. Every message is asked about, once beginProgram() was called.
void endWhereThreadIsRefused(const QString &message);

} // namespace stampede
