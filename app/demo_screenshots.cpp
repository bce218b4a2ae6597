// SPDX-License-Identifier: MIT
#include "app/demo_screenshots.h"

#include "app/cli_commands.h"
#include "app/screenshots.h"
#include "ui/stage/stage_window.h"

#include <QCoreApplication>
#include <QDir>

namespace stampede {

namespace {

constexpr QSize kWall(1920, 1080);

void settleDown()
{
    // What a step has set off is laid out and drawn.
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
    }
}

} // namespace

DemoScreenshots::DemoScreenshots(MainWindow &window, const QString &folder)
    : m_window(window)
    , m_folder(folder)
{}

void DemoScreenshots::start()
{
    m_window.openDemo();
    connect(&m_window.demo(), &Demo::changed, this, &DemoScreenshots::look, Qt::QueuedConnection);
    look();
}

void DemoScreenshots::look()
{
    Demo &demo = m_window.demo();
    const QString step =
        demo.isEncore() ? QStringLiteral("encore") : QString::number(demo.step() + 1);
    switch (demo.state()) {
    case Demo::State::Before:
        if (m_ran) { // it could not be made
            return end(false);
        }
        m_ran = true;
        if (!take(QStringLiteral("demo-%1-before.png").arg(step))) {
            return end(false);
        }
        demo.run();
        break;
    case Demo::State::Running:
        break;
    case Demo::State::Replaying:
        if (m_window.replay().isPlaying()) {
            m_window.replay().hold();
            m_window.replay().seek(m_window.replay().lengthNs() / 2);
            if (!take(QStringLiteral("demo-%1-replay.png").arg(step))) {
                return end(false);
            }
            demo.skip();
        }
        break;
    case Demo::State::After:
        if (m_ran) {
            m_ran = false;
            takeAfter();
        }
        break;
    }
}

void DemoScreenshots::takeAfter()
{
    Demo &demo = m_window.demo();
    const QString step =
        demo.isEncore() ? QStringLiteral("encore") : QString::number(demo.step() + 1);
    if (!take(QStringLiteral("demo-%1-after.png").arg(step)) ||
        !takeStage(demo.isEncore() ? QStringLiteral("stage-truth.png")
                                   : QStringLiteral("stage-%1.png").arg(step))) {
        return end(false);
    }
    if (demo.isEncore()) {
        return end(true);
    }
    demo.next();
}

void DemoScreenshots::end(bool complete)
{
    disconnect(&m_window.demo(), nullptr, this, nullptr);
    Q_EMIT finished(complete);
}

bool DemoScreenshots::take(const QString &name) const
{
    settleDown();
    return write(m_window.grab(), name);
}

bool DemoScreenshots::takeStage(const QString &name) const
{
    StageWindow &stage = m_window.stage();
    m_window.enterStage();
    settleDown(); // it has the size of the screen first
    stage.resize(kWall);
    settleDown();
    const bool written = write(stage.grab(), name);
    stage.leave();
    return written;
}

bool DemoScreenshots::write(const QPixmap &picture, const QString &name) const
{
    const auto written = writePicture(picture, QDir(m_folder).filePath(name));
    if (!written) {
        printError(written.error());
    }
    return written.ok();
}

} // namespace stampede
