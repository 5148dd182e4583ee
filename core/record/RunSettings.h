// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace ouroscope {

/// The most loops that a run may have.
inline constexpr int kMaxLoops = 1024;

/// What a token that stopped after e of R loops leaves in the key/value slots of the loops it did
/// not run (docs/architecture.md, "KV policies"). Slot (r, layer) is what loop r of later tokens
/// attends to.
enum class KvPolicy {
  Full,             ///< "full": every loop is run, an exit only reads an earlier one (the reference
                    ///< implementation)
  LastExited,       ///< "last-exited-copy": slots of loops > e are copies of loop e's
  LatestAvailable,  ///< "latest-available": later tokens attend, in every loop, to the deepest K/V
                    ///< the token has
};
std::string kvPolicyName(KvPolicy policy);
/// @throws Error listing the names.
KvPolicy kvPolicyFromName(const std::string& name);

/// What decides how deep a generated token is run and read.
struct RunSettings {
  double exitThreshold = 1.0;          ///< q: read at the first loop whose CDF reaches it
  int budget = 0;                      ///< loops a token may use, from 1; 0: all of the run's
  KvPolicy kvPolicy = KvPolicy::Full;  ///< with another policy, loops after the exit are not run

  bool operator==(const RunSettings&) const = default;
};

/// How next tokens are drawn.
struct SamplingOptions {
  double temperature = 0;  ///< 0: greedy, ties by lower id
  double topP = 1;         ///< smallest set of tokens with at least this probability, in (0, 1]
  std::uint64_t seed = 0;

  bool operator==(const SamplingOptions&) const = default;
};

/// The large columns that a run keeps only where they are asked for.
struct Capture {
  bool hidden = false, logits = false, layers = false;
  bool similarity = false;         ///< of the states after all layers of all loops
  bool attention = false;          ///< numbers of the attention of every head
  bool layerNumbers = false;       ///< norms, steps and cosines of `layers` alone, without the lens
  std::vector<int> stateLayers{};  ///< layers whose states are kept at every loop, from 0, rising
  bool stateNumbers() const { return layers || layerNumbers; }
  bool layerStates() const { return stateNumbers() || similarity || !stateLayers.empty(); }
  /// Something of every layer is kept: batches of a prompt are then smaller.
  bool ofLayers() const { return layerStates() || attention; }
  bool operator==(const Capture&) const = default;
};

/// "4,8-12", layers as a person counts them: from 0, rising, each once. Empty: none.
/// @throws Error that names what is no layer
std::vector<int> layerListOf(const std::string& text);
std::string layerListText(const std::vector<int>& layers);  ///< the shortest that reads so

/// Speculation by loops: the next tokens are drafted with the first few loops, one after the other,
/// then all of them are verified at full depth in one batch. Greedy runs come out the same, token
/// by token and number by number.
struct Speculation {
  int draftLoops = 0;   ///< 1 to R - 1; 0: no speculation
  int draftTokens = 3;  ///< most tokens drafted before they are verified
  bool operator==(const Speculation&) const = default;
};

/// How a position was run in an earlier run: with it, its keys and values come out as they were.
struct TokenDepth {
  int loops = 0;
  KvPolicy policy = KvPolicy::Full;
  bool operator==(const TokenDepth&) const = default;
};

}  // namespace ouroscope
