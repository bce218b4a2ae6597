// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct DatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseText)
};

} // namespace stampede
