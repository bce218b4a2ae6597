// SPDX-License-Identifier: MIT
#pragma once
// fuzz: every reader of what comes from outside, fed with anything. A target is one function that
// libFuzzer or corpus_driver calls; what must hold is checked with `must`, which stays on in
// release.

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace stampede::fuzz {

/// Ends the program with the sentence where `holds` is false.
inline void must(bool holds, const char *sentence)
{
    if (!holds) {
        static_cast<void>(std::fprintf(stderr, "does not hold: %s\n", sentence));
        std::abort();
    }
}

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

inline QString stringOf(const std::uint8_t *data, std::size_t size)
{
    return QString::fromUtf8(bytesOf(data, size));
}

} // namespace stampede::fuzz
