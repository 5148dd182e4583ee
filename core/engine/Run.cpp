// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Run.h"

#include <algorithm>
#include <memory>

#include "core/engine/TokenStop.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {

namespace {

/// The head's weights as a share of those of a loop.
double headShare(const ModelSpec& c) {
  const double layer = (2.0 * c.attentionWidth() + 2.0 * c.kvWidth() + 3.0 * c.intermediateSize);
  return c.vocabSize / (layer * std::max(1, c.stages.core));
}

}  // namespace

Run::Run(Backend& backend, const RunRequest& request, LoopObserver& observer, const RunHooks& hooks)
    : request_(request),
      observer_(observer),
      hooks_(hooks),
      spec_(backend.spec()),
      backend_(backend),
      loops_(request.loopsOn(backend.spec())),
      sampler_(request.sampling),
      settings_(request.settings()),
      guessLoop_(loops_, 1, backend.rowCost()),
      recorded_(request.known) {
  sampler_.skip(request.drawsBefore);
  openSequence();
  guessLoop_ = GuessLoop(loops_, sequence().staggerRows(), backend.rowCost(), headShare(spec_));
  recorder_ = std::make_unique<BatchRecorder>(request_, spec_, sequence(), observer_);
}

Run::~Run() {
  // Keys and values of another run than the tokens say are of no use to others.
  if (!hooks_.kept || !now_.sequence || edits_) return;
  now_.sequence->truncate(length());  // drops a batch that was under way
  if (backend_.readsLenses()) now_.sequence->setLenses(nullptr);
  *hooks_.kept = std::move(now_);
}

void Run::openSequence() {
  const int capacity = promptTokens() + request_.generate;
  if (hooks_.kept) {
    const int common = request_.interventions.empty() ? reusable(*hooks_.kept) : 0;
    if (common > 0 && hooks_.kept->sequence->capacity() >= capacity) {
      now_ = std::move(*hooks_.kept);
      now_.sequence->truncate(common);
      now_.tokens.resize(common);
      now_.depths.resize(common);
      policy_ = now_.depths.back().policy;
      summary_.reused = common;
      showInside();
      return;
    }
    *hooks_.kept = {};  // its memory is needed for the new one
  }
  now_.sequence = backend_.createSequence(capacity, loops_);
  now_.sequence->setStartSeed(request_.startSeed);
  now_.startSeed = request_.startSeed;
  showInside();
  if (request_.interventions.empty()) return;
  edits_.emplace(request_.interventions, spec_, loops_, capacity);
  now_.sequence->setEdits(&*edits_);
}

/// What is recorded of the layers beside their states.
void Run::showInside() {
  if (backend_.showsAttention()) now_.sequence->captureAttention(request_.capture.attention);
  if (backend_.readsLenses()) now_.sequence->setLenses(request_.lenses.get());
}

/// Leading positions of the prompt that `kept` holds as this run would make them and that need not
/// be recorded again.
int Run::reusable(const KeptSequence& kept) const {
  if (!kept.sequence || kept.sequence->loops() != loops_ || kept.startSeed != request_.startSeed)
    return 0;
  int common = 0;
  while (common < request_.known && common < intSize(kept.tokens) &&
         kept.tokens[common] == request_.prompt[common] && kept.depths[common] == depthOf(common))
    ++common;
  // Sharing the deepest slots after the common part has changed the common part, too.
  return kept.lastShare >= common ? 0 : common;
}

TokenDepth Run::depthOf(int position) const {
  return request_.depths.empty() ? TokenDepth{loops_, KvPolicy::Full} : request_.depths[position];
}

/// The next batch of the prompt: positions of one depth, all recorded or none.
Run::Stretch Run::stretchFrom(int first) const {
  const TokenDepth depth = depthOf(first);
  const int end = first < request_.known ? request_.known : promptTokens();
  const int most = std::min(
      {batchPositions(request_, loops_, backend_), now_.sequence->maxBatch(), end - first});
  // Slots shared after a token are read by the next one, so these go one by one.
  if (depth.policy == KvPolicy::LatestAvailable) return {first, 1, depth};
  int count = 1;
  while (count < most && depthOf(first + count) == depth) ++count;
  return {first, count, depth};
}

