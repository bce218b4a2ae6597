// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct RecoveryText
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryText)
};

} // namespace stampede
