// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct InterleaveText
{
    Q_DECLARE_TR_FUNCTIONS(InterleaveText)
};

} // namespace stampede
