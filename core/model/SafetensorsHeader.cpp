// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/SafetensorsHeader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "core/model/DType.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictSax.h"

namespace ouroscope {
namespace {

constexpr std::size_t kMaxWarnings = 20;

/// Reads the header as a stream of events: no tree of it is ever in memory, so a hostile header of
/// 100 MB costs little more than its own bytes.
class HeaderReader : public StrictSax {
 public:
  HeaderReader(std::string_view text, SafetensorsHeader& out)
      : StrictSax(text, JsonLimits{32, SafetensorsHeader::kMaxBytes}), out_(out) {}

  /// The reference's name for what was refused.
  const std::string& defect() const { return defect_; }

  bool null() override {
    if (state_ == State::MetadataValue) {
      state_ = State::Top;
      return true;
    }
    return state_ == State::Skip ? skipped() : mistyped("null");
  }
  bool boolean(bool) override { return state_ == State::Skip ? skipped() : mistyped("true/false"); }
  bool number_integer(std::int64_t) override {
    // Only numbers with a minus sign come here, -0 among them.
    return state_ == State::Skip ? skipped() : mistyped("a negative number");
  }
  bool number_unsigned(std::uint64_t value) override {
    switch (state_) {
      case State::Shape:
        if (tensor().shape.size() == SafetensorsHeader::kMaxRank)
          return refuse("RankTooLarge", "tensor " + shownText(tensor().name) + " has more than " +
                                            std::to_string(SafetensorsHeader::kMaxRank) +
                                            " dimensions");
        tensor().shape.push_back(value);
        return true;
      case State::Offsets:
        if (offsets_ == 2)
          return refuse(kJson, "data_offsets of " + entryName() + " must be two numbers");
        (offsets_++ == 0 ? tensor().begin : tensor().end) = value;
        return true;
      case State::Skip:
        return skipped();
      default:
        return mistyped("a number");
    }
  }
  bool number_float(double, const std::string& text) override {
    return state_ == State::Skip ? skipped() : mistyped("the number " + shownText(text, 40));
  }
  bool string(std::string& value) override {
    if (state_ == State::Skip) return skipped();
    if (state_ == State::Metadata) {
      if (!out_.metadata.insert_or_assign(key_, std::move(value)).second)
        warn("The metadata key " + shownText(key_) + " appears twice; the last one counts.");
      return true;
    }
    if (state_ != State::Field || field_ != Field::DType) return mistyped("a text");
    const auto type = dtypeFromName(value);
    if (!type)
      return refuse(kJson, "tensor " + shownText(tensor().name) + " has the unknown dtype " +
                               shownText(value));
    tensor().dtype = *type;
    state_ = State::Entry;
    return true;
  }
  bool binary(nlohmann::json::binary_t&) override { return mistyped("binary"); }

  bool start_object(std::size_t) override {
    if (!enter()) return false;
    switch (state_) {
      case State::Start:
        state_ = State::Top;
        return true;
      case State::EntryValue:
        state_ = State::Entry;
        return true;
      case State::MetadataValue:
        state_ = State::Metadata;
        return true;
      case State::Skip:
        return true;
      default:
        return mistyped("an object");
    }
  }
  bool end_object() override {
    leave();
    switch (state_) {
      case State::Entry:
        state_ = State::Top;
        if (seen_ != 7) {
          const std::string missing = !(seen_ & 1)   ? "dtype"
                                      : !(seen_ & 2) ? "shape"
                                                     : "data_offsets";
          return refuse(kJson, "tensor " + shownText(tensor().name) + " has no " + missing);
        }
        return true;
      case State::Metadata:
        state_ = State::Top;
        return true;
      case State::Skip:
        return skipped();
      default:
        return true;
    }
  }
  bool start_array(std::size_t) override {
    if (!enter()) return false;
    if (state_ == State::Skip) return true;
    if (state_ == State::Field && field_ == Field::Shape) {
      state_ = State::Shape;
      return true;
    }
    if (state_ == State::Field && field_ == Field::Offsets) {
      state_ = State::Offsets;
      offsets_ = 0;
      return true;
    }
    return mistyped("a list");
  }
  bool end_array() override {
    leave();
    if (state_ == State::Skip) return skipped();
    if (state_ == State::Offsets && offsets_ != 2)
      return refuse(kJson, "data_offsets of " + entryName() + " must be two numbers");
    state_ = State::Entry;
    return true;
  }

