// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>

namespace stampede {

/// An integer id that cannot be confused with another kind of id.
template<typename Tag>
struct Id
{
    std::int64_t value = 0;
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &left, const Id &right) { return left.value < right.value; }
};

using CouponId = Id<struct CouponTag>;
using UserId = Id<struct UserTag>;

} // namespace stampede

template<typename Tag>
struct std::hash<stampede::Id<Tag>>
{
    std::size_t operator()(const stampede::Id<Tag> &id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
