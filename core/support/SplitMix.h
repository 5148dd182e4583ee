// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace ouroscope {

// SplitMix64 (Steele, Lea, Flood 2014): small, seedable by any number, the same everywhere (unlike
// std::distributions), and any draw can be reached at once.

/// From one state to the next.
inline constexpr std::uint64_t kSplitMixStep = 0x9e3779b97f4a7c15ULL;

/// The number that a state stands for.
constexpr std::uint64_t splitMix(std::uint64_t state) {
  state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
  state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
  return state ^ (state >> 31);
}

}  // namespace ouroscope
