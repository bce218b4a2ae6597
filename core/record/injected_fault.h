// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/planned_fault.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace stampede {

/// What became of a planned fault. Times count from the start of the load.
struct InjectedFault
{
    PlannedFault planned;
    std::optional<std::int64_t> beganNs; ///< nothing where the load was over before
    /// All works again: the server answers, the network carries. Nothing where it does not.
    std::optional<std::int64_t> endedNs;
    std::int64_t connections = 0; ///< of the load that it killed, cut or held up
    QString failure;              ///< why it could not be done, or not be undone; a sentence

    friend bool operator==(const InjectedFault &, const InjectedFault &) = default;
};

} // namespace stampede
