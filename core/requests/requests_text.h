// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The texts of this module.
struct RequestsText
{
    Q_DECLARE_TR_FUNCTIONS(RequestsText)
};

} // namespace stampede
