// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Columns.h"

#include <stdexcept>

#include "core/support/Index.h"

namespace ouroscope {
namespace {

using C = RecordColumns;
using enum Axis;
using Group = ColumnGroup;
using enum Holds;

/// One row of the table.
constexpr Column row(std::string_view name, ColumnField field, std::initializer_list<Axis> axes,
                     Group group, Holds holds, std::string_view unit, std::string_view sentence) {
  Column c{};
  c.name = name;
  c.field = field;
  for (const Axis axis : axes) c.axisList[c.rank++] = axis;
  c.group = group;
  c.holds = holds;
  c.unit = unit;
  c.sentence = sentence;
  return c;
}

constexpr Column ofNextToken(Column c) {
  c.ofNextToken = true;
  return c;
}
constexpr Column ofStep(Column c) {
  c.ofStep = true;
  return c;
}
constexpr Column ofLoop(Column c) {
  c.ofLoop = true;
  return c;
}
constexpr Column halved(Column c) {
  c.halved = true;
  return c;
}
constexpr Column heavy(Column c) {
  c.heavy = true;
  return c;
}

constexpr Column younger(Column c) {
  c.younger = true;
  return c;
}

constexpr Column kColumns[] = {
    row("token_id", &C::tokenId, {Token}, Group::Always, Words, "", "The sequence, prompt first."),
    row("loops_run", &C::loopsRun, {Token}, Group::Always, LoopCounts, "loops",
        "Loops really run for the token: R everywhere, unless loops were skipped "
        "(`exit.kv_policy` other than full)."),
    row("gate_logit", &C::gateLogit, {Token, Loop}, Group::Gate, Numbers, "",
        "Gate logit g; λ = sigmoid(g). The last loop's own λ is recorded but takes no part in the "
        "exit distribution."),
    row("other_gate_logit", &C::otherGateLogit, {Token, Loop, Gate}, Group::OtherGates, Numbers, "",
        "Gate logits of the gates that the model ships beside its own."),
    row("entropy", &C::entropy, {Token, Loop}, Group::Always, Numbers, "nats",
        "Entropy of the loop's next-token distribution."),
    ofNextToken(row("logprob", &C::logprob, {Token, Loop}, Group::Always, Numbers, "nats",
                    "Log-probability that the loop gives the token that follows; absent at the "
                    "last position.")),
    ofNextToken(row("rank", &C::rank, {Token, Loop}, Group::Always, WordsOrNone, "",
                    "How many vocabulary entries the loop scores strictly above the token that "
                    "follows; absent at the last position.")),
    row("kl", &C::kl, {Token, Loop}, Group::Always, Numbers, "nats",
        "KL(p of the last loop run ‖ p of this loop); 0 at that last loop."),
    younger(ofStep(row("kl_step", &C::klStep, {Token, Loop}, Group::Always, Numbers, "nats",
                       "KL(p of this loop ‖ p of the loop before), over the whole vocabulary; "
                       "absent at loop 0."))),
    younger(ofStep(row("js_step", &C::jsStep, {Token, Loop}, Group::Always, Numbers, "nats",
                       "Jensen–Shannon divergence of the distributions of this loop and the loop "
                       "before, 0 to ln 2; absent at loop 0."))),
    row("topk_id", &C::topkId, {Token, Loop, Candidate}, Group::Always, WordsOrNone, "",
        "The best candidates, best first; ties by lower id."),
    row("topk_logprob", &C::topkLogprob, {Token, Loop, Candidate}, Group::Always, Numbers, "nats",
        "Log-probabilities of the best candidates."),
    row("tracked_logprob", &C::trackedLogprob, {Token, Loop, Tracked}, Group::Tracked, Numbers,
        "nats", "Log-probabilities of the tokens in `tracked`."),
    row("tracked_rank", &C::trackedRank, {Token, Loop, Tracked}, Group::Tracked, WordsOrNone, "",
        "Ranks of the tokens in `tracked`: entries scored strictly above."),
    row("state_norm", &C::stateNorm, {Token, Loop}, Group::Always, Numbers, "",
        "‖h_r‖ of the state that the next loop starts from (for Ouro the normed one)."),
    ofStep(row("step_norm", &C::stepNorm, {Token, Loop}, Group::Always, Numbers, "",
               "‖h_r − h_{r−1}‖ of these states; absent at loop 0.")),
    ofStep(row("step_cosine", &C::stepCosine, {Token, Loop}, Group::Always, Numbers, "",
               "cos(h_r, h_{r−1}) of these states; absent at loop 0.")),
    younger(row("residual_norm", &C::residualNorm, {Token, Loop}, Group::Always, Numbers, "",
                "‖x_r‖ of the residual stream at the end of the loop, before the final norm.")),
    heavy(halved(row("hidden", &C::hidden, {Token, Loop, Channel}, Group::Hidden, Numbers, "",
                     "States h_r, which the next loop starts from (for Ouro the normed ones)."))),
    heavy(row("logits", &C::logits, {Token, Loop, Word}, Group::Logits, Numbers, "nats",
              "Every logit of the loop.")),
    row("layer_topk_id", &C::layerTopkId, {Token, Loop, Layer, Candidate}, Group::Layers,
        WordsOrNone, "",
        "The best candidates of the lens after each physical layer, through the final norm."),
    row("layer_topk_logprob", &C::layerTopkLogprob, {Token, Loop, Layer, Candidate}, Group::Layers,
        Numbers, "nats", "Log-probabilities of these candidates."),
    row("layer_entropy", &C::layerEntropy, {Token, Loop, Layer}, Group::Layers, Numbers, "nats",
        "Entropy of the lens after each physical layer."),
    ofNextToken(row("layer_logprob", &C::layerLogprob, {Token, Loop, Layer}, Group::Layers, Numbers,
                    "nats",
                    "Log-probability of the token that follows, after each physical layer; absent "
                    "at the last position.")),
    ofNextToken(row("layer_rank", &C::layerRank, {Token, Loop, Layer}, Group::Layers, WordsOrNone,
                    "",
                    "Rank of the token that follows, after each physical layer; absent at the "
                    "last position.")),
    ofStep(row(
        "layer_update_norm", &C::layerUpdateNorm, {Token, Loop, Layer}, Group::LayerNumbers,
        Numbers, "",
        "‖x_i − x_{i−1}‖ of the residual stream at physical layer i. The first layer of a loop "
        "starts from the state of the loop before, or from what an adapter makes of it; absent at "
        "the first layer of loop 0.")),
    younger(row("layer_kl", &C::layerKl, {Token, Loop, Layer}, Group::Layers, Numbers, "nats",
                "KL(lens after the loop's last layer ‖ lens after this layer); 0 at the last "
                "layer.")),
    younger(row("layer_norm", &C::layerNorm, {Token, Loop, Layer}, Group::LayerNumbers, Numbers, "",
                "‖x_i‖ of the residual stream after physical layer i.")),
    younger(ofStep(row("layer_cosine", &C::layerCosine, {Token, Loop, Layer}, Group::LayerNumbers,
                       Numbers, "",
                       "cos(x_i, x_{i−1}): to the layer below, as layer_update_norm; absent at the "
                       "first layer of loop 0."))),
    younger(ofLoop(row("layer_step_norm", &C::layerStepNorm, {Token, Loop, Layer},
                       Group::LayerNumbers, Numbers, "",
                       "‖x_i of this loop − x_i of the loop before‖ at the same physical layer; "
                       "absent at loop 0."))),
    younger(ofLoop(row("layer_step_cosine", &C::layerStepCosine, {Token, Loop, Layer},
                       Group::LayerNumbers, Numbers, "",
                       "cos of the states of this loop and the loop before at the same physical "
                       "layer; absent at loop 0."))),
    younger(row("layer_last_cosine", &C::layerLastCosine, {Token, Loop, Layer}, Group::LayerNumbers,
                Numbers, "",
                "cos of this loop's state and that of the last loop run, at the same physical "
                "layer; 1 at that loop.")),
    younger(row("attention_sink", &C::attentionSink, {Token, Loop, Layer, Head}, Group::Attention,
                Numbers, "", "Weight that the head gives the first token of the text.")),
    younger(row("attention_concentration", &C::attentionColumns, {Token, Loop, Layer, Head},
                Group::Attention, Numbers, "",
                "1 + Σ_j c_j log c_j / log n over the text up to the token, n tokens: c_j is the "
                "mean weight that token j gets of them. 0: all get the same, 1: one gets all; 1 at "
                "the first token.")),
    younger(row("attention_entropy", &C::attentionEntropy, {Token, Loop, Layer, Head},
                Group::Attention, Numbers, "nats", "Entropy of the head's weights at the token.")),
    younger(ofLoop(row("attention_step", &C::attentionStep, {Token, Loop, Layer, Head},
                       Group::Attention, Numbers, "",
                       "‖a_r − a_{r−1}‖ of the head's weights in this loop and the loop before at "
                       "the same layer, 0 to √2; absent at loop 0."))),
    younger(heavy(halved(row("layer_state", &C::layerState, {Token, Loop, StateLayer, Channel},
                             Group::LayerStates, Numbers, "",
                             "The residual stream x_i after the physical layers i that "
                             "`captured.state_layers` names, from 0.")))),
    heavy(row("similarity", &C::similarity, {Token, VirtualLayer, VirtualLayer}, Group::Similarity,
              Numbers, "",
              "cos of the states after all pairs of virtual layers; layer i of loop r is number "
              "r L + i.")),
};

}  // namespace

std::span<const Column> columnTable() {
  return kColumns;
}

const Column& column(std::string_view name) {
  for (const Column& c : kColumns)
    if (c.name == name) return c;
  throw std::logic_error("no column " + std::string(name));
}

std::string_view axisSymbol(Axis axis) {
  constexpr std::string_view kSymbols[] = {"T", "R", "K", "M", "G", "L", "d", "V", "RL", "H", "S"};
  return kSymbols[static_cast<int>(axis)];
}

std::uint64_t AxisSizes::of(Axis axis) const {
  const std::uint64_t sizes[] = {tokens,   loops, candidates,     tracked, gates,      layers,
                                 channels, words, loops * layers, heads,   stateLayers};
  return sizes[static_cast<int>(axis)];
}

AxisSizes axisSizes(const TraceInfo& info, std::uint64_t tokens, int loops, int topK) {
  AxisSizes sizes;
  sizes.tokens = tokens;
  sizes.loops = loops;
  sizes.candidates = topK;
  sizes.tracked = info.tracked.size();
  sizes.gates = info.otherGates.size();
  sizes.layers = info.layers;
  sizes.channels = info.hiddenSize;
  sizes.words = info.vocabSize;
  sizes.heads = info.heads;
  sizes.stateLayers = info.captured.stateLayers.size();
  sizes.gated = info.gated;
  return sizes;
}

std::uint64_t Column::elements(const AxisSizes& sizes) const {
  std::uint64_t n = 1;
  for (const Axis axis : axes()) n *= sizes.of(axis);
  return n;
}

std::vector<std::uint64_t> Column::shape(const AxisSizes& sizes) const {
  std::vector<std::uint64_t> shape;
  for (const Axis axis : axes()) shape.push_back(sizes.of(axis));
  return shape;
}

bool Column::present(const AxisSizes& sizes, const Capture& captured) const {
  switch (group) {
    case Group::Gate:
      return sizes.gated;
    case Group::OtherGates:
      return sizes.gates > 0;
    case Group::Tracked:
      return sizes.tracked > 0;
    case Group::Hidden:
      return captured.hidden;
    case Group::Logits:
      return captured.logits;
    case Group::Layers:
      return captured.layers;
    case Group::LayerNumbers:
      return captured.stateNumbers();
    case Group::Similarity:
      return captured.similarity;
    case Group::Attention:
      return captured.attention;
    case Group::LayerStates:
      return !captured.stateLayers.empty();
    case Group::Always:
      break;
  }
  return true;
}

std::pair<std::int64_t, std::int64_t> Column::range(const AxisSizes& sizes) const {
  const std::int64_t words = sizes.words;
  if (holds == LoopCounts) return {1, product(sizes.loops)};
  return {holds == WordsOrNone ? kAbsentId : 0, words - 1};
}

std::uint64_t bytesPerToken(AxisSizes sizes, const Capture& captured) {
  sizes.tokens = 1;
  std::uint64_t bytes = 0;
  for (const Column& c : kColumns)
    if (c.present(sizes, captured)) bytes += 4 * c.elements(sizes);
  return bytes;
}

}  // namespace ouroscope
