// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>
#include <QWidget>

namespace stampede::test {

/// The filter that is on the screen: each page may have one.
inline QLineEdit *visibleFilter(const QWidget &window)
{
    const auto filters = window.findChildren<QLineEdit *>(QStringLiteral("pageFilter"));
    for (QLineEdit *filter : filters) {
        if (filter->isVisible()) {
            return filter;
        }
    }
    qFatal("no filter is visible");
}

} // namespace stampede::test
