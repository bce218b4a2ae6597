// SPDX-License-Identifier: MIT
#pragma once

#include "load/load_plan.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// A value over time that moves in straight lines, e.g. a rate or a number of virtual users. Time
/// is in ns from its start; before 0 it does not exist, after its last stage it keeps its last
/// value.
class Ramp
{
public:
    /// Of a request: rounding errors of sums stay far below it, and it is far below one request.
    static constexpr double kTolerance = 1e-6;

    /// Starts at `start` and goes through the stages.
    Ramp(double start, const std::vector<LoadStage> &stages);
    /// `value` for `lengthNs`.
    static Ramp constant(double value, std::int64_t lengthNs);

    [[nodiscard]] std::int64_t lengthNs() const { return m_lengthNs; }
    [[nodiscard]] double valueAt(std::int64_t atNs) const;
    /// The highest value anywhere.
    [[nodiscard]] double highest() const;
    /// The first moment from `fromNs` on at which the value is at least `level`; nothing where it
    /// never is before the ramp's end.
    [[nodiscard]] std::optional<std::int64_t> reaches(double level, std::int64_t fromNs) const;

    /// The value as a rate a second: the integral from 0 to `atNs`, at most to the ramp's end.
    [[nodiscard]] double areaUntil(std::int64_t atNs) const;
    /// The moment at which that integral is `area`; nothing where it never gets there before the
    /// ramp's end. Within a stretch of length L from rate a to b it solves
    /// a·x + (b − a)/(2L)·x² = area for x.
    [[nodiscard]] std::optional<std::int64_t> whenAreaIs(double area) const;

    /// Cuts the ramp at `atNs` and goes on with `value` to the old end.
    void continueWith(double value, std::int64_t atNs);

private:
    struct Piece
    {
        std::int64_t beginNs = 0;
        std::int64_t endNs = 0;
        double from = 0;
        double to = 0;
        double areaBefore = 0;
        [[nodiscard]] double valueAt(std::int64_t atNs) const;
        [[nodiscard]] double areaUntil(std::int64_t atNs) const;
    };
    void append(std::int64_t lengthNs, double from, double to);

    std::vector<Piece> m_pieces;
    std::int64_t m_lengthNs = 0;
    double m_last = 0;
};

} // namespace stampede
