// SPDX-License-Identifier: GPL-3.0-or-later
// Staggered decoding: the weights of a loop are the same in every loop, so one reading of them
// serves a token at its last loop, the next one a loop earlier, and so on. A token is begun from
// the word that the first loops of the one before it say, with the random number that it has in
// plain decoding. Where a later loop changes its mind, what was begun from the old word is dropped
// at once. Every number that is recorded is that of plain decoding (tst_stagger compares every
// bit).
#include <algorithm>

#include "core/engine/Run.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {

/// With the policy latest-available a token attends to the deepest state of those before it, which
/// is not there before they have ended. Hooks look at batches whose rows all run the same loop.
/// What interventions copy is never that of a token that was begun from another word.
bool Run::mayStagger() const {
  return request_.stagger && request_.speculation.draftLoops == 0 && !hooks_.loops && !edits_ &&
         now_.sequence->staggerRows() > 1 && settings_.kvPolicy != KvPolicy::LatestAvailable;
}

/// One token on its way to its end, others behind it.
void Run::stagger(std::int32_t token) {
  staggering_ = true;
  if (!underWay_.empty()) return;
  enter(settings_.kvPolicy);
  beginToken(token);
}

bool Run::firstEnded() const {
  const UnderWay& first = underWay_.front();
  const bool full = settings_.kvPolicy == KvPolicy::Full;
  return first.exitLoop >= 0 && (!full || intSize(first.words) == loops_);
}

void Run::guessNext() {
  const std::int32_t word = wordAfter(underWay_.back());
  if (word >= 0 && intSize(underWay_) < sequence().staggerRows()) beginToken(word);
}

/// Whether a row that has run is asked for its word, as far as its gate has no say in it.
bool Run::asksWords() const {
  return std::any_of(underWay_.begin(), underWay_.end(), [&](const UnderWay& token) {
    const int run = intSize(token.words) + 1;  // readLoops() has not seen this one
    return run >= guessLoop_.from() || run == budgetOf(settings_);
  });
}

void Run::beginToken(std::int32_t token) {
  if (underWay_.empty())
    sequence().begin(std::span(&token, 1), request_.capture.layerStates());
  else
    sequence().append(token);
  underWay_.push_back({token, TokenStop(request_.criterion, settings_.exitThreshold, spec_,
                                        sequence(), request_.startSeed)});
}

/// What the pass says of each token: whether it stops there, and which word follows. A token whose
/// word has changed loses those behind it.
void Run::readLoops() {
  for (int row = 0; row < intSize(underWay_); ++row) {
    UnderWay& now = underWay_[row];
    const int loop = intSize(now.words);
    if (sequence().loopsOf(row) == loop) continue;  // it has waited
    ++summary_.rows;
    if (now.exitLoop < 0 &&
        (now.stop.stops(loop, row, intSize(underWay_)) || loop + 1 == budgetOf(settings_)))
      now.exitLoop = loop;
    const bool last = isLast(length() + row, now.token);
    const bool asked = now.exitLoop < 0 ? loop + 1 >= guessLoop_.from() : now.exitLoop == loop;
    now.words.push_back(asked && !last ? guess(row, loop, row) : -1);
    if (now.exitLoop >= 0 && settings_.kvPolicy != KvPolicy::Full) sequence().holdRow(row);
    const std::int32_t word = wordAfter(now);
    if (word >= 0 && row + 1 < intSize(underWay_) && underWay_[row + 1].token != word)
      dropFrom(row + 1);
  }
}

/// What follows a token by what it has said so far; -1: not known, or no guess is made.
std::int32_t Run::wordAfter(const UnderWay& token) const {
  if (token.words.empty()) return -1;
  return token.words[token.exitLoop < 0 ? token.words.size() - 1 : token.exitLoop];
}

/// The word that a row draws after a loop, `ahead` draws from now; -1 where it has no logit to draw
/// from, which is an error only where the word is needed.
std::int32_t Run::guess(int row, int loop, int ahead) const {
  std::vector<float> logits(spec_.vocabSize);
  now_.sequence->logits(loop, row, logits);
  Sampler own = sampler_;
  own.skip(ahead);
  try {
    return own.sample(logits);
  } catch (const Error&) {
    return -1;
  }
}

void Run::dropFrom(int row) {
  if (row >= intSize(underWay_)) return;
  for (; intSize(underWay_) > row; underWay_.pop_back())
    summary_.dropped += std::ssize(underWay_.back().words);
  sequence().keepRows(row);
}

/// Records the first token and lets it go; those behind it stay under way.
void Run::endFirst() {
  const UnderWay first = std::move(underWay_.front());
  const int position = length(), rows = intSize(underWay_), run = intSize(first.words);
  next_ = -1;
  if (!isLast(position, first.token)) {
    next_ = wordAfter(first);
    if (next_ < 0) next_ = draw(0, first.exitLoop);  // which says what is wrong
    learn(first);
    sampler_.skip(1);
  }
  recorder_->record({rows, 0, position, std::span(&first.token, 1), std::span(&next_, 1)},
                    hooks_.stop);
  ++recorded_;
  ++summary_.staggered;
  sequence().finishFirst(settings_.kvPolicy);
  now_.tokens.push_back(first.token);
  now_.depths.push_back({run, settings_.kvPolicy});
  underWay_.pop_front();
  staggering_ = false;
  report(std::int64_t{length()} * loops_);
}

/// What the words of the first token's loops would have made of every way to guess. Without guesses
/// only every fourth token is looked at, because drawing a word takes its time too.
void Run::learn(const UnderWay& first) {
  constexpr int kEvery = 4;
  if (!guessLoop_.guesses() && summary_.staggered % kEvery != 0) return;
  std::vector<std::int32_t> words(first.words.begin(), first.words.begin() + first.exitLoop + 1);
  for (int loop = 0; loop < first.exitLoop; ++loop)
    if (words[loop] < 0) words[loop] = guess(0, loop, 0);
  words.back() = next_;
  guessLoop_.learn(words, next_);
}

}  // namespace ouroscope
