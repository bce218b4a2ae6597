#pragma once

#include "base/outcome.h"

#include <QString>

namespace stampede {

/// "Issued (200)"
QString outcomeLabel(Outcome outcome);

} // namespace stampede
