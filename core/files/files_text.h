// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct FilesText
{
    Q_DECLARE_TR_FUNCTIONS(FilesText)
};

} // namespace stampede
