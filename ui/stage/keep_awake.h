// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

namespace stampede {

/// Asks the desktop, while it lives, to leave the screen on (org.freedesktop.ScreenSaver). Never
/// waits for an answer; where there is no desktop that listens, nothing happens. UI thread.
class KeepAwake final : public QObject
{
    Q_OBJECT

public:
    explicit KeepAwake(QObject *parent = nullptr);
    ~KeepAwake() override;

private:
    std::optional<quint32> m_cookie; ///< what the desktop knows it by
};

} // namespace stampede
