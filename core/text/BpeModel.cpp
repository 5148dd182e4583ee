// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/BpeModel.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <queue>
#include <utility>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/text/Utf8.h"

namespace ouroscope {

/// One symbol of a piece being merged: a doubly linked list inside a vector.
struct BpeModel::Symbol {
  std::int32_t id;
  std::int32_t previous, next;  ///< index or -1
  bool alive = true;
};

namespace {

/// A merge that could be done: lowest rank first, then leftmost.
struct Candidate {
  std::uint32_t rank;
  std::int32_t position;
  std::int32_t result;

  bool operator>(const Candidate& other) const {
    return rank != other.rank ? rank > other.rank : position > other.position;
  }
};

/// The two halves of a merge written "a b": exactly one space.
std::pair<std::string_view, std::string_view> splitMerge(const JsonView& merge,
                                                         std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || line.find(' ', space + 1) != std::string_view::npos) {
    merge.fail("a merge must be two tokens separated by one space, found " + shownText(line));
  }
  return {line.substr(0, space), line.substr(space + 1)};
}

void refuseAffix(const JsonView& model, std::string_view key) {
  const auto affix = model.find(key);
  if (affix && !affix->string().empty()) {
    affix->unsupported("the affix " + shownText(affix->string()) + " is not supported");
  }
}

}  // namespace

BpeModel::BpeModel(const JsonView& model) {
  model.requireObject();
  if (const auto type = model.find("type"); type && type->string() != "BPE") {
    type->unsupported("the tokenizer model " + shownText(type->string()) +
                      " is not supported, only BPE is");
  }
  if (const auto dropout = model.find("dropout")) {
    if (!dropout->value().is_number()) dropout->fail("a number or null was expected");
    if (dropout->value() != 0.0) {
      dropout->unsupported("dropout " + dropout->value().dump() +
                           " would make every encoding random, which is not supported");
    }
  }
  refuseAffix(model, "continuing_subword_prefix");
  refuseAffix(model, "end_of_word_suffix");
  fuseUnk_ = model.booleanOr("fuse_unk", false);
  byteFallback_ = model.booleanOr("byte_fallback", false);
  ignoreMerges_ = model.booleanOr("ignore_merges", false);
  if (const auto unk = model.find("unk_token")) unkToken_ = unk->string();

  loadVocabulary(model);
  loadMerges(model);

  if (unkToken_) unkId_ = idOf(*unkToken_);
  for (int c = 0; c < intSize(shortIds_); ++c) {
    std::string token;
    appendUtf8(token, static_cast<char32_t>(c));
    shortIds_[c] = idOf(token).value_or(-1);
  }
  for (std::size_t byte = 0; byte < byteIds_.size(); ++byte) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    const std::string token = {'<', '0', 'x', kHex[byte >> 4], kHex[byte & 15], '>'};
    byteIds_[byte] = idOf(token).value_or(-1);
  }
}

void BpeModel::loadVocabulary(const JsonView& model) {
  const JsonView vocab = model.member("vocab");
  vocab.requireObject();
  for (const auto& item : vocab.value().items()) {
    // Built per entry only where needed: a vocabulary may have a million of them.
    const auto& value = item.value();
    const auto place = [&] { return vocab.member(item.key()); };
    if (!value.is_number_unsigned()) place().fail("a token id must be a whole number from 0");
    if (std::cmp_greater_equal(value.get<std::uint64_t>(), kIdLimit)) {
      place().fail("the token id " + value.dump() + " is above the limit of " +
                   std::to_string(kIdLimit - 1));
    }
    const auto id = value.get<std::size_t>();
    if (id >= tokens_.size()) {
      tokens_.resize(id + 1);
      hasToken_.resize(id + 1, false);
    }
    if (hasToken_[id]) {
      place().fail("the token id " + value.dump() + " is given to " + shownText(tokens_[id]) +
                   " as well");
    }
    tokens_[id] = item.key();
    hasToken_[id] = true;
    order_.push_back(id);
  }
  std::sort(order_.begin(), order_.end(),
            [&](std::int32_t a, std::int32_t b) { return tokens_[a] < tokens_[b]; });
}

void BpeModel::loadMerges(const JsonView& model) {
  const JsonView list = model.member("merges");
  struct Ranked {
    std::int32_t left;
    Merge merge;
  };
  std::vector<Ranked> ranked;
  const std::size_t count = list.size();
  ranked.reserve(count);
  std::uint32_t rank = 0;
  const bool asPairs = count > 0 && list.value()[0].is_array();
  for (std::size_t i = 0; i < count; ++i) {
    const nlohmann::json& entry = list.value()[i];
    std::string_view left, right;
    if (asPairs) {
      if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() ||
          !entry[1].is_string()) {
        list.element(i).fail("a merge must be an array of two strings like the first one");
      }
      left = entry[0].get_ref<const std::string&>();
      right = entry[1].get_ref<const std::string&>();
    } else {
      if (!entry.is_string()) list.element(i).fail("a merge must be a string like the first one");
      const std::string& line = entry.get_ref<const std::string&>();
      if (line.starts_with("#version")) continue;
      std::tie(left, right) = splitMerge(list.element(i), line);
    }
    const auto known = [&](std::string_view token) {
      const auto id = idOf(token);
      if (!id)
        list.element(i).fail("the merge names " + shownText(token) +
                             ", which is not in the vocabulary");
      return *id;
    };
    const std::int32_t leftId = known(left), rightId = known(right);
    ranked.push_back({leftId, {rightId, rank++, known(std::string(left).append(right))}});
  }
  // Of merges of the same pair the last one counts; a stable sort keeps it behind the others.
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return std::pair(a.left, a.merge.right) < std::pair(b.left, b.merge.right);
  });
  mergesOfLeft_.assign(tokens_.size() + 1, 0);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const bool replaced = i + 1 < ranked.size() && ranked[i + 1].left == ranked[i].left &&
                          ranked[i + 1].merge.right == ranked[i].merge.right;
    if (replaced) continue;
    merges_.push_back(ranked[i].merge);
    ++mergesOfLeft_[ranked[i].left + 1];
  }
  std::partial_sum(mergesOfLeft_.begin(), mergesOfLeft_.end(), mergesOfLeft_.begin());
}

