// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct FormatsText
{
    Q_DECLARE_TR_FUNCTIONS(FormatsText)
};

} // namespace stampede
