// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/model/DType.h"

namespace ouroscope {
namespace {

struct Entry {
  std::string_view name;
  int bits;
};
// In the order of the enum, which is the reference's: a writer sorts by it.
constexpr std::array<Entry, 22> kTypes{
    {{"BOOL", 8},        {"F4", 4},      {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"U8", 8},
     {"I8", 8},          {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"F8_E4M3FNUZ", 8},
     {"F8_E5M2FNUZ", 8}, {"I16", 16},    {"U16", 16},    {"F16", 16},    {"BF16", 16},
     {"I32", 32},        {"U32", 32},    {"F32", 32},    {"C64", 64},    {"F64", 64},
     {"I64", 64},        {"U64", 64}}};

}  // namespace

std::string_view dtypeName(DType type) {
  return kTypes[static_cast<std::size_t>(type)].name;
}

int dtypeBits(DType type) {
  return kTypes[static_cast<std::size_t>(type)].bits;
}

std::optional<DType> dtypeFromName(std::string_view name) {
  for (std::size_t i = 0; i < kTypes.size(); ++i)
    if (kTypes[i].name == name) return static_cast<DType>(i);
  return std::nullopt;
}

std::optional<std::uint64_t> checkedBits(DType type, std::span<const std::uint64_t> shape) {
  std::uint64_t bits = 1;
  for (const std::uint64_t dim : shape)
    if (__builtin_mul_overflow(bits, dim, &bits)) return std::nullopt;
  if (__builtin_mul_overflow(bits, static_cast<std::uint64_t>(dtypeBits(type)), &bits))
    return std::nullopt;
  return bits;
}

std::string shapeText(std::span<const std::uint64_t> shape) {
  std::string text = "[";
  for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
  return text + "]";
}

std::uint64_t TensorInfo::elements() const {
  std::uint64_t count = 1;
  for (const std::uint64_t dim : shape) count *= dim;  // cannot wrap: checked when it was read
  return count;
}

}  // namespace ouroscope
