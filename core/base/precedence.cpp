// SPDX-License-Identifier: MIT
#include "base/precedence.h"

namespace stampede {

std::string_view precedenceKey(Precedence precedence)
{
    switch (precedence) {
    case Precedence::Any:
        return "any";
    case Precedence::StockFirst:
        return "stock-first";
    case Precedence::DuplicateFirst:
        return "duplicate-first";
    }
    return "any";
}

std::optional<Precedence> precedenceFromKey(std::string_view key)
{
    for (const Precedence precedence :
         {Precedence::Any, Precedence::StockFirst, Precedence::DuplicateFirst}) {
        if (precedenceKey(precedence) == key) {
            return precedence;
        }
    }
    return std::nullopt;
}

} // namespace stampede
