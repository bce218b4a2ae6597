// SPDX-License-Identifier: MIT
#pragma once

#include "ui/frame/main_window.h"

#include <QObject>
#include <QString>

namespace stampede {

/// Goes through the guided demo by itself and takes pictures into a folder: each step before and
/// after it ran, one in the middle of its slow motion, the stage after it; then the encore, in the
/// window and on the stage. UI thread.
class DemoScreenshots final : public QObject
{
    Q_OBJECT

public:
    DemoScreenshots(MainWindow &window, const QString &folder);
    void start();

Q_SIGNALS:
    /// The encore was taken, or a run or a picture could not be made.
    void finished(bool complete);

private:
    void look();
    void takeAfter();
    void end(bool complete);
    [[nodiscard]] bool take(const QString &name) const;
    [[nodiscard]] bool takeStage(const QString &name) const;
    [[nodiscard]] bool write(const QPixmap &picture, const QString &name) const;

    MainWindow &m_window;
    QString m_folder;
    bool m_ran = false; ///< this step
};

} // namespace stampede
