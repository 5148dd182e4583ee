// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/FolderFaults.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAdapter = "adapter_config.json";
constexpr std::size_t kMostAdapterBytes = std::size_t{1} << 20;

std::vector<std::string> fileNamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code code;
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
    names.push_back(at->path().filename().native());
  std::ranges::sort(names);
  return names;
}

bool anyIncomplete(const fs::path& folder) {
  return std::ranges::any_of(fileNamesIn(folder),
                             [](const std::string& name) { return name.ends_with(".incomplete"); });
}

/// "00002-of-00005" -> {2, 5}; {0, 0} where it is no such text.
std::pair<int, int> partOf(std::string_view text) {
  constexpr std::string_view kOf = "-of-";
  const std::size_t at = text.find(kOf);
  int part = 0, parts = 0;
  const auto number = [](std::string_view digits, int& out) {
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, out);
    return error == std::errc{} && stop == end;
  };
  if (at == std::string_view::npos || !number(text.substr(0, at), part) ||
      !number(text.substr(at + kOf.size()), parts) || part < 1 || part > parts)
    return {0, 0};
  return {part, parts};
}

}  // namespace

std::string adapterSentence(const ContainedFolder& folder) {
  if (!folder.contains(kAdapter)) return {};
  std::string kind = "an adapter", base = "a model";
  try {
    const auto document = parseStrictJson(folder.read(kAdapter, kMostAdapterBytes), kAdapter);
    const JsonObject config(document, kAdapter);
    if (config.optionalString("peft_type") == "LORA") kind = "a LoRA adapter";
    if (const auto name = config.optionalString("base_model_name_or_path")) base = shownText(*name);
  } catch (const OutsideLink&) {
    throw;
  } catch (const Error&) {
    // Its name alone says what it is.
  }
  return shownPath(folder.path()) + " holds " + kind + " for " + base +
         " and no model of its own: merge it first (merge_and_unload() of the peft library, then "
         "save_pretrained()) and open that folder.";
}

std::string brokenDownload(const ContainedFolder& folder) {
  std::error_code code;
  const fs::path real = fs::canonical(folder.path(), code);
  const bool snapshot = !code && real.parent_path().filename() == "snapshots";
  if (anyIncomplete(folder.path() / ".cache/huggingface/download") ||
      (snapshot && anyIncomplete(real.parent_path().parent_path() / "blobs")))
    return "a download into the folder was not finished: run it again";
  return {};
}

NumberedShards numberedShards(const ContainedFolder& folder) {
  constexpr std::string_view kBegin = "model-", kEnd = ".safetensors";
  NumberedShards out;
  bool one = true;
  for (const std::string& name : fileNamesIn(folder.path())) {
    if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) continue;
    out.names.push_back(name);
    const auto [part, parts] = partOf(
        std::string_view(name).substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size()));
    one = one && parts > 0 && (out.parts == 0 || out.parts == parts);
    out.parts = parts;
  }
  if (!one) out.parts = 0;
  return out;
}

}  // namespace ouroscope
