// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct FaultsText
{
    Q_DECLARE_TR_FUNCTIONS(FaultsText)
};

} // namespace stampede
