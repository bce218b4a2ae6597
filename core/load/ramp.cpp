// SPDX-License-Identifier: MIT
#include "load/ramp.h"

#include "base/check.h"
#include "base/clock.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr double kNsPerSecondReal = static_cast<double>(kNsPerSecond);

double secondsOf(std::int64_t ns)
{
    return static_cast<double>(ns) / kNsPerSecondReal;
}

} // namespace

Ramp::Ramp(double start, const std::vector<LoadStage> &stages)
    : m_last(start)
{
    for (const LoadStage &stage : stages) {
        append(stage.durationNs, m_last, stage.target);
        m_last = stage.target;
    }
}

Ramp Ramp::constant(double value, std::int64_t lengthNs)
{
    return Ramp(value, {{lengthNs, value}});
}

void Ramp::append(std::int64_t lengthNs, double from, double to)
{
    STAMPEDE_CHECK(lengthNs >= 0 && from >= 0 && to >= 0);
    if (lengthNs == 0) {
        return;
    }
    const double before = m_pieces.empty() ? 0 : areaUntil(m_lengthNs);
    m_pieces.push_back({m_lengthNs, m_lengthNs + lengthNs, from, to, before});
    m_lengthNs += lengthNs;
}

double Ramp::Piece::valueAt(std::int64_t atNs) const
{
    const double share = static_cast<double>(atNs - beginNs) / static_cast<double>(endNs - beginNs);
    return from + (to - from) * share;
}

double Ramp::Piece::areaUntil(std::int64_t atNs) const
{
    return areaBefore + secondsOf(atNs - beginNs) * (from + valueAt(atNs)) / 2;
}

double Ramp::valueAt(std::int64_t atNs) const
{
    for (const Piece &piece : m_pieces) {
        if (atNs < piece.endNs) {
            return piece.valueAt(atNs);
        }
    }
    return m_last;
}

double Ramp::highest() const
{
    double highest = m_last;
    for (const Piece &piece : m_pieces) {
        highest = std::max({highest, piece.from, piece.to});
    }
    return highest;
}

std::optional<std::int64_t> Ramp::reaches(double level, std::int64_t fromNs) const
{
    for (const Piece &piece : m_pieces) {
        if (fromNs >= piece.endNs) {
            continue;
        }
        const std::int64_t beginNs = std::max(fromNs, piece.beginNs);
        const double value = piece.valueAt(beginNs);
        if (value >= level) {
            return beginNs;
        }
        if (piece.to >= level) {
            const double share = (level - value) / (piece.to - value);
            return beginNs + static_cast<std::int64_t>(
                                 std::ceil(share * static_cast<double>(piece.endNs - beginNs)));
        }
    }
    return std::nullopt;
}

double Ramp::areaUntil(std::int64_t atNs) const
{
    double area = 0;
    for (const Piece &piece : m_pieces) {
        if (atNs <= piece.beginNs) {
            break;
        }
        area = piece.areaUntil(std::min(atNs, piece.endNs));
    }
    return area;
}

std::optional<std::int64_t> Ramp::whenAreaIs(double area) const
{
    for (const Piece &piece : m_pieces) {
        if (piece.areaUntil(piece.endNs) - kTolerance <= area) {
            continue; // what is due at the end of a piece belongs to the next one
        }
        const double missing = std::max(0.0, area - piece.areaBefore);
        const double slope = (piece.to - piece.from) / secondsOf(piece.endNs - piece.beginNs);
        const double root = std::sqrt(std::max(0.0, piece.from * piece.from + 2 * slope * missing));
        const double seconds = piece.from + root > 0 ? 2 * missing / (piece.from + root) : 0;
        return std::min(piece.endNs, piece.beginNs + static_cast<std::int64_t>(
                                                         std::llround(seconds * kNsPerSecondReal)));
    }
    return std::nullopt;
}

void Ramp::continueWith(double value, std::int64_t atNs)
{
    const std::int64_t endNs = m_lengthNs;
    while (!m_pieces.empty() && m_pieces.back().beginNs >= atNs) {
        m_lengthNs = m_pieces.back().beginNs;
        m_pieces.pop_back();
    }
    if (!m_pieces.empty() && m_pieces.back().endNs > atNs) {
        Piece &piece = m_pieces.back();
        piece.to = piece.valueAt(atNs);
        piece.endNs = atNs;
        m_lengthNs = atNs;
    }
    m_last = value;
    append(endNs - m_lengthNs, value, value);
}

} // namespace stampede
