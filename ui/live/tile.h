// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QFrame>
#include <QString>

class QLabel;

namespace stampede {

class ElidedLabel;

/// That font, or as much smaller as it takes for the text to fit into that many pixels.
QFont fittingFont(const QFont &font, const QString &text, int width);

/// A figure with its name and one line underneath. Can be chosen, by mouse or Return.
class Tile final : public QFrame
{
    Q_OBJECT

public:
    Tile(const QString &mark, const QString &name, QWidget *parent = nullptr);
    /// `isDamage`: the figure is not what had to come out, in the colour and with the mark of
    /// damage.
    void show(const QString &figure, const QString &below, bool isDamage = false);
    [[nodiscard]] bool isDamage() const { return m_isDamage; }
    /// px in which its name is whole.
    [[nodiscard]] int leastWidth() const;
    void setMark(const QString &mark, const QColor &color);
    /// Hatches the ground in the colour of the mark.
    void setHatched(bool hatched);
    /// Lets people choose it; what choosing does is told by clicked().
    void setChoosable(bool choosable);
    void setChosen(bool chosen);
    [[nodiscard]] bool isChosen() const { return m_chosen; }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void colorFigure();

    QString m_mark;
    QString m_text;
    QColor m_color;
    bool m_hatched = false;
    bool m_isDamage = false;
    bool m_choosable = false;
    bool m_chosen = false;
    QLabel *m_name;
    QLabel *m_figure;
    ElidedLabel *m_below;
};

} // namespace stampede
