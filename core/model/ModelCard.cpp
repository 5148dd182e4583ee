// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ModelCard.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/support/StrictJson.h"

namespace ouroscope {
namespace {

constexpr std::size_t kMostCardBytes = std::size_t{4} << 20;

std::string plainValue(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\"'";
  const std::size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kAround) - begin + 1));
}

/// "KEY: VALUE" of the lines between the first two "---"; what is nested is left out.
std::map<std::string, std::string> frontMatter(std::string_view card) {
  std::map<std::string, std::string> out;
  bool inside = false;
  for (std::size_t at = 0; at < card.size();) {
    const std::size_t end = std::min(card.find('\n', at), card.size());
    const std::string_view line = card.substr(at, end - at);
    at = end + 1;
    if (plainValue(line) == "---") {
      if (inside) return out;
      inside = true;
      continue;
    }
    if (!inside) return out;  // the file does not begin with it
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && !line.starts_with(' '))
      out.emplace(line.substr(0, colon), plainValue(line.substr(colon + 1)));
  }
  return {};  // it does not end
}

std::string licenceInCard(std::string_view card) {
  const auto fields = frontMatter(card);
  const auto field = [&](const char* key) {
    const auto at = fields.find(key);
    return at == fields.end() ? std::string() : at->second;
  };
  const std::string licence = field("license"), name = field("license_name");
  if (name.empty()) return licence;
  return licence.empty() ? name : licence + " (" + name + ")";
}

}  // namespace

std::string licenceOf(const ContainedFolder& folder) {
  const auto read = [&](const char* name) -> std::string {
    try {
      return folder.contains(name) ? folder.read(name, kMostCardBytes) : std::string();
    } catch (const OutsideLink&) {
      throw;
    } catch (const Error&) {
      return {};  // nothing that a run needs
    }
  };
  if (std::string licence = licenceInCard(read("README.md")); !licence.empty()) return licence;
  const std::string config = read("config.json");
  if (config.empty()) return {};
  const auto document = parseStrictJson(config, "config.json");
  return JsonObject(document, "config.json").optionalString("license").value_or("");
}

}  // namespace ouroscope
