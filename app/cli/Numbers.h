// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace ouroscope::cli {

/// Numbers and texts as the outputs write them. Nothing here depends on the locale.

std::string fixedText(double value, int decimals);  ///< "1.40"; "-" for NaN
std::string shortText(double value);                ///< shortest text that reads back; "" for NaN
std::string shortText(float value);
std::string percentText(double share);  ///< 0.664 -> "66.4 %"

/// A JSON number, or null where the value is absent (NaN) or infinite. A float keeps its short
/// text.
nlohmann::ordered_json number(double value);
nlohmann::ordered_json number(float value);

/// {"text": ...} and, where the bytes are no whole characters, "bytes" in hex.
void putText(nlohmann::ordered_json& object, std::string_view bytes);

/// The whole of `text` as a number. @return nothing where it is not one
std::optional<long long> integerOf(std::string_view text);
std::optional<double> numberOf(std::string_view text);

}  // namespace ouroscope::cli
