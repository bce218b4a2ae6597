// SPDX-License-Identifier: MIT
#pragma once
// ui: the window. Shows fields of the run record and changes the scenario; computes nothing of its
// own.

#include "base/outcome.h"
#include "record/check_result.h"
#include "record/run_record.h"

#include <QColor>
#include <QIcon>
#include <QString>
#include <QWidget>

namespace stampede {

enum class ThemeMode
{
    System,
    Light,
    Dark,
    Contrast
};

/// The colours of the interface by what they mean. Every one is accompanied by a shape, a pattern
/// or a word; red is for damage and errors only.
struct Theme
{
    bool dark = false;
    bool contrast = false; ///< black, white and strong edges
    QColor page;
    QColor panel;
    QColor border;
    QColor edge;    ///< around what can be worked with
    QColor hover;   ///< under the mouse
    QColor pressed; ///< pressed or switched on
    QColor track;   ///< the part of a bar or slider that is still empty
    QColor text;
    QColor muted;
    QColor disabled; ///< words on what cannot be pressed now: fainter than any other
    QColor accent;
    QColor accentHover;
    QColor onFilled; ///< text on a filled button or verdict
    QColor issued;
    QColor alreadyIssued;
    QColor outOfStock;
    QColor error;
    QColor noAnswer;
    QColor held;
    QColor damage;
    QColor warning;

    /// The colour of a layer of answers, and so of every outcome in it.
    [[nodiscard]] static QColor Theme::*colorOf(AnswerLayer layer);
    [[nodiscard]] QColor of(Outcome outcome) const;
    [[nodiscard]] QColor of(RunVerdict verdict) const;

    /// The theme of the application; UI thread.
    static const Theme &current();
    /// Makes it so for every widget: palette, style sheet, charts ask current(). System is what the
    /// desktop prefers now; SystemLook::changed() says when that is another one.
    static void apply(ThemeMode mode);
};

/// The colour, only that much of it: 0 none, 1 all.
QColor faint(QColor color, double share);

/// An icon of resources/icons in that colour, sharp at every scale.
QIcon themedIcon(const QString &name, const QColor &color);
QPixmap themedPixmap(const QString &name, const QColor &color, int size, qreal ratio);

/// Sets a property that the style sheet asks for; styles the widget anew only where it has changed.
void setStyleProperty(QWidget *widget, const char *name, bool value);

/// The icon's name for a verdict and for a check's verdict.
QString verdictIcon(RunVerdict verdict);
QString checkIcon(const CheckResult &check);

} // namespace stampede
