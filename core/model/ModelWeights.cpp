// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ModelWeights.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/model/DType.h"
#include "core/model/ShardIndex.h"
#include "core/model/TensorRead.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/support/Index.h"
#include "core/support/Sha256.h"

namespace ouroscope {
namespace {

/// Weights on disk: every call reads what it is asked for, nothing is kept.
class StoredWeights : public ModelWeights {
 public:
  StoredWeights(Shards shards, const ContainedFolder& folder, const ModelSpec& spec)
      : shards_(std::move(shards)) {
    for (const ExpectedTensor& expected : expectedTensors(spec)) {
      const TensorInfo& found = require(folder, expected, spec);
      bytes_ += found.end - found.begin;
      ++tensors_[found.dtype];
      const TensorSpec* gate = spec.find(TensorSlot::ExitGate);
      if (found.shape.size() != 2 || (gate && expected.name == gate->name)) continue;
      (found.dtype == DType::BF16 ? bf16Numbers_ : otherNumbers_) += found.elements();
      if (found.dtype != DType::BF16) otherMatrices_.push_back(expected.name);
    }
    for (const std::string& name : shards_.names) files_.push_back(name);
  }

  void readRows(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                std::span<float> out) const override {
    const auto [file, tensor] = find(name);
    const std::uint64_t columns = requireRows(tensor, firstRow, rows, out.size());
    readAsFloat(file, tensor, product(firstRow, columns), out);
  }

  void readRowsBf16(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                    std::int64_t columns, std::int64_t stride, std::uint16_t* out) const override {
    const auto [file, tensor] = find(name);
    if (tensor.dtype != DType::BF16)
      return ModelWeights::readRowsBf16(name, firstRow, rows, columns, stride, out);
    requireRows(tensor, firstRow, rows, product(rows, columns));
    const bool whole = stride == columns;
    for (std::int64_t row = 0; row < rows; row += whole ? rows : 1) {
      const std::int64_t count = columns * (whole ? rows : 1);
      file.read(tensor, (firstRow + row) * columns * 2,
                std::as_writable_bytes(std::span(out + row * stride, count)));
    }
  }

