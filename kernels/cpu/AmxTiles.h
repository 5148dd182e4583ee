// SPDX-License-Identifier: GPL-3.0-or-later
// Included by the instruction set that has tiles. See Vectors.h.
#pragma once
#include <immintrin.h>

#include "kernels/cpu/RoundedTiles.h"

namespace ouroscope::cpu {
namespace {

/// All eight tiles whole.
struct alignas(64) TileConfig {
  std::uint8_t palette = 1, startRow = 0, reserved[14] = {};
  std::uint16_t bytesPerLine[16] = {64, 64, 64, 64, 64, 64, 64, 64};
  std::uint8_t lines[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

constexpr TileConfig kWholeTiles;

/// GCC's tile instructions do not say that they read memory: everything stored before must be
/// there.
inline void finishStores() {
  asm volatile("" : : : "memory");
}
inline void configureTiles(const TileConfig& config) {
  asm volatile("" : : "r"(&config) : "memory");
  _tile_loadconfig(&config);
}

constexpr int kTileBytes = kTileElements * 2;

}  // namespace
}  // namespace ouroscope::cpu
