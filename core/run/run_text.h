// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct RunText
{
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

} // namespace stampede
