// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SideBySide.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/engine/Engine.h"
#include "core/engine/Run.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {

/// A run with what it takes.
struct SideBySide::Text {
  Text(Backend& backend, const RunRequest& request, LoopObserver& observer, const RunHooks& given,
       Ended then, const MemoryPlan& plan)
      : bytes(plan.total() - plan.weights),
        hooks(given),
        ended(std::move(then)),
        run(std::make_unique<Run>(backend, request, observer, hooks)) {}

  /// Goes a step; what is wrong with it ends this text, not the others. @return false where it has
  /// ended
  template <class Step>
  bool goes(const Step& step) {
    if (over) return false;
    try {
      if (hooks.stop.stop_requested()) throw Cancelled();
      over = !step();
    } catch (...) {
      fail(std::current_exception());
    }
    return !over;
  }

  void fail(std::exception_ptr why) {
    if (over) return;
    over = true;
    error = std::move(why);
    try {
      std::rethrow_exception(error);
    } catch (const Cancelled&) {
      run->tellStopped();
    } catch (...) {  // which is told when it leaves
    }
  }

  std::uint64_t bytes;  ///< that it takes beside the weights
  RunHooks hooks;
  Ended ended;
  std::unique_ptr<Run> run;
  bool ready = false;  ///< its batch waits for a pass
  bool over = false;
  std::exception_ptr error;
};

SideBySide::SideBySide(Backend& backend, int most, std::stop_token stop)
    : backend_(backend), most_(std::max(1, most)), stop_(std::move(stop)) {}

SideBySide::~SideBySide() = default;

int SideBySide::running() const {
  return intSize(texts_);
}

bool SideBySide::hasRoom(const RunRequest& request) const {
  if (texts_.empty()) return true;
  if (running() >= most_) return false;
  // What those under way have taken already is counted twice: room is kept rather than lost.
  MemoryPlan all;
  for (const auto& text : texts_) all.scratch += text->bytes;
  try {
    const MemoryPlan plan = Engine(backend_).plan(request);
    all.scratch += plan.total() - plan.weights;
    backend_.requireFit(all, "Texts side by side");
    return true;
  } catch (const Error&) {
    return false;
  }
}

void SideBySide::add(const RunRequest& request, LoopObserver& observer, const RunHooks& hooks,
                     Ended ended) {
  if (hooks.control) throw std::logic_error("a run beside others does not wait for a person");
  const MemoryPlan plan = Engine(backend_).plan(request);
  texts_.push_back(
      std::make_unique<Text>(backend_, request, observer, hooks, std::move(ended), plan));
}

/// The texts of the next pass: all that decode, and prompts in the order in which they joined, as
/// far as their rows are not more than those that a prompt alone would have.
std::vector<SideBySide::Text*> SideBySide::chosen() const {
  std::vector<Text*> out;
  const int most = backend_.promptBatch(false);
  int promptRows = 0;
  for (const auto& text : texts_) {
    const int rows = text->run->inPrompt() ? text->run->rows() : 0;
    if (promptRows > 0 && promptRows + rows > most) continue;
    promptRows += rows;
    out.push_back(text.get());
  }
  return out;
}

/// What concerns all of them ends all of them.
template <class Work>
void SideBySide::together(const Work& work) {
  try {
    work();
  } catch (...) {
    for (const auto& text : texts_) text->fail(std::current_exception());
  }
}

bool SideBySide::pass() {
  for (const auto& text : texts_)
    text->goes([&] { return text->ready || (text->ready = text->run->prepare()); });
  leave();
  const std::vector<Text*> texts = chosen();
  std::vector<Sequence*> sequences, words;
  for (const Text* text : texts) sequences.push_back(&text->run->sequence());
  together([&] { backend_.pass(sequences, stop_); });
  for (Text* text : texts)
    text->goes([&] {
      text->ready = false;
      if (text->run->look()) words.push_back(&text->run->sequence());
      return true;
    });
  together([&] { backend_.readWords(words); });
  for (Text* text : texts)
    text->goes([&] {
      text->run->read();
      return true;
    });
  leave();
  return !texts_.empty();
}

/// Those that are over go, and then are told so: they may add others.
void SideBySide::leave() {
  std::vector<std::unique_ptr<Text>> gone;
  for (auto& text : texts_)
    if (text->over) gone.push_back(std::move(text));
  std::erase(texts_, nullptr);
  for (const auto& text : gone) {
    if (text->hooks.summary) *text->hooks.summary = text->run->summary();
    const RunSummary summary = text->run->summary();
    text->run.reset();  // its memory is there for those that come
    text->ended(summary, text->error);
  }
}

}  // namespace ouroscope
