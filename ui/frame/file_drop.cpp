// SPDX-License-Identifier: MIT
#include "ui/frame/file_drop.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

/// The path of the one file among what is dragged that may be a scenario, results or requests, or
/// empty.
QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data == nullptr ? QList<QUrl>() : data->urls();
    const QString path = urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
    constexpr std::array kEndings = {".json", ".jsonl", ".csv",  ".jtl", ".xml",
                                     ".gz",   ".har",   ".yaml", ".yml", ".http"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&path](const char *ending) {
                           return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
                       })
               ? path
               : QString();
}

} // namespace

FileDrop::FileDrop(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    m_window->setAcceptDrops(true);
    qApp->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    const bool drags = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
                       event->type() == QEvent::Drop;
    const auto *widget = drags ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget == nullptr || widget->window() != m_window) {
        return false;
    }
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = droppedFile(drop->mimeData());
    if (path.isEmpty()) {
        return false;
    }
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop) {
        Q_EMIT dropped(path);
    }
    return true;
}

} // namespace stampede
