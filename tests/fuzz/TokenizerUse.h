// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/text/StopTokens.h"
#include "core/text/Tokenizer.h"
#include "tests/fuzz/Fuzz.h"

namespace ouroscope::fuzz {

/// Everything that the program asks of a tokenizer, over texts with every kind of character.
inline void useTokenizer(const Tokenizer& tokenizer) {
  static constexpr std::string_view kTexts[] = {
      "",
      " ",
      "Ann has 12 cups, doesn't she?\r\n\n\t  <|im_start|>user",
      "caf\xc3\xa9 na\xc3\xafve \xe4\xb8\xad\xe6\x96\x87 \xf0\x9f\x98\x80\xe2\x80\x8d \xcc\x81"
      "e",
      "\xff\xfe half \xe4\xb8 and \xf0\x9f\x98",
      std::string_view("nul\0nul", 7),
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa________________<s></s><unk>"};
  const int size = tokenizer.size();
  tokenizer.notes();
  for (const std::string_view text : kTexts) {
    std::vector<std::int32_t> ids;
    if (!quietly([&] { ids = tokenizer.encode(text); })) continue;
    for (const std::int32_t id : ids) require(id >= 0 && id < size);
    tokenizer.decode(ids);
    tokenizer.decode(ids, true);
  }
  const std::int32_t known = std::min(size, 300);
  std::vector<std::int32_t> all{-1, size, INT32_MAX, INT32_MIN};
  for (std::int32_t id = 0; id < known; ++id) all.push_back(id);
  for (const std::int32_t id : all) {
    const std::string bytes = tokenizer.bytes(id);
    tokenizer.isSpecial(id);
    if (const auto found = tokenizer.idOf(bytes)) require(*found >= 0 && *found < size);
  }
  tokenizer.decode(all);
  quietly([&] { stopTokens(tokenizer, {}, std::vector<int>{0, 5}, nullptr); });
}

}  // namespace ouroscope::fuzz
