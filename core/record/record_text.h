// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The translation context of this module.
struct RecordText
{
    Q_DECLARE_TR_FUNCTIONS(RecordText)
};

} // namespace stampede
