// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/families/TensorTable.h"

#include <algorithm>
#include <cmath>

namespace ouroscope {
namespace {

std::vector<std::uint64_t> shapeOf(const ModelSpec& spec, TensorSlot slot, int layer) {
  const auto wide = [](int n) { return static_cast<std::uint64_t>(n); };
  const std::uint64_t d = wide(spec.hiddenSize), f = wide(spec.intermediateSize),
                      v = wide(spec.vocabSize), q = wide(spec.attentionWidth()),
                      kv = wide(spec.kvWidth());
  switch (slot) {
    case TensorSlot::Embedding:
    case TensorSlot::Head:
      return {v, d};
    case TensorSlot::Query:
      return {q, d};
    case TensorSlot::Key:
    case TensorSlot::Value:
      return {kv, d};
    case TensorSlot::Output:
      return {d, q};
    case TensorSlot::Gate:
    case TensorSlot::Up:
      return {f, d};
    case TensorSlot::Down:
      return {d, f};
    case TensorSlot::ExitGate:
      return {1, d};
    case TensorSlot::ExitGateBias:
      return {1};
    case TensorSlot::QueryNorm:
    case TensorSlot::KeyNorm: {
      const std::uint64_t whole = slot == TensorSlot::QueryNorm ? q : kv;
      return {spec.layers[layer].queryKeyNorm == QueryKeyNorm::PerHead ? wide(spec.headDim)
                                                                       : whole};
    }
    case TensorSlot::QueryBias:
      return {q};
    case TensorSlot::KeyBias:
    case TensorSlot::ValueBias:
      return {kv};
    case TensorSlot::GateBias:
    case TensorSlot::UpBias:
      return {f};
    case TensorSlot::Adapter:
      return {d, 2 * d};
    default:
      return {d};
  }
}

/// The scales that the demo model's training starts from, with norms and a gate that are not
/// trivial: they keep the states of any number of loops finite.
void setScale(TensorSpec& tensor) {
  const float width = std::sqrt(static_cast<float>(tensor.columns()));
  switch (tensor.slot) {
    case TensorSlot::Embedding:
      tensor.spread = 1.0f;
      break;
    case TensorSlot::Head:
      tensor.spread = std::clamp(2.0f / width, 0.02f, 0.1f);
      break;
    case TensorSlot::ExitGateBias:
    case TensorSlot::QueryBias:
    case TensorSlot::KeyBias:
    case TensorSlot::ValueBias:
    case TensorSlot::OutputBias:
    case TensorSlot::GateBias:
    case TensorSlot::UpBias:
    case TensorSlot::DownBias:
      tensor.spread = 0.1f;
      break;
    case TensorSlot::ExitGate:
      tensor.spread = 0.5f / width;
      break;
    case TensorSlot::BeforeAttention:
    case TensorSlot::AfterAttention:
    case TensorSlot::BeforeMlp:
    case TensorSlot::AfterMlp:
    case TensorSlot::AfterAttentionSum:
    case TensorSlot::AfterMlpSum:
    case TensorSlot::QueryNorm:
    case TensorSlot::KeyNorm:
    case TensorSlot::LoopNorm:
    case TensorSlot::HeadNorm:
    case TensorSlot::CodaNorm:
      tensor.mean = 1.0f;
      tensor.spread = 0.1f;
      break;
    default:
      tensor.spread = 0.6f / width;
  }
}

}  // namespace

TensorSpec& addTensor(ModelSpec& spec, TensorSlot slot, const std::string& name, int layer) {
  TensorSpec tensor;
  tensor.slot = slot;
  tensor.layer = layer;
  tensor.name = name;
  tensor.shape = shapeOf(spec, slot, layer);
  tensor.rows = tensor.shape.size() == 2 ? tensor.shape[0] : 1;
  setScale(tensor);
  return spec.tensors.emplace_back(std::move(tensor));
}

TensorSpec& addNorm(ModelSpec& spec, TensorSlot slot, const std::string& name, float offset,
                    int layer) {
  TensorSpec& tensor = addTensor(spec, slot, name, layer);
  tensor.offset = offset;
  tensor.mean -= offset;
  return tensor;
}

void addTensors(ModelSpec& spec, std::span<const NamedSlot> names, int layer,
                const std::string& prefix) {
  for (const NamedSlot& named : names) addTensor(spec, named.slot, prefix + named.name, layer);
}

}  // namespace ouroscope
