// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "report/report.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QCoreApplication;
class QIODevice;

namespace stampede {

/// The application of a program that paints and has no window: it touches no display.
std::unique_ptr<QCoreApplication> applicationWithoutDisplay(int &argc, char *argv[]);

/// Whether the fonts of this machine have every letter and digit of the report; the error names one
/// that would be a box on paper, and says what to install. Any thread.
Result<void, QString> fontsHave(const Report &report);

/// Writes the report as PDF on sheets of A4: vectors, fonts embedded. `attachment` goes along as
/// result.json unless it is empty. False where the device took it not. Any thread.
bool writePdf(QIODevice &device, const Report &report, const QByteArray &attachment);

} // namespace stampede
