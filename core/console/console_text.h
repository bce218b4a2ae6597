// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct ConsoleText
{
    Q_DECLARE_TR_FUNCTIONS(ConsoleText)
};

} // namespace stampede
