#pragma once

namespace stampede {

/// Height of every field of the form, in pixels.
inline constexpr int kFieldHeight = 28;

} // namespace stampede
