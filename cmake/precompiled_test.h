// SPDX-License-Identifier: MIT
// The same for tests.
#include "precompiled_core.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