bool Run::prepare() {
  while (true) {
    if (batch_) {
      batch_->loops.before();
      return true;
    }
    if (staggering_) {
      if (!firstEnded()) {
        guessNext();
        return true;
      }
      endFirst();
    } else if (inPrompt()) {
      if (hooks_.control)
        hooks_.control->waitWhilePaused(hooks_.stop, [this] { observer_.onHold(); });
      startStretch(stretchFrom(length()));
    } else if (next_ >= 0) {
      startToken();
    } else {
      report(std::int64_t{promptTokens() + request_.generate} * loops_);
      return false;
    }
  }
}

int Run::rows() const {
  return batch_ ? batch_->rows : intSize(underWay_);
}

bool Run::look() {
  if (staggering_) return asksWords();
  batchEnds_ = !batch_->loops.after();
  return batchEnds_;
}

void Run::read() {
  if (staggering_) {
    ++summary_.readings;
    readLoops();
    return;
  }
  if (!batchEnds_) return;
  const std::function<void()> end = std::move(batch_->end);
  batch_.reset();
  end();
}

void Run::tellStopped() {
  observer_.onEvent({.token = recorded_,
                     .what = RunEvent::What::Stop,
                     .number = static_cast<double>(promptTokens()) + request_.generate});
}

void Run::startStretch(const Stretch& stretch) {
  const auto [first, count, depth] = stretch;
  enter(depth.policy);
  const std::int64_t before = std::int64_t{first} * loops_;
  start(std::span(request_.prompt).subspan(first, count),
        request_.capture.layerStates() && first >= request_.known,
        {depth.loops,
         [this, before, rows = std::int64_t{count}](int loop) {
           report(before + rows * (loop + 1));
           return false;
         }},
        [this, stretch] { endStretch(stretch); });
}

void Run::endStretch(const Stretch& stretch) {
  const auto [first, count, depth] = stretch;
  const auto tokens = std::span(request_.prompt).subspan(first, count);
  if (first >= request_.known) {
    std::vector<std::int32_t> following(
        request_.prompt.begin() + first + 1,
        request_.prompt.begin() + std::min(promptTokens(), first + count + 1));
    if (first + count == promptTokens()) {
      if (request_.generate > 0) {
        const int last = count - 1, exitLoop = exitLoopOf(last, count);
        std::vector<std::int32_t> words;
        if (mayStagger())
          for (int loop = 0; loop <= exitLoop; ++loop) words.push_back(guess(last, loop, 0));
        next_ = draw(last, exitLoop);
        if (!words.empty()) guessLoop_.learn(words, next_);
      }
      if (next_ >= 0 && request_.firstToken >= 0) next_ = request_.firstToken;
      following.push_back(next_);
    }
    recorder_->record({count, 0, first, tokens, following}, hooks_.stop);
    recorded_ += count;
  }
  finish(tokens, count, depth.policy);
}

void Run::startToken() {
  takeSettings();
  if (!mayStagger()) underWay_.clear();
  if (mayDraft())
    speculate(next_);
  else if (mayStagger())
    stagger(next_);
  else
    step(next_);
}

/// Waits for leave to run the next token, and tells what was changed for it.
void Run::takeSettings() {
  if (!hooks_.control) return;
  const RunSettings wanted = hooks_.control->takeToken(hooks_.stop, [this] { observer_.onHold(); });
  using What = RunEvent::What;
  if (wanted.exitThreshold != settings_.exitThreshold)
    observer_.onEvent({length(), What::ExitThreshold, wanted.exitThreshold});
  if (budgetOf(wanted) != budgetOf(settings_))
    observer_.onEvent({length(), What::Budget, static_cast<double>(budgetOf(wanted))});
  if (wanted.kvPolicy != settings_.kvPolicy)
    observer_.onEvent({length(), What::KvPolicy, static_cast<double>(wanted.kvPolicy)});
  // What is under way was begun with the settings before: it is begun again.
  if (wanted != settings_) dropFrom(0);
  settings_ = wanted;
}