  bool key(std::string& name) override {
    switch (state_) {
      case State::Top:
        return topKey(name);
      case State::Entry:
        return entryKey(name);
      case State::Metadata:
        key_ = std::move(name);
        return true;
      default:
        return true;  // inside a value that is skipped
    }
  }

 private:
  enum class State {
    Start,
    Top,
    EntryValue,
    Entry,
    Field,
    Shape,
    Offsets,
    MetadataValue,
    Metadata,
    Skip
  };
  enum class Field { DType, Shape, Offsets };
  static constexpr const char* kJson = "InvalidHeaderDeserialization";

  TensorInfo& tensor() { return out_.tensors.back(); }

  std::string entryName() {
    switch (state_) {
      case State::Start:
      case State::Top:
        return "the top level";
      case State::MetadataValue:
      case State::Metadata:
        return "__metadata__";
      default:
        return "tensor " + shownText(tensor().name);
    }
  }

  bool refuse(const char* defect, std::string reason) {
    defect_ = defect;
    return fail(std::move(reason));
  }

  bool mistyped(const std::string& found) {
    std::string expected = "an object";
    if (state_ == State::Shape || state_ == State::Offsets)
      expected = "whole numbers of at least 0 that fit 64 bits";
    else if (state_ == State::Metadata)
      expected = "a text for " + shownText(key_);
    else if (state_ == State::Field)
      expected = field_ == Field::DType   ? "a text as dtype"
                 : field_ == Field::Shape ? "a list as shape"
                                          : "a list as data_offsets";
    return refuse(kJson, entryName() + " must have " + expected + ", found " + found);
  }

  bool topKey(std::string& name) {
    if (name == "__metadata__") {
      if (sawMetadata_) return refuse(kJson, "__metadata__ appears twice");
      sawMetadata_ = true;
      state_ = State::MetadataValue;
      return true;
    }
    if (name.size() > SafetensorsHeader::kMaxNameBytes)
      return refuse("NameTooLong", "the tensor name " + shownText(name, 40) + " has " +
                                       std::to_string(name.size()) + " bytes, more than the " +
                                       std::to_string(SafetensorsHeader::kMaxNameBytes) +
                                       " allowed");
    if (out_.tensors.size() == SafetensorsHeader::kMaxTensors)
      return refuse("TooManyTensors", "it has more than the " +
                                          std::to_string(SafetensorsHeader::kMaxTensors) +
                                          " tensors allowed");
    out_.tensors.push_back({});
    tensor().name = std::move(name);
    seen_ = 0;
    unknown_.clear();
    state_ = State::EntryValue;
    return true;
  }

  bool entryKey(const std::string& name) {
    unsigned bit = 0;
    if (name == "dtype") {
      field_ = Field::DType;
      bit = 1;
    } else if (name == "shape") {
      field_ = Field::Shape;
      bit = 2;
    } else if (name == "data_offsets") {
      field_ = Field::Offsets;
      bit = 4;
    }
    if (bit ? (seen_ & bit) != 0 : !unknown_.insert(name).second)
      return refuse(kJson, "tensor " + shownText(tensor().name) + " has the field " +
                               shownText(name) + " twice");
    seen_ |= bit;
    if (bit) {
      state_ = State::Field;
    } else {
      warn("Tensor " + shownText(tensor().name) + " has the unknown field " + shownText(name) +
           "; it is ignored.");
      state_ = State::Skip;
      skipDepth_ = depth();
    }
    return true;
  }

  /// A value (or a whole bracket) inside a skipped field ended.
  bool skipped() {
    if (depth() == skipDepth_) state_ = State::Entry;
    return true;
  }

