// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>
#include <QString>

namespace stampede {

/// A line, or a few, that end in … where there is no room for the rest, which is in the tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setWhole(const QString &words);
    /// Where the … stands; at the end unless said otherwise.
    void setElision(Qt::TextElideMode mode);
    /// Words that are too long for one line take up to so many before they end in … .
    void setMostLines(int lines);
    /// Asks for the room of all its words, and lets neighbours stand beside them; else it takes
    /// what room the layout gives it.
    void setNatural();
    /// From now on asks for no less room than the longest words so far, or again for what the
    /// present ones take.
    void holdRoom(bool held);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// What it would say with room enough.
    [[nodiscard]] const QString &whole() const { return m_whole; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    QString m_whole;
    Qt::TextElideMode m_elision = Qt::ElideRight;
    int m_mostLines = 1;
    bool m_isRemark = false; ///< rather nothing than a letter and an ellipsis
    bool m_holdsRoom = false;
    int m_room = 0; ///< px that the longest words took since it holds room
};

} // namespace stampede
