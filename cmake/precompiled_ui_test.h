// SPDX-License-Identifier: MIT
// The same for tests of the window.
#include "precompiled_ui.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
