// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

template <typename T>
std::string shortest(T value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 64> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return error == std::errc{} ? std::string(buffer.data(), end) : std::string();
}

template <typename T>
std::optional<T> whole(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

}  // namespace

std::string fixedText(double value, int decimals) {
  if (std::isnan(value)) return "-";
  std::array<char, 400> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::fixed, decimals);
  std::string text = error == std::errc{} ? std::string(buffer.data(), end) : shortest(value);
  // A value that rounds to zero has no sign.
  if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
  return text;
}

std::string shortText(double value) {
  return shortest(value);
}
std::string shortText(float value) {
  return shortest(value);
}

std::string percentText(double share) {
  return std::isnan(share) ? "-" : fixedText(100 * share, 1) + " %";
}

nlohmann::ordered_json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  return value;
}

nlohmann::ordered_json number(float value) {
  if (!std::isfinite(value)) return nullptr;
  return whole<double>(shortest(value)).value_or(value);
}

void putText(nlohmann::ordered_json& object, std::string_view bytes) {
  object["text"] = utf8Lossy(bytes);
  if (utf8ValidPrefix(bytes) == bytes.size()) return;
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char byte : bytes) {
    hex += kDigits[static_cast<unsigned char>(byte) >> 4];
    hex += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  object["bytes"] = hex;
}

std::optional<long long> integerOf(std::string_view text) {
  return whole<long long>(text);
}
std::optional<double> numberOf(std::string_view text) {
  return whole<double>(text);
}

}  // namespace ouroscope::cli
