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

/// For a few lines of rows: tiles 0 to 4, sums and rows, have no others.
inline void configureTiles(int lines) {
  TileConfig config;
  for (int t = 0; t < 5; ++t) config.lines[t] = lines;
  configureTiles(config);
}

constexpr int kTileBytes = kTileElements * 2;

enum class TileProduct { Bf16, Bytes };

// One tile of rows by one or two panels: sums in tiles 0 to 3, enough to hide a product's latency.
template <int Panels>
inline void clearSums() {
  _tile_zero(0);
  _tile_zero(1);
  if constexpr (Panels == 2) {
    _tile_zero(2);
    _tile_zero(3);
  }
}
/// Adds one step of k: the rows' tile by two tiles of each panel.
template <int Panels, TileProduct Product>
inline void addStep(const char* a, const char* w, std::ptrdiff_t nextPanel) {
// The instructions take their tiles as literals only.
#define OUROSCOPE_ADD(sum, rows, columns)     \
  if constexpr (Product == TileProduct::Bf16) \
    _tile_dpbf16ps(sum, rows, columns);       \
  else                                        \
    _tile_dpbssd(sum, rows, columns)
  _tile_loadd(4, a, 64);
  _tile_loadd(5, w, kLineBytes);
  OUROSCOPE_ADD(0, 4, 5);
  _tile_loadd(6, w + 64, kLineBytes);
  OUROSCOPE_ADD(1, 4, 6);
  if constexpr (Panels == 2) {
    _tile_loadd(7, w + nextPanel, kLineBytes);
    OUROSCOPE_ADD(2, 4, 7);
    _tile_loadd(5, w + nextPanel + 64, kLineBytes);
    OUROSCOPE_ADD(3, 4, 5);
  }
#undef OUROSCOPE_ADD
}
/// @param sums fp32, or whole numbers after products of bytes
template <int Panels, class Sum>
inline void storePanelSums(Sum (&sums)[Panels][kTileLines][kPanel]) {
  _tile_stored(0, sums[0][0], kLineBytes);
  _tile_stored(1, sums[0][0] + 16, kLineBytes);
  if constexpr (Panels == 2) {
    _tile_stored(2, sums[1][0], kLineBytes);
    _tile_stored(3, sums[1][0] + 16, kLineBytes);
  }
  finishStores();
}

}  // namespace
}  // namespace ouroscope::cpu
