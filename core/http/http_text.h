// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct HttpText
{
    Q_DECLARE_TR_FUNCTIONS(HttpText)
};

} // namespace stampede
