// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

class QMimeData;
class QWidget;

namespace stampede {

/// Takes files of scenarios and of other tools' results that are dropped anywhere on a window, also
/// on a field that would write their name down.
class FileDrop final : public QObject
{
    Q_OBJECT

public:
    explicit FileDrop(QWidget *window);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace stampede
