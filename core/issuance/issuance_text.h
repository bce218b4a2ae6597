// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct IssuanceText
{
    Q_DECLARE_TR_FUNCTIONS(IssuanceText)
};

} // namespace stampede
