// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct CompareText
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

} // namespace stampede