  bool storedAsBf16() const override { return bf16Numbers_ > otherNumbers_; }
  std::vector<std::string> roundedByBf16() const override {
    return storedAsBf16() ? otherMatrices_ : std::vector<std::string>();
  }
  std::string storedTypes() const override {
    const auto most =
        std::max_element(tensors_.begin(), tensors_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    int all = 0;
    for (const auto& [type, count] : tensors_) all += count;
    std::string others;
    for (const auto& [type, count] : tensors_)
      if (type != most->first)
        others += (others.empty() ? "" : ", ") + std::to_string(count) + " of " +
                  std::to_string(all) + " tensors " + std::string(dtypeName(type));
    return std::string(dtypeName(most->first)) + (others.empty() ? "" : " (" + others + ")");
  }
  std::string sha256(const std::stop_token& stop, const ProgressFn& progress) const override {
    std::uint64_t total = 0, done = 0;
    for (const SafetensorsFile& file : shards_.files) total += file.fileBytes();
    Sha256 hash;
    std::vector<std::byte> piece(std::size_t{1} << 20);
    for (const SafetensorsFile& file : shards_.files)
      for (std::uint64_t at = 0; at < file.fileBytes();) {
        if (stop.stop_requested()) throw Cancelled();
        const std::size_t n = std::min<std::uint64_t>(piece.size(), file.fileBytes() - at);
        file.readFile(at, std::span(piece).first(n));
        hash.update(std::span<const std::byte>(piece).first(n));
        at += n;
        done += n;
        if (progress) progress("Hashing weights", done, total);
      }
    return hash.finishHex();
  }
  std::uint64_t storedBytes() const override { return bytes_; }
  std::vector<std::string> fileNames() const override { return files_; }

 private:
  struct Place {
    const SafetensorsFile& file;
    const TensorInfo& tensor;
  };
  std::optional<Place> placeOf(std::string_view name) const {
    const auto at = shards_.place.find(name);
    if (at == shards_.place.end()) return {};
    const SafetensorsFile& file = shards_.files[at->second.file];
    return Place{file, *file.find(at->second.name)};
  }
  Place find(std::string_view name) const {
    const auto place = placeOf(name);
    if (!place) throw Error("The model has no tensor " + shownText(name) + ".");
    return *place;
  }
  /// @return the tensor's columns
  static std::uint64_t requireRows(const TensorInfo& tensor, std::int64_t firstRow,
                                   std::int64_t rows, std::uint64_t elements) {
    const std::uint64_t columns = tensor.shape.empty() ? 1 : tensor.shape.back();
    const std::uint64_t held = columns ? tensor.elements() / columns : 0;
    if (firstRow < 0 || rows < 0 || std::cmp_greater(firstRow, held) ||
        std::cmp_greater(rows, held - firstRow) ||
        std::cmp_not_equal(elements, product(rows, columns)))
      throw Error("Rows " + std::to_string(firstRow) + " and on of tensor " +
                  shownText(tensor.name) + " were asked for in a wrong number; it has the shape " +
                  shapeText(tensor.shape) + ".");
    return columns;
  }

  const TensorInfo& require(const ContainedFolder& folder, const ExpectedTensor& expected,
                            const ModelSpec& spec) {
    const auto place = placeOf(expected.name);
    if (!place) {
      const std::string missing = shownPath(folder.path()) + ": the weights have no tensor " +
                                  shownText(expected.name) + " " + shapeText(expected.shape);
      if (const TensorSpec* head = spec.find(TensorSlot::Head);
          head && expected.name == head->name && onlyOneMissing(expected.name, spec))
        throw Error(missing +
                    ", the head: this is an export of the base model, which says no words; save "
                    "the model with its head (the ...ForCausalLM class).");
      throw Error(missing +
                  " that config.json asks for; config and weights do not belong together.");
    }
    const TensorInfo& found = place->tensor;
    const std::string where = shownPath(place->file.path()) + ": tensor " + shownText(found.name);
    if (found.shape != expected.shape)
      throw Error(where + " must have the shape " + shapeText(expected.shape) +
                  " by config.json, found " + shapeText(found.shape) +
                  "; config and weights do not belong together.");
    if (!isWeightType(found.dtype))
      throw Error(where + " must be BF16, F16 or F32, found " +
                  std::string(dtypeName(found.dtype)) + " (UnsupportedDtype); convert the model.");
    return found;
  }

  bool onlyOneMissing(const std::string& name, const ModelSpec& spec) const {
    const auto all = expectedTensors(spec);
    return std::ranges::all_of(all, [&](const ExpectedTensor& expected) {
      return expected.name == name || shards_.place.contains(expected.name);
    });
  }

  Shards shards_;
  std::vector<std::string> files_;
  std::uint64_t bytes_ = 0;
  std::map<DType, int> tensors_;
  std::uint64_t bf16Numbers_ = 0, otherNumbers_ = 0;  ///< of matrices
  std::vector<std::string> otherMatrices_;
};

void addOffset(const TensorSpec& tensor, std::span<float> values) {
  if (tensor.offset != 0)
    for (float& value : values) value += tensor.offset;
}

}  // namespace

void ModelWeights::readSlot(const TensorSpec& tensor, std::int64_t firstRow, std::int64_t rows,
                            std::span<float> out) const {
  if (tensor.pairsOf == 0) {
    readRows(tensor.name, tensor.firstRow + firstRow, rows, out);
    return addOffset(tensor, out);
  }
  const std::int64_t columns = tensor.columns();
  for (std::int64_t row = 0; row < rows; ++row)
    readRows(tensor.name, tensor.firstRow + tensor.pairedRow(firstRow + row), 1,
             out.subspan(row * columns, columns));
  addOffset(tensor, out);
}

void ModelWeights::readSlotBf16(const TensorSpec& tensor, std::int64_t firstRow, std::int64_t rows,
                                std::int64_t stride, std::uint16_t* out) const {
  const std::int64_t columns = tensor.columns();
  if (tensor.pairsOf == 0)
    return readRowsBf16(tensor.name, tensor.firstRow + firstRow, rows, columns, stride, out);
  for (std::int64_t row = 0; row < rows; ++row)
    readRowsBf16(tensor.name, tensor.firstRow + tensor.pairedRow(firstRow + row), 1, columns,
                 columns, out + row * stride);
}

std::vector<float> ModelWeights::readVector(const TensorSpec& tensor) const {
  std::vector<float> stored(tensor.elements());
  readRows(tensor.name, tensor.firstRow, tensor.rows, stored);
  addOffset(tensor, stored);
  if (tensor.pairsOf == 0) return stored;
  std::vector<float> out(stored.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = stored[tensor.pairedRow(i)];
  return out;
}

void ModelWeights::readRowsBf16(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                                std::int64_t columns, std::int64_t stride,
                                std::uint16_t* out) const {
  std::vector<float> values(rows * columns);
  readRows(name, firstRow, rows, values);
  for (std::int64_t row = 0; row < rows; ++row)
    for (std::int64_t i = 0; i < columns; ++i)
      out[row * stride + i] = floatToBf16(values[row * columns + i]);
}

std::string ModelWeights::sha256(const std::stop_token&, const ProgressFn&) const {
  return Sha256::hexOf({});  // no files
}

std::unique_ptr<ModelWeights> ModelWeights::open(const ContainedFolder& folder,
                                                 const ModelSpec& spec) {
  return check(Shards::open(folder), folder, spec);
}

std::unique_ptr<ModelWeights> ModelWeights::check(Shards shards, const ContainedFolder& folder,
                                                  const ModelSpec& spec) {
  return std::make_unique<StoredWeights>(std::move(shards), folder, spec);
}

}  // namespace ouroscope
