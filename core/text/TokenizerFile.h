// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace ouroscope {

/// The bytes of a tokenizer file: a regular file of at most 128 MiB. @throws Error naming the file
/// and the reason
std::string readTokenizerFile(const std::filesystem::path& file);

/// A JSON document read strictly (duplicate keys and deep nesting are refused). @throws Error
/// naming `name` and the place
nlohmann::json parseTokenizerJson(std::string_view text, const std::string& name);

}  // namespace ouroscope
