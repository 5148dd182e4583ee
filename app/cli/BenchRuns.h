// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <string>
#include <vector>

#include "core/engine/BatchRecorder.h"
#include "core/text/Tokenizer.h"
#include "core/trace/Trace.h"

namespace ouroscope::cli {

/// Random weights have no words.
class NoWords : public Tokenizer {
 public:
  explicit NoWords(int size) : size_(size) {}
  std::string kind() const override { return "none"; }
  int size() const override { return size_; }
  std::vector<std::int32_t> encode(std::string_view) const override { return {}; }
  std::string bytes(std::int32_t) const override { return {}; }
  std::string decode(std::span<const std::int32_t>, bool) const override { return {}; }
  bool isSpecial(std::int32_t) const override { return false; }
  std::optional<std::int32_t> idOf(std::string_view) const override { return {}; }

 private:
  int size_;
};

/// What one token costs by the shapes of the matrices.
class TokenCosts {
 public:
  TokenCosts(const Backend& backend, double bytesPerLayerParameter);
  /// Two per multiply-add: the matrices, and scores and values of the causal attention.
  double prefillFlop(double tokens, int loops) const;
  double headFlop(double rows) const { return 2 * headParameters_ * rows; }
  /// What decoding one token reads: the weights, keys and values of every layer as often as it is
  /// run, and the head once.
  double decodeBytes(double context, int loops) const;

 private:
  /// Of the layers before and after the loop, and of one loop with its adapter.
  struct Share {
    double once = 0, perLoop = 0;
    double of(int loops) const { return once + perLoop * loops; }
  };
  Share parameters_, layers_;
  double headParameters_ = 0, attentionWidth_ = 0;
  double bytesPerLayerParameter_, headBytes_ = 0;  ///< as the backend holds them
  double cacheBytes_ = 0;                          ///< keys and values of a token and layer
};

/// One line of the result. Seconds are medians over the repeats; ratios are medians of the ratios
/// of neighbouring runs.
struct BenchRow {
  std::string what;
  int tokens = 0, context = 0, loops = 0, repeats = 0;
  double seconds = 0;  ///< the model alone; decode: with the head
  /// Processor time of the model alone, of all threads: what a machine with other work on it can
  /// still be compared by.
  double processorSeconds = std::nan("");
  double recorded = std::nan("");  ///< with every loop's lens kept in a trace
  double recordedRatio = std::nan("");
  /// Recording beyond the heads it cannot do without, as a share of the pass with one head.
  double recordingCost = std::nan("");
  double gflops = std::nan(""), gbPerS = std::nan("");
  /// Exit rows: time per token against all loops, and what the bytes read let expect.
  double timeShare = std::nan(""), expectedShare = std::nan("");

  double tokensPerSecond() const { return tokens / seconds; }
};

struct BenchPlan {
  int loops = 0, repeat = 5;
  double bytesPerLayerParameter = 2;
};

/// Runs a loaded model on made-up tokens and takes the time.
class BenchRuns {
 public:
  BenchRuns(Backend& backend, const BenchPlan& plan);

  int loops() const { return loops_; }
  BenchRow prefill(int tokens);
  BenchRow decode(int context, int tokens);
  /// Tokens that leave after each number of loops, with the last-exited-copy policy.
  std::vector<BenchRow> exits(int context, int tokens);
  /// Decoding after 256, 512, 1024 ... tokens, up to `longest`.
  std::vector<BenchRow> curve(int longest);

  RunRequest request(int prompt, int generate) const;  ///< of made-up tokens

 private:
  void fill(Sequence& sequence, std::span<const std::int32_t> tokens,
            BatchRecorder* recorder = nullptr);
  void step(Sequence& sequence, std::span<const std::int32_t> tokens, int loops);
  double decodeSeconds(Sequence& sequence, int tokens, int loops, KvPolicy policy);
  double recordedDecodeSeconds(const RunRequest& request);
  template <typename Work>
  void repeat(BenchRow& row, const Work& work);

  Backend& backend_;
  BenchPlan plan_;
  TokenCosts costs_;
  int loops_;
};

}  // namespace ouroscope::cli
