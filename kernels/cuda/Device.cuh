// SPDX-License-Identifier: GPL-3.0-or-later
// The primitives that all kernels are written in. nvcc compiles them to device code; a plain C++
// compiler takes tests/cuda/HostCuda.h instead, which runs the same kernel sources on the CPU.
#pragma once
#include <cstddef>
#include <cstdint>

#ifdef __CUDACC__
#include <cuda_runtime.h>
/// Before loops over arrays that must live in registers.
#define OUROSCOPE_UNROLL _Pragma("unroll")
#else
#include "HostCuda.h"
#define OUROSCOPE_UNROLL
#endif

namespace ouroscope::cuda {

inline constexpr int kWarp = 32;
inline constexpr unsigned kAllLanes = 0xffffffffu;

/// bf16: the upper half of a float.
struct Bf16 {
  std::uint16_t bits;
};
inline constexpr int kBf16Bytes = sizeof(Bf16);

#ifdef __CUDACC__

__device__ __forceinline__ float shuffleXor(float v, int mask) {
  return __shfl_xor_sync(kAllLanes, v, mask);
}
__device__ __forceinline__ int shuffleXor(int v, int mask) {
  return __shfl_xor_sync(kAllLanes, v, mask);
}
/// The value of one lane, for all.
__device__ __forceinline__ float shuffle(float v, int lane) {
  return __shfl_sync(kAllLanes, v, lane);
}
/// Sums over the warp in one fixed tree; every lane gets the result.
__device__ __forceinline__ float warpSum(float v) {
  for (int o = kWarp / 2; o > 0; o /= 2) v += shuffleXor(v, o);
  return v;
}
__device__ __forceinline__ int warpSum(int v) {
  for (int o = kWarp / 2; o > 0; o /= 2) v += shuffleXor(v, o);
  return v;
}
__device__ __forceinline__ float warpMax(float v) {
  for (int o = kWarp / 2; o > 0; o /= 2) v = fmaxf(v, shuffleXor(v, o));
  return v;
}

/// Rounds to nearest, ties to even.
__device__ __forceinline__ Bf16 toBf16(float v) {
  Bf16 r;
  asm("cvt.rn.bf16.f32 %0, %1;" : "=h"(r.bits) : "f"(v));
  return r;
}
/// Two of them in one word, the first in the lower half.
__device__ __forceinline__ std::uint32_t packBf16(float low, float high) {
  std::uint32_t r;
  asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(r) : "f"(high), "f"(low));
  return r;
}
/// 2^x to about 2 ulp.
__device__ __forceinline__ float fastExp2(float x) {
  float r;
  asm("ex2.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(x));
  return r;
}

/// 16 bytes that are read once: past L1, in the order of the program, so that a read issued before
/// a barrier is under way while the block waits.
__device__ __forceinline__ uint4 loadStream(const void* p) {
  uint4 v;
  asm volatile("ld.global.nc.L1::no_allocate.v4.u32 {%0,%1,%2,%3}, [%4];"
               : "=r"(v.x), "=r"(v.y), "=r"(v.z), "=r"(v.w)
               : "l"(p));
  return v;
}
__device__ __forceinline__ uint4 load16(const void* p) {
  return *static_cast<const uint4*>(p);
}
__device__ __forceinline__ void store16(void* p, uint4 v) {
  *static_cast<uint4*>(p) = v;
}

/// Starts copying 16 bytes to shared memory; zeros where not `valid`.
__device__ __forceinline__ void copyAsync16(void* shared, const void* global, bool valid) {
  const std::uint32_t to = __cvta_generic_to_shared(shared);
  const int bytes = valid ? 16 : 0;
  asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(to), "l"(global), "r"(bytes)
               : "memory");
}
/// Closes the group of copies started by this thread since the last call.
__device__ __forceinline__ void commitCopies() {
  asm volatile("cp.async.commit_group;" ::: "memory");
}
/// Waits until at most kPending of this thread's groups are still under way.
template <int kPending>
__device__ __forceinline__ void waitCopies() {
  asm volatile("cp.async.wait_group %0;" ::"n"(kPending) : "memory");
}