std::optional<std::int32_t> BpeModel::idOf(std::string_view token) const {
  const auto it = std::lower_bound(
      order_.begin(), order_.end(), token,
      [&](std::int32_t id, std::string_view wanted) { return tokens_[id] < wanted; });
  if (it == order_.end() || tokens_[*it] != token) return std::nullopt;
  return *it;
}

const std::string* BpeModel::tokenOf(std::int32_t id) const {
  const std::size_t index = id;
  return id >= 0 && index < tokens_.size() && hasToken_[index] ? &tokens_[index] : nullptr;
}

const BpeModel::Merge* BpeModel::mergeOf(std::int32_t left, std::int32_t right) const {
  const std::size_t at = left;
  const Merge* const begin = merges_.data() + mergesOfLeft_[at];
  const Merge* const end = merges_.data() + mergesOfLeft_[at + 1];
  const Merge* const found = std::lower_bound(
      begin, end, right,
      [](const Merge& merge, std::int32_t wanted) { return merge.right < wanted; });
  return found != end && found->right == right ? found : nullptr;
}

std::int32_t BpeModel::idOfCharacter(char32_t c, std::string_view utf8) const {
  return c < shortIds_.size() ? shortIds_[c] : idOf(utf8).value_or(-1);
}

std::vector<BpeModel::Symbol> BpeModel::symbolsOf(std::string_view piece) const {
  std::vector<Symbol> symbols;
  symbols.reserve(piece.size());
  const auto add = [&](std::int32_t id) { symbols.push_back({id, -1, -1}); };
  bool unkPending = false;
  for (std::size_t pos = 0; pos < piece.size();) {
    const Utf8Step step = utf8Step(piece, pos);
    const std::string_view utf8 = piece.substr(pos, step.length);
    pos += step.length;
    if (const std::int32_t id = idOfCharacter(step.codePoint, utf8); id >= 0) {
      if (unkPending) add(*unkId_);
      unkPending = false;
      add(id);
      continue;
    }
    const auto byteId = [&](char c) { return byteIds_[static_cast<unsigned char>(c)]; };
    if (byteFallback_ &&
        std::all_of(utf8.begin(), utf8.end(), [&](char c) { return byteId(c) >= 0; })) {
      // As in the reference, an unknown character before this one is written only after these
      // bytes.
      for (const char c : utf8) add(byteId(c));
      continue;
    }
    if (!unkToken_) continue;
    if (!unkId_) {
      throw Error("The text has the character " + shownText(utf8) +
                  ", and the tokenizer's unk_token " + shownText(*unkToken_) +
                  " is not in its vocabulary; remove the character or repair tokenizer.json.");
    }
    if (unkPending && !fuseUnk_) add(*unkId_);
    unkPending = true;
  }
  if (unkPending) add(*unkId_);
  return symbols;
}

void BpeModel::mergeAll(std::vector<Symbol>& symbols) const {
  std::vector<Candidate> storage;
  storage.reserve(symbols.size());
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue(std::greater<>(),
                                                                               std::move(storage));
  const auto at = [&](std::int32_t index) -> Symbol& { return symbols[index]; };
  const auto offer = [&](std::int32_t left, std::int32_t right) {
    if (left < 0 || right < 0) return;
    if (const Merge* merge = mergeOf(at(left).id, at(right).id)) {
      queue.push({merge->rank, left, merge->result});
    }
  };
  const auto count = intSize(symbols);
  for (std::int32_t i = 0; i < count; ++i) {
    at(i).previous = i - 1;
    at(i).next = i + 1 < count ? i + 1 : -1;
    if (i > 0) offer(i - 1, i);
  }
  while (!queue.empty()) {
    const Candidate top = queue.top();
    queue.pop();
    Symbol& left = at(top.position);
    if (!left.alive || left.next < 0) continue;
    Symbol& right = at(left.next);
    // The candidate is stale unless the pair that stands here now still gives the same token.
    const Merge* merge = mergeOf(left.id, right.id);
    if (merge == nullptr || merge->result != top.result) continue;
    left.id = top.result;
    right.alive = false;
    left.next = right.next;
    if (left.next >= 0) at(left.next).previous = top.position;
    offer(left.previous, top.position);
    offer(top.position, left.next);
  }
}

void BpeModel::encode(std::string_view piece, std::vector<std::int32_t>& ids) const {
  if (piece.empty()) return;
  if (ignoreMerges_) {
    if (const auto whole = idOf(piece)) {
      ids.push_back(*whole);
      return;
    }
  }
  if (piece.size() > 0x7FFFFFFEu) {
    throw Error("The text has a word of more than 2 GiB; use a shorter text.");
  }
  std::vector<Symbol> symbols = symbolsOf(piece);
  mergeAll(symbols);
  for (const Symbol& symbol : symbols) {
    if (symbol.alive) ids.push_back(symbol.id);
  }
}

}  // namespace ouroscope
