// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of what this module says to people.
struct ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

} // namespace stampede
