// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "core/model/DType.h"
#include "core/model/SafetensorsFile.h"
#include "core/model/SafetensorsHeader.h"
#include "core/support/AtomicFile.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

void appendJsonText(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void requireUtf8(std::string_view text, const char* kind, const std::string& file) {
  if (firstInvalidUtf8(text) != std::string_view::npos)
    throw Error("Cannot write " + file + ": the " + kind + " " + shownText(text) +
                " is not valid UTF-8.");
}

/// Tensors in the order their data take in the file, each checked.
std::vector<const TensorToWrite*> layOut(std::span<const TensorToWrite> tensors,
                                         const std::string& file) {
  std::vector<const TensorToWrite*> order;
  for (const TensorToWrite& t : tensors) {
    const std::string name = "tensor " + shownText(t.name);
    requireUtf8(t.name, "tensor name", file);
    if (t.name == "__metadata__")
      throw Error("Cannot write " + file +
                  ": a tensor must not be called __metadata__ (ReservedName).");
    if (t.name.size() > SafetensorsHeader::kMaxNameBytes)
      throw Error("Cannot write " + file + ": " + name + " has too long a name (NameTooLong).");
    if (t.shape.size() > SafetensorsHeader::kMaxRank)
      throw Error("Cannot write " + file + ": " + name +
                  " has too many dimensions (RankTooLarge).");
    const auto bits = checkedBits(t.dtype, t.shape);
    if (!bits || *bits % 8 != 0 || *bits / 8 != t.data.size())
      throw Error("Cannot write " + file + ": " + name + " of dtype " +
                  std::string(dtypeName(t.dtype)) + " and shape " + shapeText(t.shape) +
                  " does not fit its " + std::to_string(t.data.size()) +
                  " bytes (TensorInvalidInfo).");
    order.push_back(&t);
  }
  if (order.size() > SafetensorsHeader::kMaxTensors)
    throw Error("Cannot write " + file + ": it would have too many tensors (TooManyTensors).");
  std::sort(order.begin(), order.end(), [](const TensorToWrite* a, const TensorToWrite* b) {
    return a->dtype != b->dtype ? a->dtype > b->dtype : a->name < b->name;
  });
  std::vector<std::string_view> names;
  for (const TensorToWrite* t : order) names.push_back(t->name);
  std::sort(names.begin(), names.end());
  const auto twin = std::adjacent_find(names.begin(), names.end());
  if (twin != names.end())
    throw Error("Cannot write " + file + ": two tensors are called " + shownText(*twin) +
                " (DuplicateTensorName).");
  return order;
}

std::string headerText(const std::vector<const TensorToWrite*>& order,
                       const std::map<std::string, std::string>& metadata,
                       const std::string& file) {
  std::string text = "{";
  if (!metadata.empty()) {
    text += "\"__metadata__\":{";
    bool first = true;
    for (const auto& [key, value] : metadata) {
      requireUtf8(key, "metadata key", file);
      requireUtf8(value, "metadata value", file);
      if (!std::exchange(first, false)) text += ',';
      appendJsonText(text, key);
      text += ':';
      appendJsonText(text, value);
    }
    text += '}';
  }
  std::uint64_t at = 0;
  for (const TensorToWrite* t : order) {
    if (text.size() > 1) text += ',';
    appendJsonText(text, t->name);
    text += ":{\"dtype\":\"" + std::string(dtypeName(t->dtype)) + "\",\"shape\":[";
    for (std::size_t i = 0; i < t->shape.size(); ++i)
      text.append(i ? "," : "").append(std::to_string(t->shape[i]));
    text += "],\"data_offsets\":[" + std::to_string(at) + "," +
            std::to_string(at + t->data.size()) + "]}";
    at += t->data.size();
  }
  text += '}';
  text.resize((text.size() + 7) / 8 * 8, ' ');  // the data begin aligned
  if (text.size() > SafetensorsHeader::kMaxBytes)
    throw Error("Cannot write " + file + ": names and metadata take " +
                std::to_string(text.size()) +
                " bytes, more than a safetensors header may have (HeaderTooLarge).");
  return text;
}

}  // namespace

void writeSafetensors(const std::filesystem::path& path, std::span<const TensorToWrite> tensors,
                      const std::map<std::string, std::string>& metadata) {
  const std::string file = shownPath(path);
  const auto order = layOut(tensors, file);
  const std::string header = headerText(order, metadata, file);
  std::array<std::byte, 8> prefix{};
  for (std::size_t i = 0; i < 8; ++i)
    prefix[i] = static_cast<std::byte>((header.size() >> (8 * i)) & 0xFFu);
  std::uint64_t total = prefix.size() + header.size();
  for (const TensorToWrite* t : order) total += t->data.size();

  AtomicFile out(path, total);
  out.write(prefix);
  out.write(header);
  for (const TensorToWrite* t : order) out.write(t->data);
  out.commit([&](const std::filesystem::path& temporary) {
    const SafetensorsFile written = SafetensorsFile::open(temporary);
    bool same = written.metadata() == metadata && written.tensors().size() == order.size();
    for (const TensorToWrite* t : order) {
      const TensorInfo* found = same ? written.find(t->name) : nullptr;
      same = found && found->dtype == t->dtype && found->shape == t->shape;
    }
    if (!same)
      throw Error("Cannot write " + file +
                  ": what the disk gave back is not what was written; check the disk.");
  });
}

}  // namespace ouroscope
