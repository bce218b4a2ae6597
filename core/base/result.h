// SPDX-License-Identifier: MIT
#pragma once

#include "base/check.h"

#include <utility>
#include <variant>

namespace stampede {

/// Wraps an error so that Result<T, E> can be built from it even where T and E are alike.
template<typename E>
struct Failure
{
    E error;
};
template<typename E>
Failure(E) -> Failure<E>;

/// Either a value or the error that kept it from being made. Reading the wrong one is our own
/// mistake and ends the program.
template<typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Failure<E> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const &
    {
        auto *const found = std::get_if<0>(&m_state);
        STAMPEDE_CHECK(found != nullptr);
        return *found;
    }
    [[nodiscard]] T &value() &
    {
        auto *const found = std::get_if<0>(&m_state);
        STAMPEDE_CHECK(found != nullptr);
        return *found;
    }
    [[nodiscard]] T &&value() &&
    {
        auto *const found = std::get_if<0>(&m_state);
        STAMPEDE_CHECK(found != nullptr);
        return std::move(*found);
    }
    [[nodiscard]] const E &error() const
    {
        auto *const found = std::get_if<1>(&m_state);
        STAMPEDE_CHECK(found != nullptr);
        return *found;
    }

private:
    std::variant<T, E> m_state;
};

/// Success, or the error.
template<typename E>
class [[nodiscard]] Result<void, E>
{
public:
    Result() = default;
    Result(Failure<E> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const E &error() const
    {
        auto *const found = std::get_if<1>(&m_state);
        STAMPEDE_CHECK(found != nullptr);
        return *found;
    }

private:
    std::variant<std::monostate, E> m_state;
};

} // namespace stampede
