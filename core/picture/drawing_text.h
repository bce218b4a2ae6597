// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace stampede {

/// The words in pictures and of what they show.
struct DrawingText
{
    Q_DECLARE_TR_FUNCTIONS(DrawingText)
};

} // namespace stampede
