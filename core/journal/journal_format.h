// SPDX-License-Identifier: MIT
#pragma once
// journal: what a run has measured so far, in a file that outlives the program: append-only blocks,
// each with a checksum of its own. Free of Qt, so that the thread sanitizer can watch it.

#include "measure/operation.h"
#include "measure/recorder.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stampede::journal {

// The file: 16 bytes "stampede-journal", the version and a checksum of both; then blocks. A block:
//   mark, kind, number of the block from 0, bytes of its content, checksum of the content,
//   checksum of these five; then the content. All numbers are 32 bits, the lowest byte first.

inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::string_view kMagic = "stampede-journal";
inline constexpr std::size_t kFileHeaderBytes = 24;
inline constexpr std::size_t kBlockHeaderBytes = 24;
inline constexpr std::uint32_t kBlockMark = 0x4B4C4A53; ///< "SJLK"
inline constexpr std::uint32_t kMostContentBytes = 4U << 20U;
/// Of an operation in a block, and of a request in flight.
inline constexpr std::size_t kOperationBytes = 64;
inline constexpr std::size_t kBegunBytes = 24;
/// So that the operations of a block stay well below kMostContentBytes.
inline constexpr std::size_t kMostOperationsABlock = 16'384;

enum class BlockKind : std::uint32_t
{
    Opening = 1, ///< what the run is; the first block, its content is the owner's
    Recorded,    ///< what has been recorded since the block before
    Closing,     ///< the load ended; its content is the owner's
};

struct BlockHeader
{
    BlockKind kind = BlockKind::Opening;
    std::uint32_t number = 0;
    std::uint32_t bytes = 0;
    std::uint32_t checksum = 0; ///< of the content
};

/// CRC-32C.
std::uint32_t checksumOf(std::string_view bytes);

std::string encodeFileHeader();
/// The version; nothing where it is no journal.
std::optional<std::uint32_t> decodeFileHeader(std::string_view bytes);

/// A whole block.
std::string encodeBlock(BlockKind kind, std::uint32_t number, std::string_view content);
/// Nothing where these kBlockHeaderBytes are no header of a block.
std::optional<BlockHeader> decodeBlockHeader(std::string_view bytes);

/// A look at the recorder. Where it is split over several blocks only the first one has requests in
/// flight, and the later ones are as old as the first.
struct Look
{
    std::int64_t lookedNs = 0; ///< since the start of the load: before anything was read
    std::int64_t epochMs = 0;  ///< the same moment, milliseconds of the Unix epoch
    bool last = true;          ///< the look's last block
    RecordedSince recorded;
};

std::string encodeLook(const Look &look);
/// Nothing where these are no such bytes: no operation is ever taken out of a content that is not
/// right as a whole.
std::optional<Look> decodeLook(std::string_view content);

} // namespace stampede::journal
