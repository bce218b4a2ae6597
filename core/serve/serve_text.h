// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct ServeText
{
    Q_DECLARE_TR_FUNCTIONS(ServeText)
};

} // namespace stampede