  void warn(std::string text) {
    if (out_.warnings.size() < kMaxWarnings) out_.warnings.push_back(std::move(text));
  }

  SafetensorsHeader& out_;
  State state_ = State::Start;
  Field field_ = Field::DType;
  unsigned seen_ = 0;
  int offsets_ = 0, skipDepth_ = 0;
  bool sawMetadata_ = false;
  std::string key_, defect_;
  std::set<std::string> unknown_;
};

[[noreturn]] void refuse(const std::string& file, const std::string& reason, const char* defect) {
  throw Error(file + ": " + reason + " (" + defect + ").");
}

void checkNames(std::vector<TensorInfo>& tensors, const std::string& file) {
  std::sort(tensors.begin(), tensors.end(),
            [](const TensorInfo& a, const TensorInfo& b) { return a.name < b.name; });
  const auto twin =
      std::adjacent_find(tensors.begin(), tensors.end(),
                         [](const TensorInfo& a, const TensorInfo& b) { return a.name == b.name; });
  if (twin != tensors.end())
    refuse(file,
           "the tensor " + shownText(twin->name) +
               " appears twice in the header; readers would disagree on which one counts",
           "DuplicateTensorName");
}

/// Sorted by place, every tensor must begin where the one before it ended: no hole, no overlap.
void checkLayout(const std::vector<TensorInfo>& tensors, std::uint64_t dataBytes,
                 const std::string& file) {
  std::vector<std::uint32_t> order(tensors.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto &x = tensors[a], &y = tensors[b];
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  std::uint64_t expected = 0;
  for (const std::uint32_t index : order) {
    const TensorInfo& t = tensors[index];
    const std::string name = "tensor " + shownText(t.name);
    if (t.begin != expected || t.end < t.begin)
      refuse(file,
             name + " lies at bytes " + std::to_string(t.begin) + " to " + std::to_string(t.end) +
                 " of the data, expected to begin at " + std::to_string(expected),
             "InvalidOffset");
    const auto bits = checkedBits(t.dtype, t.shape);
    if (!bits)
      refuse(file, name + " has the shape " + shapeText(t.shape) + ", too large for 64 bits",
             "ValidationOverflow");
    if (*bits % 8 != 0)
      refuse(file,
             name + " of dtype " + std::string(dtypeName(t.dtype)) + " and shape " +
                 shapeText(t.shape) + " does not fill whole bytes",
             "MisalignedSlice");
    if (*bits / 8 != t.end - t.begin)
      refuse(file,
             name + " of dtype " + std::string(dtypeName(t.dtype)) + " and shape " +
                 shapeText(t.shape) + " needs " + std::to_string(*bits / 8) +
                 " bytes, its data_offsets give " + std::to_string(t.end - t.begin),
             "TensorInvalidInfo");
    expected = t.end;
  }
  if (expected > dataBytes)
    refuse(file,
           "the file is truncated: its tensors need " + std::to_string(expected) +
               " bytes of data, found " + std::to_string(dataBytes) + "; download or copy it again",
           "MetadataIncompleteBuffer");
  if (expected < dataBytes)
    refuse(
        file,
        std::to_string(dataBytes - expected) + " bytes follow the last tensor that belong to none",
        "MetadataIncompleteBuffer");
}

}  // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes,
                                         const std::string& file) {
  if (const std::size_t bad = firstInvalidUtf8(text); bad != std::string_view::npos)
    refuse(file, "byte " + std::to_string(bad) + " of the header is not valid UTF-8",
           "InvalidHeader");
  SafetensorsHeader header;
  HeaderReader reader(text, header);
  if (!reader.run())
    refuse(file,
           "the header is refused at its byte " + std::to_string(reader.position()) + ": " +
               reader.reason(),
           reader.defect().empty() ? "InvalidHeaderDeserialization" : reader.defect().c_str());
  checkNames(header.tensors, file);
  checkLayout(header.tensors, dataBytes, file);
  return header;
}

}  // namespace ouroscope
