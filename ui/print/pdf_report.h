#pragma once

#include "report/report.h"

#include <QByteArray>

class QIODevice;

namespace stampede {

/// Makes the PDF possible: a program without a window calls it once before its QGuiApplication.
void useNoDisplay();

/// Writes the report as PDF on sheets of A4: vectors, fonts embedded. `attachment` goes along as
/// result.json unless it is empty. False where the device took it not. Any thread.
bool writePdf(QIODevice &device, const Report &report, const QByteArray &attachment);

} // namespace stampede
