// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct ArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveText)
};

} // namespace stampede
