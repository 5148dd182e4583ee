// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TrackedWord.h"

#include <algorithm>

#include "core/text/WordToken.h"

namespace ouroscope {

TrackedWord trackedWord(const Trace& trace, const Tokenizer* tokenizer, const std::string& text) {
  TrackedWord word{text, WordRecord::Unknown, -1, {}};
  const auto& tracked = trace.info().tracked;
  const auto isTracked = [&](std::int32_t id) {
    return std::find(tracked.begin(), tracked.end(), id) != tracked.end();
  };
  if (const auto number = tokenNumber(text); number && *number < trace.info().vocabSize) {
    word.id = *number;
    const auto& words = trace.columns().wordBytes;
    const auto at = std::lower_bound(words.begin(), words.end(), std::pair{*number, std::string()});
    const bool there = at != words.end() && at->first == *number;
    word.record = isTracked(*number) ? WordRecord::Whole
                  : there            ? WordRecord::Partly
                                     : WordRecord::Absent;
    return word;
  }
  // A tracked spelling wins over one that is only among the candidates.
  for (const bool wantTracked : {true, false})
    for (const std::string& spelling : {" " + text, text})
      for (const auto& [id, bytes] : trace.columns().wordBytes)
        if (word.id < 0 && bytes == spelling && isTracked(id) == wantTracked) word.id = id;
  if (word.id >= 0) {
    word.record = isTracked(word.id) ? WordRecord::Whole : WordRecord::Partly;
    return word;
  }
  if (!tokenizer || text.empty()) return word;
  const WordTokens found = wordTokens(*tokenizer, trace.info().vocabSize, text);
  word.id = found.id;
  word.record = found.id >= 0 ? WordRecord::Absent : WordRecord::SeveralTokens;
  for (const std::int32_t id : found.pieces) word.pieces.push_back(tokenizer->bytes(id));
  return word;
}

std::vector<std::int32_t> answerTokens(const Trace& trace, const Tokenizer* tokenizer,
                                       const std::string& text) {
  const TrackedWord word = trackedWord(trace, tokenizer, text);
  if (word.id >= 0) return {word.id};
  if (word.record != WordRecord::SeveralTokens) return {};
  // An encoder may put a space before the text by itself.
  for (const std::string& spelling : {" " + text, text}) {
    const std::vector<std::int32_t> ids = tokenizer->encode(spelling);
    if (ids.empty()) continue;
    if (const std::string first = tokenizer->bytes(ids[0]); first.size() > 1 && first[0] == ' ')
      return ids;
  }
  return tokenizer->encode(text);
}

bool tokenizerFits(const Trace& trace, const Tokenizer& tokenizer) {
  const TraceColumns& c = trace.columns();
  const std::size_t checked = std::min<std::size_t>(c.tokenId.size(), 256);
  for (std::size_t t = 0; t < checked; ++t)
    if (c.tokenId[t] >= tokenizer.size() || tokenizer.bytes(c.tokenId[t]) != c.tokenBytes[t])
      return false;
  return true;
}

}  // namespace ouroscope
