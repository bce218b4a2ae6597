// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stampede {

/// Which refusal a holder gets when the stock is gone as well.
enum class Precedence : std::uint8_t
{
    Any,
    StockFirst,
    DuplicateFirst
};

/// The word of history and profile files: "any", "stock-first", "duplicate-first".
std::string_view precedenceKey(Precedence precedence);
/// The precedence of that word, or nothing.
std::optional<Precedence> precedenceFromKey(std::string_view key);

} // namespace stampede
