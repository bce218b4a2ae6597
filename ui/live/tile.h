#pragma once

#include <QFrame>
#include <QString>

class QLabel;

namespace stampede {

/// A figure with its name and one line underneath.
class Tile final : public QFrame
{
    Q_OBJECT

public:
    Tile(const QString &mark, const QString &name, QWidget *parent = nullptr);
    void show(const QString &figure, const QString &below);
    void setMarkColor(const QColor &color);

private:
    QString m_mark;
    QString m_text;
    QLabel *m_name;
    QLabel *m_figure;
    QLabel *m_below;
};

} // namespace stampede
