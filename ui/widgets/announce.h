// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QImage;
class QWidget;

namespace stampede {

/// Names the widget so, and lets a screen reader say it where the widget is to be seen.
void announce(QWidget *widget, const QString &sentence);

/// Lets the status bar of the widget's window say it for some seconds.
void sayShortly(QWidget *widget, const QString &sentence);

/// Copies the words, and says that it did.
void copyText(QWidget *widget, const QString &words);
void copyImage(QWidget *widget, const QImage &picture);

} // namespace stampede
