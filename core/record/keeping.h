// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace stampede {

/// How a finished run was put away.
struct Keeping
{
    bool kept = false;   ///< it can be opened again
    QStringList remarks; ///< what a person has to know
};

} // namespace stampede
