// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace ouroscope {

/// What a tensor of a checkpoint is for. Matrices are [out, in]. The CUDA module gets these
/// numbers (kernels/cuda/Api.h): a change raises its version.
enum class TensorSlot : std::int32_t {
  Embedding,        ///< [V, d]
  BeforeAttention,  ///< [d] norm of attention's input
  AfterAttention,   ///< [d] norm of attention's output, before it is added to the residual stream
  BeforeMlp,        ///< [d] norm of the MLP's input
  AfterMlp,         ///< [d] norm of the MLP's output, before it is added to the residual stream
  Query,            ///< [heads * headDim, d]
  Key,              ///< [kvHeads * headDim, d]
  Value,            ///< [kvHeads * headDim, d]
  Output,           ///< [d, heads * headDim]
  Gate,             ///< [f, d] of the SwiGLU
  Up,               ///< [f, d]
  Down,             ///< [d, f]
  LoopNorm,         ///< [d] closes every loop
  ExitGate,         ///< [1, d]
  ExitGateBias,     ///< [1]
  Head,             ///< [V, d]
  // What only some families have.
  AfterAttentionSum,  ///< [d] norm of the residual stream after attention was added
  AfterMlpSum,        ///< [d] norm of the residual stream after the MLP was added
  QueryNorm,          ///< [headDim] or [heads * headDim], by LayerSpec::queryKeyNorm
  KeyNorm,            ///< [headDim] or [kvHeads * headDim]
  QueryBias,          ///< [heads * headDim]
  KeyBias,            ///< [kvHeads * headDim]
  ValueBias,          ///< [kvHeads * headDim]
  OutputBias,         ///< [d]
  GateBias,           ///< [f] of the SwiGLU
  UpBias,             ///< [f]
  DownBias,           ///< [d]
  HeadNorm,           ///< [d] before the head
  CodaNorm,           ///< [d] between core and coda
  Adapter,            ///< [d, 2 d] on the state and the embedding, in this order
};

/// The rows of a checkpoint's tensor that fill one slot. A tensor may fill several slots: fused
/// matrices by their rows, tied embeddings as a whole.
struct TensorSpec {
  TensorSlot slot{};
  int layer = -1;                    ///< of ModelSpec::layers; -1: of no layer
  std::string name;                  ///< in the checkpoint
  std::vector<std::uint64_t> shape;  ///< of the whole tensor as stored
  std::int64_t firstRow = 0;         ///< of the slot within the tensor
  std::int64_t rows = 1;             ///< of the slot; a tensor of one dimension is one row
  float mean = 0, spread = 0;        ///< of random weights that keep the states finite
  float offset = 0;  ///< added to what is stored, for vectors: Gemma's norms scale by 1 + weight

  std::int64_t columns() const { return shape.back(); }
  std::int64_t elements() const { return rows * columns(); }
  /// Queries and keys whose channels turn in pairs (2k, 2k + 1) are stored that way: the width of a
  /// head, within which a reader puts them in the order of halves. 0: they are in that order.
  int pairsOf = 0;
  /// Where row (of a matrix) or value (of a bias) i of the order of halves is stored.
  std::int64_t pairedRow(std::int64_t i) const {
    const std::int64_t half = pairsOf / 2, head = i / pairsOf * pairsOf, at = i - head;
    return head + (at < half ? 2 * at : 2 * (at - half) + 1);
  }
};

/// How norms scale. Rms: x / sqrt(mean x^2 + eps) * weight. Unit: x / sqrt(sum x^2 + eps).
enum class NormKind : std::uint8_t { Rms, Unit };
/// Of the MLP's gate. Silu: z / (1 + e^-z). GeluTanh: z (1 + tanh(sqrt(2/pi) (z + 0.044715 z^3)))
/// / 2.
enum class Activation : std::uint8_t { Silu, GeluTanh };
/// Norms of queries and keys before the rotation.
enum class QueryKeyNorm : std::uint8_t { None, PerHead, WholeWidth };

/// Where a layer has norms. A branch is the output of attention or of the MLP.
struct LayerNorms {
  bool beforeAttention = false;
  bool afterAttention = false;     ///< on the branch
  bool afterAttentionSum = false;  ///< on the residual stream after the branch was added
  bool beforeMlp = false;
  bool afterMlp = false;
  bool afterMlpSum = false;
  bool operator==(const LayerNorms&) const = default;
};

/// What may differ from layer to layer.
struct LayerSpec {
  LayerNorms norms;
  Activation activation = Activation::Silu;
  QueryKeyNorm queryKeyNorm = QueryKeyNorm::None;
  bool projectionBias = false;  ///< of queries, keys and values
  bool outputBias = false, mlpBias = false;
  int rope = 0;    ///< index in ModelSpec::ropes; -1: queries and keys are not rotated
  int window = 0;  ///< positions that attention sees, the own one counted; 0: all
};

/// Rotary positions as a table, so that every kind of scaling is data. Pairs are (i, i + half).
struct RopeSpec {
  std::vector<float> inverseFrequency;  ///< [headDim / 2] radians per position
  float factor = 1;                     ///< on cosine and sine
};

