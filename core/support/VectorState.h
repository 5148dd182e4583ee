// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope {

/// Marks the upper halves of the vector registers as unused. Code compiled for AVX can leave them
/// in use (Qt 6.4's image fill does, and threads inherit it); on processors since Ice Lake every
/// step between a libm function, which has AVX code, and ours, which has SSE code, then costs some
/// 70 cycles: a loop over exp and log runs eight times slower. Called before such loops.
inline void clearUpperVectors() {
#if defined(__x86_64__) && !defined(__AVX__)  // with AVX the compiler does it itself
  if (__builtin_cpu_supports("avx")) __asm__ volatile("vzeroupper");
#endif
}

}  // namespace ouroscope
