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

constexpr int kLineBytes = kPanel * 4;               // a panel's line of one pair
constexpr int kStepBytes = kLineBytes * kTileLines;  // 32 k of a panel
constexpr int kTileBytes = kTileElements * 2;

/// While two pages of a panel are read, the next two are asked for side by side: the hardware's own
/// prefetch stops at the end of a page, and follows two streams further than one.
inline void askForPages(const char* w, int step) {
  constexpr int kPage = 4096, kSteps = 2 * kPage / kStepBytes, kEach = kPage / kSteps;
  const char* pages = w - step % kSteps * kStepBytes + 2 * kPage;
  for (int line = 0; line < kEach; line += 64) {
    _mm_prefetch(pages + step % kSteps * kEach + line, _MM_HINT_T0);
    _mm_prefetch(pages + kPage + step % kSteps * kEach + line, _MM_HINT_T0);
  }
}

}  // namespace
}  // namespace ouroscope::cpu
