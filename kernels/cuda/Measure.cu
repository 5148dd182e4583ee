// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cuda/Measure.h"

#include <algorithm>
#include <vector>

#include "kernels/cuda/Runtime.h"

namespace ouroscope::cuda {
namespace {

constexpr int kRuns = 7;

/// Seconds of `work` on a stream, the median of several runs after one that warms up.
template <class Work>
double medianSeconds(cudaStream_t stream, const Work& work) {
  const Event begun = makeEvent(cudaEventDefault), ended = makeEvent(cudaEventDefault);
  std::vector<float> times;
  work();
  for (int i = 0; i < kRuns; ++i) {
    check(cudaEventRecord(begun.get(), stream), "measuring");
    work();
    check(cudaEventRecord(ended.get(), stream), "measuring");
    check(cudaEventSynchronize(ended.get()), "measuring");
    float milliseconds = 0;
    check(cudaEventElapsedTime(&milliseconds, begun.get(), ended.get()), "measuring");
    times.push_back(milliseconds);
  }
  std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
  return times[kRuns / 2] / 1e3;
}

/// As much as is wanted, or a quarter of what is free.
std::size_t affordable(std::size_t wanted) {
  std::size_t free = 0, total = 0;
  check(cudaMemGetInfo(&free, &total), "measuring");
  return std::max<std::size_t>(std::size_t{1} << 20, std::min(wanted, free / 4));
}

}  // namespace

double measureCopy() {
  const Stream stream = makeStream();
  const std::size_t bytes = affordable(std::size_t{1} << 30);
  const DeviceBuffer<unsigned char> from(bytes, stream.get()), to(bytes, stream.get());
  const double seconds = medianSeconds(stream.get(), [&] {
    check(cudaMemcpyAsync(to.data(), from.data(), bytes, cudaMemcpyDeviceToDevice, stream.get()),
          "measuring");
  });
  return 2.0 * bytes / seconds;
}

double measureProducts() {
  const Stream stream = makeStream();
  int n = 8192;
  while (n > 256 && std::size_t{6} * n * n > affordable(std::size_t{6} << 26)) n /= 2;
  const std::size_t elements = std::int64_t{n} * n;
  const DeviceBuffer<Bf16> a(elements, stream.get()), b(elements, stream.get()),
      c(elements, stream.get());
  // Zeros would draw less power and clock higher than numbers: fill with 0x3f3f, about 0.75.
  for (const auto* buffer : {&a, &b})
    check(cudaMemsetAsync(buffer->data(), 0x3f, elements * sizeof(Bf16), stream.get()),
          "measuring");
  cublasHandle_t handle = nullptr;
  check(cublasCreate(&handle), "measuring");
  const Blas blas(handle);
  check(cublasSetStream(handle, stream.get()), "measuring");
  const float one = 1, zero = 0;
  const double seconds = medianSeconds(stream.get(), [&] {
    check(cublasGemmEx(handle, CUBLAS_OP_T, CUBLAS_OP_N, n, n, n, &one, a.data(), CUDA_R_16BF, n,
                       b.data(), CUDA_R_16BF, n, &zero, c.data(), CUDA_R_16BF, n,
                       CUBLAS_COMPUTE_32F, CUBLAS_GEMM_DEFAULT),
          "measuring");
  });
  return 2.0 * n * n * n / seconds;
}

}  // namespace ouroscope::cuda
