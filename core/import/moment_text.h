// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stampede {

/// Epoch, ns, of "2026-11-30T02:05:43.691784238Z" or with an offset such as "+09:00"; nothing where
/// it is no such moment or lies outside the years 1970 to 2200.
std::optional<std::int64_t> momentOf(std::string_view rfc3339);

/// The whole of a text as a number from 0 on; nothing where it is none.
std::optional<std::int64_t> wholeNumber(std::string_view digits);
/// The whole of a text as a finite number.
std::optional<double> realNumber(std::string_view digits);

} // namespace stampede
