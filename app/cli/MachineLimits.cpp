// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/MachineLimits.h"

#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>

#include "core/engine/Memory.h"
#include "core/support/Error.h"
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace ouroscope::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kRepeats = 5;
constexpr std::int64_t kFmaSteps = 8'000'000;
constexpr int kChains = 10;  ///< independent sums: enough to hide the latency of two FMA pipes

/// Keeps a result alive, so that the work for it is not optimised away.
void keep(float value) {
  asm volatile("" : : "r,m"(value) : "memory");
}

/// Multiply-adds that never leave the registers. @return flop done
#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) double fmaAvx2() {
  __m256 sums[kChains];
  for (auto& sum : sums) sum = _mm256_set1_ps(1.0f);
  const __m256 scale = _mm256_set1_ps(0.999f), step = _mm256_set1_ps(0.001f);
  for (std::int64_t i = 0; i < kFmaSteps; ++i) {
#pragma GCC unroll 10
    for (int chain = 0; chain < kChains; ++chain)
      sums[chain] = _mm256_fmadd_ps(sums[chain], scale, step);
    asm volatile("" : : : "memory");
  }
  for (const auto& sum : sums) keep(_mm256_cvtss_f32(sum));
  return 2.0 * 8 * kChains * static_cast<double>(kFmaSteps);
}
#endif

double fmaPortable() {
  float sums[kChains * 4];
  std::fill(std::begin(sums), std::end(sums), 1.0f);
  for (std::int64_t i = 0; i < kFmaSteps; ++i)
    for (float& sum : sums) sum = sum * 0.999f + 0.001f;
  for (const float sum : sums) keep(sum);
  return 2.0 * kChains * 4 * static_cast<double>(kFmaSteps);
}

double fma() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return fmaAvx2();
#endif
  return fmaPortable();
}

double readAll(const std::uint64_t* words, std::size_t count) {
  std::uint64_t a = 0, b = 0, c = 0, d = 0;
  for (std::size_t i = 0; i + 4 <= count; i += 4) {
    a += words[i];
    b += words[i + 1];
    c += words[i + 2];
    d += words[i + 3];
  }
  keep(static_cast<float>(a ^ b ^ c ^ d));
  return static_cast<double>(count * sizeof *words);
}

/// Work per second of `work` run by all threads at once: medians over the repetitions.
double rate(int threads, std::stop_token stop, const std::function<double(int)>& work) {
  std::vector<double> rates;
  for (int i = 0; i < kRepeats; ++i) {
    if (stop.stop_requested()) throw Cancelled();
    std::vector<double> done(static_cast<std::size_t>(threads));
    std::vector<std::jthread> pool;
    std::barrier start(threads + 1);
    for (int t = 0; t < threads; ++t)
      pool.emplace_back([&, t] {
        start.arrive_and_wait();
        done[static_cast<std::size_t>(t)] = work(t);
      });
    start.arrive_and_wait();
    const auto begun = Clock::now();
    pool.clear();
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    double total = 0;
    for (const double part : done) total += part;
    rates.push_back(total / seconds);
  }
  return medianOf(rates);
}

}  // namespace

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

MachineLimits measureLimits(int threads, std::stop_token stop) {
  MachineLimits limits;
  limits.fmaGflops = rate(threads, stop, [](int) { return fma(); }) / 1e9;

  constexpr std::uint64_t kBuffer = std::uint64_t{512} << 20;
  requireMemory(kBuffer, "Measuring the memory bandwidth");
  std::vector<std::uint64_t> memory(kBuffer / sizeof(std::uint64_t), 1);
  const std::size_t share = memory.size() / static_cast<std::size_t>(threads);
  limits.readGbPerS =
      rate(threads, stop,
           [&](int thread) {
             return readAll(memory.data() + share * static_cast<std::size_t>(thread), share);
           }) /
      1e9;
  return limits;
}

}  // namespace ouroscope::cli