/// Four 8x8 matrices of bf16 from shared memory; lane 8 i + r gives the address of row r of matrix
/// i. Lane l gets row l / 4, columns 2 (l % 4) and one more, of each.
__device__ __forceinline__ void loadMatrices(std::uint32_t (&r)[4], const void* row) {
  const std::uint32_t at = __cvta_generic_to_shared(row);
  asm volatile("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%0,%1,%2,%3}, [%4];"
               : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3])
               : "r"(at)
               : "memory");
}
/// The same, each matrix transposed.
__device__ __forceinline__ void loadMatricesTransposed(std::uint32_t (&r)[4], const void* row) {
  const std::uint32_t at = __cvta_generic_to_shared(row);
  asm volatile("ldmatrix.sync.aligned.m8n8.x4.trans.shared.b16 {%0,%1,%2,%3}, [%4];"
               : "=r"(r[0]), "=r"(r[1]), "=r"(r[2]), "=r"(r[3])
               : "r"(at)
               : "memory");
}
/// c [16,8] += a [16,16] b [16,8] in bf16 with fp32 sums, spread over the warp as mma.m16n8k16
/// wants it (PTX ISA, "Matrix fragments for mma.m16n8k16"): with g = lane / 4 and t = lane % 4,
///   a: (g, 2t..), (g + 8, 2t..), (g, 2t + 8..), (g + 8, 2t + 8..)    b: (2t.., g), (2t + 8.., g)
///   c: (g, 2t), (g, 2t + 1), (g + 8, 2t), (g + 8, 2t + 1)
__device__ __forceinline__ void multiplyTile(float (&c)[4], const std::uint32_t (&a)[4],
                                             std::uint32_t b0, std::uint32_t b1) {
  asm volatile(
      "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 "
      "{%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
      : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
      : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
}

/// The shared memory whose size the launch gives.
template <class T>
__device__ __forceinline__ T* dynamicShared() {
  extern __shared__ __align__(16) unsigned char dynamicBytes[];
  return reinterpret_cast<T*>(dynamicBytes);
}

#else

inline Bf16 toBf16(float v) {
  return Bf16{bf16Bits(v)};
}

#endif  // __CUDACC__

__device__ inline float toFloat(float v) {
  return v;
}
__device__ inline float toFloat(Bf16 v) {
  return __uint_as_float(static_cast<std::uint32_t>(v.bits) << 16);
}
template <class T>
__device__ inline T fromFloat(float v);
template <>
__device__ inline float fromFloat<float>(float v) {
  return v;
}
template <>
__device__ inline Bf16 fromFloat<Bf16>(float v) {
  return toBf16(v);
}

/// Elements of a weight, key or activation in 16 bytes.
template <class T>
inline constexpr int kPerWord = 16 / sizeof(T);

/// A row of an array whose rows are `stride` elements apart; the way to it is counted in 64 bits.
template <class T>
__device__ inline T* rowAt(T* data, std::int64_t row, int stride) {
  return data + row * stride;
}

__device__ inline void unpack(uint4 w, float (&v)[8], Bf16) {
  const std::uint32_t u[4] = {w.x, w.y, w.z, w.w};
  OUROSCOPE_UNROLL
  for (int i = 0; i < 4; ++i) {
    v[2 * i] = __uint_as_float(u[i] << 16);
    v[2 * i + 1] = __uint_as_float(u[i] & 0xffff0000u);
  }
}
__device__ inline void unpack(uint4 w, float (&v)[4], float) {
  v[0] = __uint_as_float(w.x);
  v[1] = __uint_as_float(w.y);
  v[2] = __uint_as_float(w.z);
  v[3] = __uint_as_float(w.w);
}

/// Eight neighbouring elements, 16-byte aligned.
__device__ inline void load8(const Bf16* p, float (&v)[8]) {
  unpack(load16(p), v, Bf16{});
}
__device__ inline void load8(const float* p, float (&v)[8]) {
  float low[4], high[4];
  unpack(load16(p), low, 0.0f);
  unpack(load16(p + 4), high, 0.0f);
  OUROSCOPE_UNROLL
  for (int i = 0; i < 4; ++i) {
    v[i] = low[i];
    v[4 + i] = high[i];
  }
}
__device__ inline void store8(Bf16* p, const float (&v)[8]) {
  store16(p, uint4{packBf16(v[0], v[1]), packBf16(v[2], v[3]), packBf16(v[4], v[5]),
                   packBf16(v[6], v[7])});
}
__device__ inline void store8(float* p, const float (&v)[8]) {
  store16(p, uint4{__float_as_uint(v[0]), __float_as_uint(v[1]), __float_as_uint(v[2]),
                   __float_as_uint(v[3])});
  store16(p + 4, uint4{__float_as_uint(v[4]), __float_as_uint(v[5]), __float_as_uint(v[6]),
                       __float_as_uint(v[7])});
}

/// A soft bound on a score or logit: cap tanh(v / cap), or v where cap is 0.
__device__ inline float capped(float v, float cap) {
  return cap > 0 ? cap * tanhf(v / cap) : v;
}

/// Sums over the block in one fixed order; every thread gets the result.
template <class V>
__device__ inline V blockSum(V v) {
  __shared__ V parts[kWarp];
  v = warpSum(v);
  __syncthreads();  // an earlier result may still be being read
  if (threadIdx.x % kWarp == 0) parts[threadIdx.x / kWarp] = v;
  __syncthreads();
  V total = parts[0];
  const int warps = blockDim.x / kWarp;
  for (int i = 1; i < warps; ++i) total += parts[i];
  return total;
}
__device__ inline float blockMax(float v) {
  __shared__ float parts[kWarp];
  v = warpMax(v);
  __syncthreads();
  if (threadIdx.x % kWarp == 0) parts[threadIdx.x / kWarp] = v;
  __syncthreads();
  float top = parts[0];
  const int warps = blockDim.x / kWarp;
  for (int i = 1; i < warps; ++i) top = fmaxf(top, parts[i]);
  return top;
}

}  // namespace ouroscope::cuda
