// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Alignment.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "core/analysis/SequenceDiff.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

/// Merges matched pairs, given in order, with the tokens that have no partner.
void fillColumns(Alignment& out, const std::vector<AlignedColumn>& pairs, int tokensA,
                 int tokensB) {
  int a = 0, b = 0;
  const auto upTo = [&](int endA, int endB) {
    for (; a < endA; ++a, ++out.onlyA) out.columns.push_back({a, -1});
    for (; b < endB; ++b, ++out.onlyB) out.columns.push_back({-1, b});
  };
  for (const AlignedColumn& pair : pairs) {
    upTo(pair.a, pair.b);
    out.columns.push_back(pair);
    ++out.both;
    ++a, ++b;
  }
  upTo(tokensA, tokensB);
}

std::vector<AlignedColumn> pairsOf(const SequenceDiff& diff) {
  std::vector<AlignedColumn> pairs;
  for (const CommonRun& run : diff.runs)
    for (int i = 0; i < run.length; ++i) pairs.push_back({run.a + i, run.b + i});
  return pairs;
}

struct Text {
  std::string bytes;
  std::vector<int> tokenEnd;  ///< byte after each token
};

Text textOf(const Trace& trace) {
  Text text;
  for (const std::string& token : trace.columns().tokenBytes) {
    text.bytes += token;
    text.tokenEnd.push_back(intSize(text.bytes));
  }
  return text;
}

/// Starts of the pieces that texts are compared by: a word with the white space before it, or one
/// character beyond ASCII. Single bytes would match by chance all over two different texts.
std::vector<int> piecesOf(const std::string& bytes) {
  std::vector<int> starts;
  const auto space = [](unsigned char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char c = bytes[i];
    const unsigned char before = i ? bytes[i - 1] : 0;
    const bool continuation = (c & 0xc0) == 0x80;
    if (i == 0 || (!continuation && (c >= 0x80 || before >= 0x80)) || (space(c) && !space(before)))
      starts.push_back(i);
  }
  starts.push_back(intSize(bytes));
  return starts;
}

std::vector<AlignedColumn> pairsByBytes(const Trace& a, const Trace& b, int mostEdits,
                                        const std::stop_token& stop, bool& shortest) {
  const Text textA = textOf(a), textB = textOf(b);
  const std::vector<int> piecesA = piecesOf(textA.bytes), piecesB = piecesOf(textB.bytes);
  std::unordered_map<std::string_view, int> known;
  const auto numbers = [&](const std::string& bytes, const std::vector<int>& starts) {
    std::vector<int> out;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
      const auto piece = std::string_view(bytes).substr(starts[i], starts[i + 1] - starts[i]);
      out.push_back(known.try_emplace(piece, intSize(known)).first->second);
    }
    return out;
  };
  const std::vector<int> idsA = numbers(textA.bytes, piecesA), idsB = numbers(textB.bytes, piecesB);
  const SequenceDiff diff = sequenceDiff(idsA, idsB, mostEdits, stop);
  shortest = diff.shortest;

  std::vector<AlignedColumn> pairs;
  std::size_t ta = 0, tb = 0;
  for (const CommonRun& run : diff.runs) {
    const int beginA = piecesA[run.a], endA = piecesA[run.a + run.length],
              shift = piecesB[run.b] - beginA;
    while (ta < textA.tokenEnd.size() && textA.tokenEnd[ta] <= beginA) ++ta;
    while (tb < textB.tokenEnd.size() && textB.tokenEnd[tb] - shift <= beginA) ++tb;
    while (ta < textA.tokenEnd.size() && tb < textB.tokenEnd.size() && textA.tokenEnd[ta] <= endA &&
           textB.tokenEnd[tb] - shift <= endA) {
      const int x = textA.tokenEnd[ta], y = textB.tokenEnd[tb] - shift;
      if (x == y) pairs.push_back({static_cast<int>(ta), static_cast<int>(tb)});
      ta += x <= y;
      tb += y <= x;
    }
  }
  return pairs;
}

}  // namespace

int sharedTokens(const Trace& a, const Trace& b) {
  const auto &idsA = a.columns().tokenId, &idsB = b.columns().tokenId;
  return static_cast<int>(std::ranges::mismatch(idsA, idsB).in1 - idsA.begin());
}

bool tokenizersDiffer(const Trace& a, const Trace& b) {
  std::unordered_map<std::int32_t, const std::string*> texts;
  for (std::size_t t = 0; t < a.columns().tokenId.size(); ++t)
    texts.emplace(a.columns().tokenId[t], &a.columns().tokenBytes[t]);
  for (const auto& [id, bytes] : a.columns().wordBytes) texts.emplace(id, &bytes);
  const auto clashes = [&](std::int32_t id, const std::string& bytes) {
    const auto at = texts.find(id);
    return at != texts.end() && *at->second != bytes;
  };
  for (std::size_t t = 0; t < b.columns().tokenId.size(); ++t)
    if (clashes(b.columns().tokenId[t], b.columns().tokenBytes[t])) return true;
  for (const auto& [id, bytes] : b.columns().wordBytes)
    if (clashes(id, bytes)) return true;
  return a.info().tokenizerKind != b.info().tokenizerKind;
}

Alignment alignTokens(const Trace& a, const Trace& b, int mostEdits, const std::stop_token& stop) {
  Alignment out;
  std::vector<AlignedColumn> pairs;
  if (&a != &b && tokenizersDiffer(a, b)) {
    out.by = AlignedBy::Bytes;
    pairs = pairsByBytes(a, b, mostEdits, stop, out.shortest);
  } else if (&a == &b || a.columns().tokenId == b.columns().tokenId) {
    for (int t = 0; t < a.tokens(); ++t) pairs.push_back({t, t});
  } else {
    out.by = AlignedBy::TokenIds;
    const SequenceDiff diff =
        sequenceDiff(a.columns().tokenId, b.columns().tokenId, mostEdits, stop);
    out.shortest = diff.shortest;
    pairs = pairsOf(diff);
  }
  fillColumns(out, pairs, a.tokens(), b.tokens());
  return out;
}

}  // namespace ouroscope
