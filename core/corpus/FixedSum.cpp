// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/FixedSum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr double kSteps = std::int64_t{1} << FixedSum::kFractionBits;

constexpr std::size_t kMostDigits = 38;  // 10^38 is below 2^127

std::string decimal(Int128 value) {
  const bool negative = value < 0;
  std::string digits;
  do {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    value /= 10;
  } while (value != 0);
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

bool FixedSum::add(double value) {
  if (!(std::abs(value) <= kMost)) return false;
  const double steps = value * kSteps;
  // Conversions to 128 bits are calls of a library, and nearly every value is below.
  if (std::abs(steps) < 0x1p62)
    steps_ += std::llrint(steps);
  else
    steps_ += static_cast<Int128>(std::nearbyint(steps));
  return true;
}

double FixedSum::value() const {
  return std::ldexp(static_cast<double>(steps_), -kFractionBits);
}

nlohmann::ordered_json fixedToJson(const FixedSum& sum) {
  const Int128 steps = sum.steps();
  if (steps >= std::numeric_limits<std::int64_t>::min() &&
      steps <= std::numeric_limits<std::int64_t>::max())
    return static_cast<std::int64_t>(steps);
  return decimal(steps);
}

FixedSum fixedFromJson(const nlohmann::json& value, const std::string& what) {
  if (value.is_number_integer() &&
      (!value.is_number_unsigned() ||
       value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max())))
    return FixedSum::ofSteps(value.get<std::int64_t>());
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    const std::size_t sign = text.starts_with('-');
    const bool digits = text.size() > sign && text.size() - sign <= kMostDigits &&
                        text.find_first_not_of("0123456789", sign) == std::string::npos;
    if (digits) {
      Int128 steps = 0;
      for (const char c : text.substr(sign)) steps = steps * 10 + (c - '0');
      return FixedSum::ofSteps(sign ? -steps : steps);
    }
  }
  throw Error(what + " must be a sum in whole steps, found " + shownValue(value) + ".");
}

}  // namespace ouroscope
