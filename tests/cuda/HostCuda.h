// SPDX-License-Identifier: GPL-3.0-or-later
// CUDA without a GPU, for tests: the kernels' own sources run on the CPU, every thread of a block
// as a fiber that gives way at barriers and warp operations. It is stricter than a GPU where that
// finds errors: a barrier not met by all, a warp operation not met by all lanes, a misaligned
// 16-byte access and a copy that is never waited for are failures; device memory starts as NaN;
// streams run nothing until something waits for them; and the order of blocks and threads can be
// reversed or shuffled, so that a missing barrier or wait shows as another result. Under
// AddressSanitizer every array bound of shared and device memory is checked.
#pragma once
#include <atomic>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <tuple>

#define __global__
#define __device__
#define __host__
#define __forceinline__ inline
#define __shared__ static
#define __launch_bounds__(...)

struct dim3 {
  unsigned x = 1, y = 1, z = 1;
  dim3(unsigned a = 1, unsigned b = 1, unsigned c = 1) : x(a), y(b), z(c) {}
};
struct alignas(16) uint4 {
  std::uint32_t x, y, z, w;
};
struct alignas(8) float2 {
  float x, y;
};

namespace hostcuda {

struct Place {
  dim3 thread, block, blockSize, gridSize;
};
/// The running thread's place.
const Place& place();

enum class Order { Forward, Reverse, Shuffled };
/// Of blocks, and of threads between barriers, from now on.
void setOrder(Order order, unsigned seed = 1);

/// Runs a kernel at once. @throws std::logic_error naming what a GPU would have got wrong.
void runGrid(dim3 grid, dim3 block, std::size_t sharedBytes, const std::function<void()>& kernel);

void syncThreads();
/// Gives a value to the other lanes of the warp and returns those of all 32. `operation` must be
/// the same for all.
const void* exchange(const void* value, std::size_t size, int operation);
void* sharedBytes();
/// `what` lives on: the fiber that fails is given up with all that it holds.
[[noreturn]] void fail(const char* what);

void copyAsync(void* to, const void* from, bool valid);
void commitCopies();
void waitCopies(int pending);

inline constexpr std::size_t kLaneBytes = 64;  ///< between the values of two lanes
template <class V>
V laneValue(const void* all, int lane) {
  V v;
  std::memcpy(&v, static_cast<const char*>(all) + static_cast<std::size_t>(lane) * kLaneBytes,
              sizeof v);
  return v;
}
inline int lane() {
  return static_cast<int>(place().thread.x % 32);
}
inline void requireAligned(const void* p) {
  if (reinterpret_cast<std::uintptr_t>(p) % 16 != 0) fail("a 16-byte access is not aligned");
}

}  // namespace hostcuda

#define threadIdx (::hostcuda::place().thread)
#define blockIdx (::hostcuda::place().block)
#define blockDim (::hostcuda::place().blockSize)
#define gridDim (::hostcuda::place().gridSize)

inline void __syncthreads() {
  hostcuda::syncThreads();
}
inline void __threadfence() {}
inline int atomicAdd(int* at, int value) {
  const int old = *at;
  *at += value;
  return old;
}
inline float __uint_as_float(std::uint32_t v) {
  return std::bit_cast<float>(v);
}
inline std::uint32_t __float_as_uint(float v) {
  return std::bit_cast<std::uint32_t>(v);
}

