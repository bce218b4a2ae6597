// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

class QLabel;

namespace stampede {

/// A large button with a title and a sentence, and an icon before them: a way in, or a step. As
/// high as its words need at its width.
class DoorButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit DoorButton(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSentence(const QString &sentence);
    /// One of resources/icons; drawn anew by retheme().
    void setIconName(const QString &name);
    /// Of a smaller kind, for several in a row above a page.
    void setSmall();
    void retheme();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QString m_iconName;
    bool m_small = false;
};

} // namespace stampede
