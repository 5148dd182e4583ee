// SPDX-License-Identifier: GPL-3.0-or-later
#include <list>
#include <optional>

#include "core/model/DType.h"
#include "core/model/SafetensorsFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/support/Memory.h"
#include "core/trace/Trace.h"
#include "core/trace/TraceMetadata.h"

namespace ouroscope {
namespace {

using Shape = std::vector<std::uint64_t>;

DType typeOf(const Column& column) {
  return column.isFloat() ? DType::F32 : DType::I32;
}

/// Reads values of a tensor of floats, from element `first` on. A halved column may be BF16 in the
/// file: half the size, and all that a bf16 run can claim.
void readFloats(const SafetensorsFile& file, const TensorInfo& tensor, std::uint64_t first,
                std::span<float> out) {
  if (tensor.dtype == DType::F32) return file.read(tensor, 4 * first, std::as_writable_bytes(out));
  std::vector<std::uint16_t> half(out.size());
  file.read(tensor, 2 * first, std::as_writable_bytes(std::span(half)));
  for (std::size_t i = 0; i < half.size(); ++i) out[i] = bf16ToFloat(half[i]);
}

void readValues(const SafetensorsFile& file, const TensorInfo& tensor, std::vector<float>& values) {
  values.resize(tensor.elements());
  readFloats(file, tensor, 0, values);
}
void readValues(const SafetensorsFile& file, const TensorInfo& tensor,
                std::vector<std::int32_t>& values) {
  values.resize(tensor.elements());
  file.read(tensor, 0, std::as_writable_bytes(std::span(values)));
}

/// The tensor of a column, checked against the metadata; null where it was not captured.
const TensorInfo* tensorOf(const SafetensorsFile& file, const Column& column,
                           const AxisSizes& sizes, const Capture& captured) {
  const TensorInfo* tensor = file.find(column.name);
  const std::string where = shownPath(file.path()) + ": tensor " + std::string(column.name);
  if (!column.present(sizes, captured)) {
    if (tensor) throw Error(where + " is there, but the metadata say it was not captured.");
    return nullptr;
  }
  if (!tensor && column.younger) return nullptr;
  if (!tensor) throw Error(where + " is missing, the metadata say it was captured.");
  if (tensor->dtype != typeOf(column) && !(column.halved && tensor->dtype == DType::BF16))
    throw Error(where + " is " + std::string(dtypeName(tensor->dtype)) + ", expected " +
                std::string(dtypeName(typeOf(column))) + ".");
  if (tensor->shape != column.shape(sizes))
    throw Error(where + " has shape " + shapeText(tensor->shape) + ", expected " +
                shapeText(column.shape(sizes)) + ".");
  return tensor;
}

/// The heavy columns of an open file. The file stays open, so that a trace that is replaced on disk
/// meanwhile still gives its own values.
class FileColumns : public ColumnSource {
 public:
  FileColumns(SafetensorsFile file, std::vector<const Column*> heavy)
      : file_(std::move(file)), waiting_(std::move(heavy)) {}
  void read(const Column& column, std::uint64_t first, std::span<float> out) const override {
    readFloats(*file_, *file_->find(column.name), first, out);
  }
  void done(const Column& column) override {
    std::erase(waiting_, &column);
    if (waiting_.empty()) file_.reset();
  }

 private:
  std::optional<SafetensorsFile> file_;
  std::vector<const Column*> waiting_;
};

}  // namespace

TracePtr readTrace(const std::filesystem::path& path) {
  SafetensorsFile file = SafetensorsFile::open(path);
  const std::string name = shownPath(path);
  const auto metadata = file.metadata().find(kTraceMetadataKey);
  if (metadata == file.metadata().end())
    throw Error(name +
                " is a safetensors file but not an Ouroscope trace: its metadata has no "
                "\"ouroscope.trace\".");
  TraceMetadata meta = readTraceMetadata(metadata->second, name);
  const AxisSizes sizes = axisSizes(meta.info, meta.tokenBytes.size(), meta.loops, meta.topK);
  const Capture& captured = meta.info.captured;

  std::uint64_t bytes = 0;
  for (const Column& column : columnTable()) {
    const TensorInfo* tensor = tensorOf(file, column, sizes, captured);
    if (tensor && !column.heavy) bytes += tensor->elements() * 4;
  }
  requireMemory(bytes, "The trace " + name);

  RecordColumns columns;
  std::vector<const Column*> heavy;
  forEachColumn(columns, [&](const Column& column, auto& values) {
    const TensorInfo* tensor = tensorOf(file, column, sizes, captured);
    if (!tensor) return;
    if (column.heavy)
      heavy.push_back(&column);
    else
      readValues(file, *tensor, values);
  });
  columns.tokenBytes = std::move(meta.tokenBytes);
  columns.wordBytes = std::move(meta.wordBytes);
  std::unique_ptr<ColumnSource> source;
  if (!heavy.empty()) source = std::make_unique<FileColumns>(std::move(file), heavy);
  try {
    return std::make_shared<const Trace>(std::move(meta.info), std::move(columns), meta.loops,
                                         meta.topK, std::move(source));
  } catch (const Error& error) {
    throw Error(name + ": " + error.what());
  }
}

void writeTrace(const Trace& trace, const std::filesystem::path& path) {
  const TraceInfo& info = trace.info();
  const AxisSizes sizes = trace.sizes();
  std::vector<TensorToWrite> tensors;
  std::list<std::vector<std::uint16_t>> halves;
  forEachColumn(trace.whole(), [&](const Column& column, const auto& values) {
    if (values.empty()) return;  // not captured, or younger than the trace
    TensorToWrite tensor{std::string(column.name), typeOf(column), column.shape(sizes),
                         std::as_bytes(std::span(values))};
    if (column.halved && info.isBf16()) {
      auto& half = halves.emplace_back();
      for (const auto value : values) half.push_back(floatToBf16(static_cast<float>(value)));
      tensor.dtype = DType::BF16;
      tensor.data = std::as_bytes(std::span(half));
    }
    tensors.push_back(std::move(tensor));
  });
  writeSafetensors(path, tensors, {{kTraceMetadataKey, writeTraceMetadata(trace)}});
}

}  // namespace ouroscope
