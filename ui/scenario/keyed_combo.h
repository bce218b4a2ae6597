// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace stampede {

/// Entries in words, each with its technical name in grey behind.
class KeyedCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit KeyedCombo(QWidget *parent = nullptr);
    /// `key` is what currentData() gives, `grey` what stands behind the words, or empty.
    void addChoice(const QString &words, const QString &key, const QString &grey);
    void showPopup() override;

protected:
    /// Its tooltip is all of what it shows.
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace stampede
