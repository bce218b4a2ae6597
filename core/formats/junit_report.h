// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QByteArray>

namespace stampede {

/// The result as a JUnit XML file, as GitLab, Jenkins and others read it: a test suite `run` (did
/// it come to its end), `checks` (a test case a check of the audit) and `thresholds` (one a limit).
/// A failure is what the exit code calls one: a violation or a missed limit. What could not be
/// decided is an error, what had nothing to look at is skipped with its reason, and a warning
/// passes with its text as output.
QByteArray junitFile(const RunRecord &record);

} // namespace stampede