namespace ouroscope::cuda {

struct Bf16;

template <class V>
V shuffleXor(V v, int mask) {
  return hostcuda::laneValue<V>(hostcuda::exchange(&v, sizeof v, 1), hostcuda::lane() ^ mask);
}
template <class V>
V shuffle(V v, int lane) {
  return hostcuda::laneValue<V>(hostcuda::exchange(&v, sizeof v, 2), lane);
}
template <class V>
V warpSum(V v) {
  const void* all = hostcuda::exchange(&v, sizeof v, 3);
  V tree[32];
  for (int i = 0; i < 32; ++i) tree[i] = hostcuda::laneValue<V>(all, i);
  for (int o = 16; o > 0; o /= 2)
    for (int i = 0; i < o; ++i) tree[i] += tree[i + o];
  return tree[0];
}
inline float warpMax(float v) {
  const void* all = hostcuda::exchange(&v, sizeof v, 4);
  float top = hostcuda::laneValue<float>(all, 0);
  for (int i = 1; i < 32; ++i) top = fmaxf(top, hostcuda::laneValue<float>(all, i));
  return top;
}

inline std::uint16_t bf16Bits(float v) {
  const auto bits = std::bit_cast<std::uint32_t>(v);
  if ((bits & 0x7fffffffu) > 0x7f800000u) return 0x7fff;
  return static_cast<std::uint16_t>((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16);
}
inline std::uint32_t packBf16(float low, float high) {
  return bf16Bits(low) | static_cast<std::uint32_t>(bf16Bits(high)) << 16;
}
inline float fastExp2(float x) {
  return std::exp2(x);
}
inline uint4 load16(const void* p) {
  hostcuda::requireAligned(p);
  return *static_cast<const uint4*>(p);
}
inline uint4 loadStream(const void* p) {
  return load16(p);
}
inline void store16(void* p, uint4 v) {
  hostcuda::requireAligned(p);
  *static_cast<uint4*>(p) = v;
}
inline void copyAsync16(void* shared, const void* global, bool valid) {
  hostcuda::requireAligned(shared);
  hostcuda::requireAligned(global);
  hostcuda::copyAsync(shared, global, valid);
}
inline void commitCopies() {
  hostcuda::commitCopies();
}
template <int kPending>
void waitCopies() {
  hostcuda::waitCopies(kPending);
}

inline void loadMatricesAs(std::uint32_t (&r)[4], const void* row, bool transposed) {
  hostcuda::requireAligned(row);
  const void* all = hostcuda::exchange(&row, sizeof row, transposed ? 6 : 5);
  const int lane = hostcuda::lane(), g = lane / 4, pair = lane % 4 * 2;
  for (int m = 0; m < 4; ++m) {
    const auto element = [&](int i, int j) {
      const auto* from =
          static_cast<const std::uint16_t*>(hostcuda::laneValue<const void*>(all, m * 8 + i));
      return static_cast<std::uint32_t>(from[j]);
    };
    r[m] = transposed ? element(pair, g) | element(pair + 1, g) << 16
                      : element(g, pair) | element(g, pair + 1) << 16;
  }
}
inline void loadMatrices(std::uint32_t (&r)[4], const void* row) {
  loadMatricesAs(r, row, false);
}
inline void loadMatricesTransposed(std::uint32_t (&r)[4], const void* row) {
  loadMatricesAs(r, row, true);
}

/// mma.m16n8k16 by the fragment layouts of the PTX manual, put together from all lanes.
inline void multiplyTile(float (&c)[4], const std::uint32_t (&a)[4], std::uint32_t b0,
                         std::uint32_t b1) {
  struct Operands {
    std::uint32_t a[4], b[2];
  } mine{{a[0], a[1], a[2], a[3]}, {b0, b1}};
  const void* all = hostcuda::exchange(&mine, sizeof mine, 7);
  const auto half = [](std::uint32_t word, int which) {
    return std::bit_cast<float>(which ? word & 0xffff0000u : word << 16);
  };
  const int lane = hostcuda::lane(), g = lane / 4, t = lane % 4;
  for (int out = 0; out < 4; ++out) {
    const int row = g + out / 2 * 8, column = t * 2 + out % 2;
    float sum = c[out];
    for (int k = 0; k < 16; ++k) {
      // a(row, k): lane (row % 8) * 4 + (k % 8) / 2, register (row / 8) + 2 (k / 8)
      const auto left = hostcuda::laneValue<Operands>(all, row % 8 * 4 + k % 8 / 2);
      // b(k, column): lane column * 4 + (k % 8) / 2, register k / 8
      const auto right = hostcuda::laneValue<Operands>(all, column * 4 + k % 8 / 2);
      sum += half(left.a[row / 8 + k / 8 * 2], k % 2) * half(right.b[k / 8], k % 2);
    }
    c[out] = sum;
  }
}

template <class T>
T* dynamicShared() {
  return static_cast<T*>(hostcuda::sharedBytes());
}

}  // namespace ouroscope::cuda

#include "HostRuntime.h"
