// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/text/Tokenizer.h"

namespace ouroscope {

std::string chatMl(std::span<const ChatTurn> turns, bool think) {
  std::string text;
  for (const ChatTurn& turn : turns) {
    text += "<|im_start|>" + turn.role + '\n' + turn.content + "<|im_end|>\n";
  }
  text += "<|im_start|>assistant\n";
  if (think) text += "<think>\n";
  return text;
}

std::vector<std::int32_t> stopTokens(const Tokenizer& tokenizer, std::span<const int> configEos) {
  std::vector<std::int32_t> stops;
  const auto add = [&](std::int32_t id) {
    if (std::find(stops.begin(), stops.end(), id) == stops.end()) stops.push_back(id);
  };
  for (const int id : configEos) add(id);
  for (const char* name : {"<|endoftext|>", "<|im_end|>"}) {
    if (const auto id = tokenizer.idOf(name)) add(*id);
  }
  return stops;
}

}  // namespace ouroscope
