// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct SharedText
{
    Q_DECLARE_TR_FUNCTIONS(SharedText)
};

} // namespace stampede