/// The layers of ModelSpec::layers in order: those before the loop, those looped, those after it.
struct Stages {
  int prelude = 0, core = 0, coda = 0;
  /// Layer `index` of ModelSpec::layers is one of those looped.
  bool inCore(int index) const { return index >= prelude && index < prelude + core; }
  bool operator==(const Stages&) const = default;
};

/// What the first loop starts from.
enum class StartState : std::uint8_t { Embedding, Noise, Zeros };
/// What a loop gets. State: what the loop before left. Adapter: a matrix on [state, embedding].
enum class LoopInput : std::uint8_t { State, Adapter };
/// How a loop is read where layers come after the core. Coda: through them, as a run with so many
/// loops would go on; they have keys and values of their own for every loop. Logit: by the head's
/// norm alone, except for the last loop, which is what the model says.
enum class LensKind : std::uint8_t { Coda, Logit };
/// What a turn of the core does with the state. Replace: it takes the result. Euler, Anchored, Ema:
/// the rules of training-free looping (arXiv 2605.23872).
enum class StepRule : std::uint8_t { Replace, Euler, Anchored, Ema };

/// A model as plain data: all that the kernels know of it (docs/model.md). A family in this folder
/// fills it from config.json; nothing behind it asks for the family.
struct ModelSpec {
  std::string family;        ///< model_type of config.json: "ouro"
  int vocabSize = 0;         ///< V
  int hiddenSize = 0;        ///< d
  int intermediateSize = 0;  ///< f
  int heads = 0;
  int kvHeads = 0;  ///< divides heads
  int headDim = 0;  ///< even
  int trainedLoops = 0;
  int windowLoops = 0;  ///< of a plain model, looped without training; 0: it is not
  Stages stages;
  std::vector<LayerSpec> layers;  ///< [prelude + core + coda]
  std::vector<RopeSpec> ropes;
  NormKind norm = NormKind::Rms;
  double normEps = 1e-6;

  StartState start = StartState::Embedding;
  double startSpread = 0;  ///< of every channel of the noise, which is cut off at three times that
  LoopInput loopInput = LoopInput::State;
  bool firstLoopAsIs = false;  ///< the first loop starts from the start state, without the adapter
  bool sharedLoopKv = false;   ///< later loops attend to the keys and values of the first one
  StepRule stepRule = StepRule::Replace;
  double stepWeight = 0.5;  ///< of the new state in Ema, of the first step in Anchored
  LensKind lens = LensKind::Coda;
  bool loopNorm = false;  ///< closes every loop and feeds the next one
  bool codaNorm = false;  ///< between core and coda
  bool headNorm = false;  ///< before the head
  bool exitGate = false;  ///< a gate with a bias reads every loop's state

  double embeddingScale = 1;
  double attentionScale = 0;  ///< on scores; 0: 1 / sqrt(headDim)
  double attentionCap = 0;    ///< cap of scores: cap * tanh(score / cap), scaled before; 0: none
  double logitCap = 0;        ///< the same of logits; 0: none

  std::vector<TensorSpec> tensors;  ///< every slot that is filled, in the checkpoint's order

  int attentionWidth() const { return heads * headDim; }
  int kvWidth() const { return kvHeads * headDim; }
  /// What the head reads of a loop is another vector than the loop's state.
  bool readsBesideState() const { return headNorm || codaNorm || stages.coda > 0; }
  /// Loops of a run where nobody asks for a number.
  int usualLoops() const { return windowLoops > 0 ? windowLoops : trainedLoops; }
  /// Loop r of a run is what a run with r loops ends with.
  bool keepsPrefix() const { return stepRule == StepRule::Replace || stepRule == StepRule::Ema; }
  /// Every loop gets the prelude's result again.
  bool keepsLoopInput() const { return loopInput == LoopInput::Adapter; }
  /// Vectors of a position that are kept of every loop.
  int statesPerLoop(bool captureLayers) const {
    return 1 + readsBesideState() + (captureLayers ? stages.core + keepsLoopInput() : 0);
  }
  /// On scores of attention.
  float scoreScale() const {
    return attentionScale > 0 ? static_cast<float>(attentionScale)
                              : 1.0f / std::sqrt(static_cast<float>(headDim));
  }
  /// Null where nothing fills the slot.
  const TensorSpec* find(TensorSlot slot, int layer = -1) const;
  /// @throws std::logic_error where nothing fills the slot.
  const TensorSpec& tensor(TensorSlot slot, int layer = -1) const;
};

/// Names in traces, on the command line and in ouroscope.json.
std::string stepRuleName(StepRule rule);  ///< "replace", "euler", "anchored", "ema"
/// "naive" is "replace". @throws Error listing the names
StepRule stepRuleFromName(const std::string& name);
std::string startStateName(StartState start);  ///< "embedding", "noise", "zeros"
/// How loops are read: "direct" where nothing comes after the core, "coda", "logit".
std::string lensName(const ModelSpec& spec);

/// A tensor that a checkpoint must hold.
struct ExpectedTensor {
  std::string name;
  std::vector<std::uint64_t> shape;
};
/// The stored tensors of the spec's table, each once, in its order.
std::vector<ExpectedTensor> expectedTensors(const ModelSpec& spec);

}  // namespace ouroscope
