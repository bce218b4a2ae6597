// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct PrintText
{
    Q_DECLARE_TR_FUNCTIONS(PrintText)
};

} // namespace stampede
