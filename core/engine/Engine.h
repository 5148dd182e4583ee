// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/engine/Backend.h"
#include "core/engine/LoopObserver.h"
#include "core/engine/Sampler.h"
#include "core/model/ModelWeights.h"
#include "core/support/Progress.h"

namespace ouroscope {

struct Capture {
  bool hidden = false, logits = false, layers = false;
  bool operator==(const Capture&) const = default;
};

/// One run: a prompt is recorded at full depth, then `generate` tokens are drawn and recorded.
struct RunRequest {
  std::vector<std::int32_t> prompt;
  int loops = 0;                      ///< R; 0 means the trained number
  int generate = 0;                   ///< tokens to draw after the prompt
  std::vector<std::int32_t> stopIds;  ///< generation ends after one of these (it is recorded)
  SamplingOptions sampling;
  double exitThreshold =
      1.0;  ///< q: generated tokens are read at the first loop whose CDF reaches it
  KvPolicy kvPolicy =
      KvPolicy::Full;  ///< with another policy, loops after the exit are truly not run
  int topK = 10;
  std::vector<std::int32_t> tracked;
  Capture capture;
  std::vector<ExitGate> otherGates;  ///< recorded beside the model's own gate
  int chunk = 0;                     ///< prompt positions per batch; 0 chooses
};

/// Runs requests on a Backend and tells a LoopObserver. Reads like ouro.md 1.3: embed, loop, norm,
/// gate, lens.
class Engine {
 public:
  explicit Engine(Backend& backend);

  /// Bytes this request takes. @throws Error when it does not fit in the memory that is free, with
  /// the numbers.
  MemoryPlan plan(const RunRequest& request) const;

  /// @throws Error; Cancelled within one layer of the token being stopped.
  /// Positions recorded before a cancel have been given to the observer.
  void run(const RunRequest& request, LoopObserver& observer, std::stop_token stop = {},
           const ProgressFn& progress = {});

 private:
  Backend& backend_;
};

}  // namespace ouroscope
