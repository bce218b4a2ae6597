#pragma once

#include "base/outcome.h"

#include <string_view>

namespace stampede {

/// How the service of this program answers over HTTP: the status, and the code in the body. A
/// request that it cannot tell of is an error of its own; Issued has no code.
int answerStatus(Outcome outcome);
std::string_view answerCode(Outcome outcome);

} // namespace stampede
