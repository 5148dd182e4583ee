// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/MachineLimits.h"

#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>

#include "core/support/Error.h"
#include "core/support/Memory.h"
#include "kernels/cpu/AlignedBuffer.h"
#include "kernels/cpu/CpuBackend.h"

namespace ouroscope::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kRepeats = 5;

/// Keeps a result alive, so that the work for it is not optimised away.
void keep(float value) {
  asm volatile("" : : "r,m"(value) : "memory");
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

/// Work per second of `work` run by all threads at once: the best of the repetitions. The time is
/// the workers' own, from the first start to the last end: on a busy machine this thread may wake
/// long after they have begun.
double rate(int threads, const std::stop_token& stop, const std::function<double(int)>& work) {
  double best = 0;
  for (int i = 0; i < kRepeats; ++i) {
    if (stop.stop_requested()) throw Cancelled();
    struct Share {
      double done = 0;
      Clock::time_point begun, ended;
    };
    std::vector<Share> shares(static_cast<std::size_t>(threads));
    std::vector<std::jthread> pool;
    pool.reserve(shares.size());
    std::barrier start(threads);
    for (Share& share : shares)
      pool.emplace_back([&] {
        start.arrive_and_wait();
        share.begun = Clock::now();
        share.done = work(static_cast<int>(&share - shares.data()));
        share.ended = Clock::now();
      });
    pool.clear();
    double total = 0;
    Clock::time_point begun = shares.front().begun, ended = shares.front().ended;
    for (const Share& share : shares) {
      total += share.done;
      begun = std::min(begun, share.begun);
      ended = std::max(ended, share.ended);
    }
    best = std::max(best, total / std::chrono::duration<double>(ended - begun).count());
  }
  return best;
}

/// Steps of about 0.1 s.
std::int64_t calibratedSteps(Precision precision) {
  std::int64_t steps = 10'000;
  while (true) {
    const auto begun = Clock::now();
    cpuRegisterWork(precision, steps);
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    if (seconds > 0.01)
      return static_cast<std::int64_t>(static_cast<double>(steps) * 0.1 / seconds);
    steps *= 4;
  }
}

}  // namespace

double medianOf(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void MachineLimits::takeBetter(const MachineLimits& other) {
  gflops = std::max(gflops, other.gflops);
  readGbPerS = std::max(readGbPerS, other.readGbPerS);
}

MachineLimits measureLimits(int threads, Precision precision, const std::stop_token& stop) {
  MachineLimits limits;
  const std::int64_t steps = calibratedSteps(precision);
  limits.gflops = rate(threads, stop, [&](int) { return cpuRegisterWork(precision, steps); }) / 1e9;

  constexpr std::size_t kBuffer = std::size_t{512} << 20;
  requireMemory(kBuffer, "Measuring the memory bandwidth");
  AlignedBuffer<std::uint64_t> memory(kBuffer / sizeof(std::uint64_t));
  for (std::size_t i = 0; i < memory.size(); ++i) memory[i] = i;
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
