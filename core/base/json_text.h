// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stampede {

/// Appends the text as a JSON string, in quotes. UTF-8 stays as it is; quotes, backslashes and
/// control characters are escaped.
void appendJsonText(std::string &to, std::string_view text);

} // namespace stampede
