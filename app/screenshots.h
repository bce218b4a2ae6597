// SPDX-License-Identifier: MIT
#pragma once

#include "app/window_controller.h"
#include "base/result.h"
#include "ui/session/session.h"

#include <QObject>
#include <QPixmap>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace stampede {

/// Takes pictures of the window into a folder: one a page, and one of the live page in the middle
/// of the load. UI thread.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(Session &session, const WindowController &controller, const QString &folder);

    /// The files that it may write.
    static QStringList names();
    /// One picture a page, as they look now. False after an error message.
    bool takePages();
    /// Keeps a picture of the live page from the next run, from about the middle of its load.
    void watchRun();
    /// Writes the one that was kept. False after an error message.
    bool writeDuring();

private:
    /// Waits for the picture of the hot row; writes the card of the first race, if there is one.
    void carryOutOrders();
    bool takeRace();
    void look();
    bool write(const QPixmap &picture, const QString &name);

    Session &m_session;
    const WindowController &m_controller;
    QString m_folder;
    QTimer m_timer;
    QPixmap m_during;
    bool m_final = false; ///< the kept picture is from the second half
};

/// Writes a picture as PNG that is known as one of ours again. The error is a sentence.
Result<void, QString> writePicture(const QPixmap &picture, const QString &path);

} // namespace stampede
