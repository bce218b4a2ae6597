// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace stampede {

/// What the desktop prefers, as far as it tells: asked of the desktop portal where there is one, of
/// the toolkit's palette elsewhere. UI thread.
class SystemLook final : public QObject
{
    Q_OBJECT

public:
    /// The one of the application; made at the first call, which has to come before the
    /// application's palette is replaced.
    static SystemLook &instance();

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] bool isHighContrast() const { return m_highContrast; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void take(const QString &group, const QString &key, const QDBusVariant &value);

private:
    SystemLook();
    void askPortal();
    void lookAtPalette();

    bool m_dark = false;
    bool m_highContrast = false;
    bool m_portalTold = false; ///< whether it is dark; then the palette does not count
};

} // namespace stampede