bool Run::isLast(int position, std::int32_t token) const {
  return position + 1 == promptTokens() + request_.generate ||
         std::find(request_.stopIds.begin(), request_.stopIds.end(), token) !=
             request_.stopIds.end();
}

/// One token: with a policy other than full, loops after its exit are not run at all.
void Run::step(std::int32_t token) {
  struct Step {
    std::int32_t token;
    TokenStop rule;
    int exitLoop = -1;
  };
  enter(settings_.kvPolicy);
  const auto now =
      std::make_shared<Step>(Step{token, TokenStop(request_.criterion, settings_.exitThreshold,
                                                   spec_, sequence(), request_.startSeed)});
  start(std::span(&token, 1), request_.capture.layerStates(),
        {loops_,
         [this, now](int loop) {
           if (now->exitLoop < 0 && (now->rule.stops(loop) || loop + 1 == budgetOf(settings_)))
             now->exitLoop = loop;
           return now->exitLoop >= 0 && settings_.kvPolicy != KvPolicy::Full;
         }},
        [this, now] {
          const int position = length();
          const auto tokens = std::span<const std::int32_t>(&now->token, 1);
          next_ = isLast(position, now->token) ? -1 : draw(0, now->exitLoop);
          recorder_->record({1, 0, position, tokens, std::span(&next_, 1)}, hooks_.stop);
          ++recorded_;
          finish(tokens, 1, settings_.kvPolicy);
          report(std::int64_t{length()} * loops_);
        });
}

/// Begins a batch.
void Run::start(std::span<const std::int32_t> tokens, bool captureLayers, Until until,
                std::function<void()> end) {
  sequence().begin(tokens, captureLayers);
  batch_.emplace(Batch{BatchLoops(sequence(), intSize(tokens), std::move(until), hooks_.loops),
                       intSize(tokens), std::move(end)});
}

/// From here on tokens attend as `policy` says; the latest-available one shares what is there.
void Run::enter(KvPolicy policy) {
  if (policy == KvPolicy::LatestAvailable && policy_ != policy && length() > 0) {
    sequence().shareDeepest(0, length());
    now_.lastShare = length();
  }
  policy_ = policy;
}

/// The loop (from 0) that a row of the batch is read at under the settings in force.
int Run::exitLoopOf(int row, int batch) {
  const int loops = std::min(sequence().loopsRun(), budgetOf(settings_));
  // As in the released code, a criterion stops nothing in the prompt.
  if (!request_.criterion.isGate()) return loops - 1;
  std::vector<float> gates(batch);
  return exitLoopAt(settings_.exitThreshold, loops, [&](int loop) {
    sequence().gateLogits(loop, gates);
    return gates[row];
  });
}

/// The token that follows a row of the batch, read at one of its loops.
std::int32_t Run::draw(int row, int exitLoop) {
  std::vector<float> logits(spec_.vocabSize);
  sequence().logits(exitLoop, row, logits);
  return sampler_.sample(logits);
}

/// Ends the batch; the first `kept` of its tokens stay in the sequence.
void Run::finish(std::span<const std::int32_t> tokens, int kept, KvPolicy policy) {
  const TokenDepth depth{sequence().loopsRun(), policy};
  sequence().finish(policy);
  if (kept < intSize(tokens)) sequence().truncate(length() + kept);
  now_.tokens.insert(now_.tokens.end(), tokens.begin(), tokens.begin() + kept);
  now_.depths.insert(now_.depths.end(), kept, depth);
}

void Run::report(std::int64_t tokenLoops) const {
  if (hooks_.progress)
    hooks_.progress("Running", tokenLoops,
                    std::int64_t{promptTokens() + request_.generate} * loops_);
}

}  // namespace ouroscope
