// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/SplitCharacters.h"

#include "core/text/Utf8.h"

namespace ouroscope {

std::vector<SplitCharacter> splitCharacters(std::span<const std::string> tokens) {
  std::vector<SplitCharacter> out;
  for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
    const std::size_t head = utf8IncompleteSuffix(tokens[t]);
    if (head == 0) continue;
    SplitCharacter split{static_cast<int>(t), static_cast<int>(t),
                         tokens[t].substr(tokens[t].size() - head), static_cast<int>(head), 0};
    // Byte by byte into the tokens after it, until the character is whole or turns out to be none.
    for (std::size_t next = t + 1, at = 0; next < tokens.size() && split.bytes.size() < 4;) {
      if (at == tokens[next].size()) {
        ++next;
        at = 0;
        continue;
      }
      split.bytes += tokens[next][at++];
      const Utf8Step step = utf8Step(split.bytes, 0);
      if (step.length < split.bytes.size()) break;  // the new byte does not continue it
      if (!step.valid) continue;
      split.lastToken = next;
      split.tailBytes = at;
      out.push_back(split);
      break;
    }
  }
  return out;
}

}  // namespace ouroscope
