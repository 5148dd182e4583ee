// SPDX-License-Identifier: GPL-3.0-or-later
// A ModelSpec as plain numbers, in which the program hands it to the module: the one list of its
// fields between the two. Whoever adds a field that a device computes with adds it here.
#pragma once
#include <span>
#include <type_traits>
#include <vector>

#include "core/model/families/ModelSpec.h"
#include "core/support/Error.h"

namespace ouroscope::cuda {

/// Visits everything of a spec that a device computes with, in one order. Not the names, the number
/// of loops, which a sequence is given, and the table of tensors.
/// @param visit of numbers, @param size of a list, before its elements
template <class Spec, class Visit, class Size>
void visitSpec(Spec& s, const Visit& visit, const Size& size) {
  visit(s.vocabSize, s.hiddenSize, s.intermediateSize, s.heads, s.kvHeads, s.headDim);
  visit(s.stages.prelude, s.stages.core, s.stages.coda);
  visit(s.norm, s.normEps, s.start, s.startSpread, s.loopInput, s.stepRule, s.stepWeight, s.lens);
  visit(s.firstLoopAsIs, s.sharedLoopKv);
  visit(s.loopNorm, s.codaNorm, s.headNorm, s.exitGate);
  visit(s.embeddingScale, s.attentionScale, s.attentionCap, s.logitCap);
  size(s.layers);
  for (auto& layer : s.layers) {
    auto& norms = layer.norms;
    visit(norms.beforeAttention, norms.afterAttention, norms.afterAttentionSum);
    visit(norms.beforeMlp, norms.afterMlp, norms.afterMlpSum);
    visit(layer.activation, layer.queryKeyNorm, layer.projectionBias, layer.outputBias);
    visit(layer.mlpBias, layer.rope, layer.window);
  }
  size(s.ropes);
  for (auto& rope : s.ropes) {
    visit(rope.factor);
    size(rope.inverseFrequency);
    for (auto& frequency : rope.inverseFrequency) visit(frequency);
  }
}

/// Every field is a number that a double holds exactly.
inline std::vector<double> numbersOf(const ModelSpec& spec) {
  std::vector<double> out;
  visitSpec(
      spec, [&](const auto&... field) { (out.push_back(static_cast<double>(field)), ...); },
      [&](const auto& list) { out.push_back(static_cast<double>(list.size())); });
  return out;
}

/// @throws Error where the numbers are not those of a spec.
inline ModelSpec specOf(std::span<const double> numbers) {
  const auto next = [&] {
    if (numbers.empty()) throw Error("The CUDA module was given half a model.");
    const double number = numbers.front();
    numbers = numbers.subspan(1);
    return number;
  };
  ModelSpec spec;
  visitSpec(
      spec,
      [&](auto&... field) {
        ((field = static_cast<std::remove_reference_t<decltype(field)>>(next())), ...);
      },
      [&](auto& list) {
        const double count = next();
        if (!(count >= 0 && count <= static_cast<double>(numbers.size())))
          throw Error("The CUDA module was given a model that it cannot read.");
        list.resize(static_cast<std::size_t>(count));
      });
  if (!numbers.empty()) throw Error("The CUDA module was given more than a model.");
  return spec;
}

}  // namespace ouroscope::cuda
