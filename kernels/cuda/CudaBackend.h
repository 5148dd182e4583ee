// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "core/engine/Backend.h"
#include "core/model/ModelWeights.h"
#include "core/support/Progress.h"

namespace ouroscope {

struct CudaOptions {
  int device = 0;  ///< N of cuda:N
  Precision precision = Precision::BF16;
  std::optional<ExitGate> gate;  ///< decides exits instead of the checkpoint's own
};

/// Loads the CUDA module and copies the weights to the GPU.
/// @throws Error in one sentence: a spec that asks for what is not implemented, module absent or of
/// another version, no driver or too old a one, no such GPU, too little memory on it (with the
/// numbers); Cancelled.
std::unique_ptr<Backend> loadCudaBackend(const ModelSpec& spec, const ModelWeights& weights,
                                         const CudaOptions& options = {},
                                         const std::stop_token& stop = {},
                                         const ProgressFn& progress = {});

/// @throws Error "WHAT needs 12 GiB on the GPU, of which 8 GiB are free: ..." where it does not
/// fit.
void requireGpuMemory(std::uint64_t bytes, std::uint64_t free, const std::string& what,
                      const std::string& advice);

/// Bytes of weights on a GPU, by the layout that the module allocates.
std::uint64_t cudaWeightBytes(const ModelSpec& spec, Precision precision);

/// Why CUDA cannot be used here, in one sentence; empty where it can.
std::string whyNoCuda();
/// What `--device` can name on this machine beside the CPU: "cuda:0: NVIDIA H100, 79.1 of 80 GiB
/// free", one per GPU. Empty where there is none.
std::vector<std::string> cudaDevices();

/// Best rates of a GPU, measured now.
struct CudaLimits {
  double copyGbPerS = 0;    ///< read and written by a copy within its memory
  double matrixGflops = 0;  ///< bf16 products with fp32 sums
};
CudaLimits measureCudaLimits(int device);

}  // namespace ouroscope
