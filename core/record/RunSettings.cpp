// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RunSettings.h"

#include <set>
#include <sstream>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/IntRange.h"

namespace ouroscope {

std::string kvPolicyName(KvPolicy policy) {
  switch (policy) {
    case KvPolicy::LastExited:
      return "last-exited-copy";
    case KvPolicy::LatestAvailable:
      return "latest-available";
    case KvPolicy::Full:
      break;
  }
  return "full";
}

KvPolicy kvPolicyFromName(const std::string& name) {
  for (const KvPolicy policy : {KvPolicy::Full, KvPolicy::LastExited, KvPolicy::LatestAvailable})
    if (kvPolicyName(policy) == name) return policy;
  throw Error("\"" + name +
              "\" is not a KV policy: choose full, last-exited-copy or latest-available.");
}

std::vector<int> layerListOf(const std::string& text) {
  constexpr int kMost = 4096;
  std::set<int> layers;
  std::istringstream parts(text.ends_with(',') ? text + "," : text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto range = intRangeOf(part.find('-') == std::string::npos ? part + "-" + part : part);
    if (!range || range->second > kMost)
      throw Error("Layers are counted from 1, like 4,8-12, not '" + shownText(part, 200) + "'.");
    for (int layer = range->first; layer <= range->second; ++layer) layers.insert(layer - 1);
  }
  return {layers.begin(), layers.end()};
}

std::string layerListText(const std::vector<int>& layers) {
  std::string text;
  for (std::size_t i = 0; i < layers.size();) {
    std::size_t end = i + 1;
    while (end < layers.size() && layers[end] == layers[end - 1] + 1) ++end;
    if (!text.empty()) text += ',';
    text += std::to_string(layers[i] + 1);
    if (end > i + 1) text += "-" + std::to_string(layers[end - 1] + 1);
    i = end;
  }
  return text;
}

}  // namespace ouroscope
