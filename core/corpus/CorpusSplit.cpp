// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/CorpusSplit.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "core/support/Sha256.h"

namespace ouroscope {

std::string_view partName(CorpusPart part) {
  return part == CorpusPart::Selection ? "selection" : "confirmation";
}

CorpusPart partOf(const std::string& sha256, double share) {
  std::uint64_t number = 0;
  std::from_chars(sha256.data(), sha256.data() + 16, number, 16);
  // 53 bits of it, so that the comparison with a double is exact.
  return (number >> 11) * 0x1p-53 < share ? CorpusPart::Selection : CorpusPart::Confirmation;
}

std::string fieldHash(const nlohmann::ordered_json& value) {
  return Sha256::hexOf(value.is_string() ? value.get_ref<const std::string&>() : value.dump());
}

}  // namespace ouroscope
