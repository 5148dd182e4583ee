// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TokenText.h"

#include <algorithm>

namespace ouroscope {
namespace {

bool isContinued(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t commonBytes(std::string_view a, std::string_view b) {
  return std::size_t(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::size_t TokenText::beginOf(std::size_t id) const {
  if (id == 0) return 0;
  std::size_t at = ends[id - 1];
  while (at > 0 && at < all.size() && isContinued(all[at])) --at;
  return at;
}

TokenText tokenText(const Tokenizer& tokenizer, std::span<const std::int32_t> ids) {
  TokenText text{tokenizer.decode(ids, true), {}};
  const std::string_view all = text.all;
  text.ends.reserve(ids.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string bytes = tokenizer.isSpecial(ids[i]) ? std::string() : tokenizer.bytes(ids[i]);
    const std::string_view rest = all.substr(at), whole(bytes);
    if (rest.starts_with(whole))
      at += whole.size();
    else if (whole.starts_with(' ') && rest.starts_with(whole.substr(1)))
      at += whole.size() - 1;  // the space before a first word
    else                       // bytes that are no text, which are replaced
      at = std::max(at, commonBytes(tokenizer.decode(ids.first(i + 1), true), all));
    text.ends.push_back(at);
  }
  return text;
}

}  // namespace ouroscope
