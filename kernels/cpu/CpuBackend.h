// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/engine/Backend.h"
#include "core/model/ModelWeights.h"
#include "core/support/Progress.h"

namespace ouroscope {

struct CpuOptions {
  Precision precision = Precision::BF16;
  int threads = 0;               ///< 0: as many as there are processors
  bool int8Weights = false;      ///< the layers' matrices in 8 bits (docs/cpu.md); with BF16
  std::optional<ExitGate> gate;  ///< decides exits instead of the checkpoint's own
};

/// The names OUROSCOPE_CPU may have on this processor, fastest first. The last is "portable".
std::vector<std::string> cpuPaths();

/// Multiply-adds on registers only, with the instructions that products of this precision take on
/// the path in use: the calling thread's best, for benchmarks. @return flop done
double cpuRegisterWork(Precision precision, std::int64_t steps);

/// Packs the weights once (docs/cpu.md, "The packed layout") and keeps them.
/// @throws Error when the spec asks for what is not implemented, when the model does not fit in
/// memory (with the numbers) or a weight cannot be read; Cancelled.
std::unique_ptr<Backend> loadCpuBackend(const ModelSpec& spec, const ModelWeights& weights,
                                        const CpuOptions& options = {}, std::stop_token stop = {},
                                        const ProgressFn& progress = {});

}  // namespace ouroscope
