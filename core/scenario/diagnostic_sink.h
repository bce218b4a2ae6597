// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

namespace stampede {

/// Takes one fault: the path of what is wrong, and what it must be.
using DiagnosticSink = std::function<void(const QString &path, const QString &text)>;

} // namespace stampede
