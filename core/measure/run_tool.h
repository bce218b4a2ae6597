// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace stampede {

/// Where a run came from that another tool made.
struct RunTool
{
    std::string name;              ///< "k6 json", "jtl csv"; empty for a run of this program
    std::string source;            ///< the name of its file, without folders
    std::string sourceSha256;      ///< of the file as it stands on the disk, hexadecimal digits
    std::int64_t resolutionNs = 0; ///< moments are known to so many ns; 0: as they stand
    std::int64_t startedMs = 0;    ///< epoch, by the clock of the tool
    bool incomplete = false;       ///< some of its requests are missing

    /// Whether another tool made the run.
    [[nodiscard]] bool isThere() const { return !name.empty(); }
    friend bool operator==(const RunTool &, const RunTool &) = default;
};

} // namespace stampede
