// SPDX-License-Identifier: MIT
#include "base/json_text.h"

namespace stampede {

void appendJsonText(std::string &to, std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    to += '"';
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (code < 0x20U) {
            to += "\\u00";
            to += digits[code >> 4U];
            to += digits[code & 0xFU];
        } else {
            to += c;
        }
    }
    to += '"';
}

} // namespace stampede
