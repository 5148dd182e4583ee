// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>

#include "core/engine/Memory.h"
#include "core/model/SafetensorsFile.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/trace/Trace.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope {
namespace {

using Shape = std::vector<std::uint64_t>;

/// The tensors of a trace, in one place for writing and reading. `visit(name, column, shape,
/// present)`.
template <class Columns, class Visit>
void eachTensor(Columns& c, std::uint64_t T, std::uint64_t R, std::uint64_t K,
                const TraceInfo& info, const Visit& visit) {
  const std::uint64_t M = info.tracked.size(), G = info.otherGates.size(),
                      L = static_cast<std::uint64_t>(info.layers);
  const Capture& captured = info.captured;
  visit("token_id", c.tokenId, Shape{T}, true);
  visit("loops_run", c.loopsRun, Shape{T}, true);
  visit("gate_logit", c.gateLogit, Shape{T, R}, true);
  visit("other_gate_logit", c.otherGateLogit, Shape{T, R, G}, G > 0);
  visit("entropy", c.entropy, Shape{T, R}, true);
  visit("logprob", c.logprob, Shape{T, R}, true);
  visit("rank", c.rank, Shape{T, R}, true);
  visit("kl", c.kl, Shape{T, R}, true);
  visit("topk_id", c.topkId, Shape{T, R, K}, true);
  visit("topk_logprob", c.topkLogprob, Shape{T, R, K}, true);
  visit("tracked_logprob", c.trackedLogprob, Shape{T, R, M}, M > 0);
  visit("tracked_rank", c.trackedRank, Shape{T, R, M}, M > 0);
  visit("state_norm", c.stateNorm, Shape{T, R}, true);
  visit("step_norm", c.stepNorm, Shape{T, R}, true);
  visit("step_cosine", c.stepCosine, Shape{T, R}, true);
  visit("hidden", c.hidden, Shape{T, R, static_cast<std::uint64_t>(info.hiddenSize)},
        captured.hidden);
  visit("logits", c.logits, Shape{T, R, static_cast<std::uint64_t>(info.vocabSize)},
        captured.logits);
  visit("layer_topk_id", c.layerTopkId, Shape{T, R, L, K}, captured.layers);
  visit("layer_topk_logprob", c.layerTopkLogprob, Shape{T, R, L, K}, captured.layers);
  visit("layer_entropy", c.layerEntropy, Shape{T, R, L}, captured.layers);
  visit("layer_logprob", c.layerLogprob, Shape{T, R, L}, captured.layers);
  visit("layer_rank", c.layerRank, Shape{T, R, L}, captured.layers);
  visit("layer_update_norm", c.layerUpdateNorm, Shape{T, R, L}, captured.layers);
}

constexpr DType typeOf(const std::vector<float>&) {
  return DType::F32;
}
constexpr DType typeOf(const std::vector<std::int32_t>&) {
  return DType::I32;
}

std::string shapeText(const Shape& shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

/// Hidden states are the one column that may be BF16 in the file: half the size, and all a bf16 run
/// can claim.
void readColumn(const SafetensorsFile& file, const TensorInfo& tensor, std::vector<float>& column) {
  column.resize(tensor.elements());
  if (tensor.dtype == DType::F32) {
    file.read(tensor, 0, std::as_writable_bytes(std::span(column)));
    return;
  }
  std::vector<std::uint16_t> half(column.size());
  file.read(tensor, 0, std::as_writable_bytes(std::span(half)));
  for (std::size_t i = 0; i < half.size(); ++i) column[i] = bf16ToFloat(half[i]);
}

void readColumn(const SafetensorsFile& file, const TensorInfo& tensor,
                std::vector<std::int32_t>& column) {
  column.resize(tensor.elements());
  file.read(tensor, 0, std::as_writable_bytes(std::span(column)));
}

}  // namespace

TracePtr readTrace(const std::filesystem::path& path) {
  const SafetensorsFile file = SafetensorsFile::open(path);
  const std::string name = path.string();
  const auto metadata = file.metadata().find(kTraceMetadataKey);
  if (metadata == file.metadata().end())
    throw Error(
        name +
        " is a safetensors file but no Ouroscope trace: its metadata has no \"ouroscope.trace\".");
  TraceMetadata meta = readTraceMetadata(metadata->second, name);

  std::uint64_t bytes = 0;
  for (const TensorInfo& tensor : file.tensors()) bytes += tensor.elements() * 4;
  requireMemory(bytes, "The trace " + name);

  TraceColumns columns;
  const auto tokens = static_cast<std::uint64_t>(meta.tokenBytes.size());
  eachTensor(columns, tokens, static_cast<std::uint64_t>(meta.loops),
             static_cast<std::uint64_t>(meta.topK), meta.info,
             [&](const char* tensorName, auto& column, const Shape& shape, bool present) {
               const TensorInfo* tensor = file.find(tensorName);
               const std::string where = name + ": tensor " + tensorName;
               if (!present) {
                 if (tensor)
                   throw Error(where + " is there, but the metadata say it was not captured.");
                 return;
               }
               if (!tensor) throw Error(where + " is missing, the metadata say it was captured.");
               const bool half =
                   std::string_view(tensorName) == "hidden" && tensor->dtype == DType::BF16;
               if (tensor->dtype != typeOf(column) && !half)
                 throw Error(where + " is " + std::string(dtypeName(tensor->dtype)) +
                             ", expected " + std::string(dtypeName(typeOf(column))) + ".");
               if (tensor->shape != shape)
                 throw Error(where + " has shape " + shapeText(tensor->shape) + ", expected " +
                             shapeText(shape) + ".");
               readColumn(file, *tensor, column);
             });
  columns.tokenBytes = std::move(meta.tokenBytes);
  columns.wordBytes = std::move(meta.wordBytes);
  try {
    return std::make_shared<const Trace>(std::move(meta.info), std::move(columns), meta.loops,
                                         meta.topK);
  } catch (const Error& error) {
    throw Error(name + ": " + error.what());
  }
}

void writeTrace(const Trace& trace, const std::filesystem::path& path) {
  const TraceInfo& info = trace.info();
  std::vector<TensorToWrite> tensors;
  std::vector<std::uint16_t> half;
  eachTensor(trace.columns(), static_cast<std::uint64_t>(trace.tokens()),
             static_cast<std::uint64_t>(trace.loops()), static_cast<std::uint64_t>(trace.topK()),
             info, [&](const char* name, const auto& column, const Shape& shape, bool present) {
               if (!present) return;
               if constexpr (std::is_same_v<std::decay_t<decltype(column)>, std::vector<float>>) {
                 if (std::string_view(name) == "hidden" && info.dtype.rfind("bf16", 0) == 0) {
                   half.resize(column.size());
                   for (std::size_t i = 0; i < half.size(); ++i) half[i] = floatToBf16(column[i]);
                   tensors.push_back({name, DType::BF16, shape, std::as_bytes(std::span(half))});
                   return;
                 }
               }
               tensors.push_back({name, typeOf(column), shape, std::as_bytes(std::span(column))});
             });
  writeSafetensors(path, tensors, {{kTraceMetadataKey, writeTraceMetadata(trace)}});
}

}  // namespace ouroscope
