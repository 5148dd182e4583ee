// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/CausalSweep.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "core/analysis/AnswerShift.h"
#include "core/engine/BatchRecorder.h"
#include "core/run/InterventionSources.h"
#include "core/run/SweepSequence.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Memory.h"
#include "core/support/Numbers.h"
#include "core/text/WordToken.h"

namespace ouroscope {
namespace {

using enum InterventionKind;

[[noreturn]] void refuse(const SweepOrder& order, const std::string& why) {
  throw Error("The sweep of " + shownText(order.intervention, 200) + " " + why);
}

/// The intervention with a loop and a layer, which change from cell to cell.
Intervention interventionIn(const SweepOrder& order) {
  std::string text = order.intervention + ",loop=all", layer;
  if (const std::size_t at = text.find(",layer="); at != std::string::npos) {
    layer = text.substr(at, text.find(',', at + 1) - at);
    if (!order.ofTokens) refuse(order, "goes over layers: leave layer= out.");
  } else if (!order.ofTokens) {
    layer = ",layer=all";
  }
  if (!order.from) {
    const bool ofLoop = text.starts_with("skip-loop") || text.starts_with("repeat-loop");
    if (!order.ofTokens && ofLoop) refuse(order, "goes over layers, and this is of a whole loop.");
    return interventionOf(order.ofTokens ? text : text + layer);
  }
  const auto named = [&](const char* key) { return text.find(key) != std::string::npos; };
  if (!text.starts_with("replace") || named(",file=") || named(",trace=") || named(",from="))
    refuse(order,
           "takes states of another prompt: that is for replace alone, without file=, trace= and "
           "from=.");
  // Traces hold states of the ends of loops alone; of a prompt there are those of layers, too.
  if (!layer.empty() && order.ofTokens) text.erase(text.find(layer), layer.size());
  Intervention out = interventionOf(text + ",trace=prompt");
  if (!layer.empty()) out.layers = interventionOf("scale,by=1,loop=1" + layer).layers;
  return out;
}

void check(const SweepOrder& order, const Intervention& what) {
  if (what.layers.first != what.layers.last && order.ofTokens)
    refuse(order, "goes over tokens at one layer: name one, or leave layer= out for loop ends.");
  if (order.ofTokens && !what.tokens.empty()) refuse(order, "goes over tokens: leave tokens= out.");
  if (what.fromLoop >= 0) refuse(order, "goes over loops: leave from-loop= out.");
  if (!order.run.interventions.empty() || order.run.generate > 0)
    throw std::logic_error("a sweep generates nothing and intervenes by itself");
}

/// States of a prompt at the tokens of another one that are as far from the end, [layers], or one
/// of the ends of loops: each [tokens, R, d], NaN where there is no such token.
std::vector<std::shared_ptr<const SourceStates>> statesOf(Backend& backend,
                                                          const std::vector<std::int32_t>& prompt,
                                                          int loops, std::uint64_t seed, int tokens,
                                                          bool ofLayers,
                                                          const std::stop_token& stop) {
  const ModelSpec& spec = backend.spec();
  const int places = ofLayers ? spec.stages.core : 1, n = intSize(prompt), d = spec.hiddenSize;
  MemoryPlan plan;
  plan.kvCache = backend.kvBytesPerToken(loops) * n;
  RunRequest like;
  like.capture.layerNumbers = ofLayers;
  const int batch = batchPositions(like, loops, backend);
  plan.scratch = backend.scratchBytes(loops, batch, ofLayers);
  plan.trace = std::uint64_t{4} * product(places, tokens, loops, d);
  backend.requireFit(plan, "The states of the other prompt");
  std::vector<std::shared_ptr<SourceStates>> out;
  for (int i = 0; i < places; ++i)
    out.push_back(std::make_shared<SourceStates>(SourceStates{
        tokens, loops, std::vector<float>(product(tokens, loops, d), static_cast<float>(kNaN))}));
  const auto sequence = backend.createSequence(n, loops);
  sequence->setStartSeed(seed);
  const int most = std::min(sequence->maxBatch(), batch);
  for (int first = 0; first < n; first += most) {
    const int count = std::min(most, n - first);
    sequence->begin(std::span(prompt).subspan(first, count), ofLayers);
    for (int loop = 0; loop < loops; ++loop) sequence->runLoop(stop);
    for (int i = 0; i < count; ++i) {
      const int token = first + i + tokens - n;
      if (token < 0) continue;
      for (int loop = 0; loop < loops; ++loop)
        for (int place = 0; place < places; ++place) {
          const auto to = std::span(out[place]->values)
                              .subspan(std::size_t{1} * d * (product(token, loops) + loop), d);
          if (ofLayers)
            sequence->layerState(loop, place, i, 1, to);
          else
            sequence->hidden(loop, i, 1, to);
        }
    }
    sequence->finish(KvPolicy::Full);
  }
  return {out.begin(), out.end()};
}

class MapSweep {
 public:
  MapSweep(const ModelPtr& model, const SweepOrder& order, const PreparedRun& run,
           std::stop_token stop, ProgressFn progress)
      : model_(*model),
        order_(order),
        request_(run.request),
        what_(interventionIn(order)),
        stop_(std::move(stop)),
        progress_(std::move(progress)) {
    check(order, what_);
    const int all = intSize(request_.prompt);
    map_.token = order.token < 0 ? all - 1 : order.token;
    if (map_.token >= all)
      refuse(order, "asks what follows token " + std::to_string(map_.token + 1) +
                        " of a prompt of " + std::to_string(all) + ".");
    map_.ofTokens = order.ofTokens;
    map_.intervention = order.intervention;
    map_.loops = request_.loops;
    takeSources(run.info);
    choosePlaces();
  }

  CausalMap run() {
    SweepSequence sequence(*model_.backend,
                           {request_.prompt.begin(), request_.prompt.begin() + map_.token + 1},
                           map_.loops, request_.startSeed, stop_);
    untouched_ = sequence.answer(nullptr, map_.ofTokens ? map_.token : firstToken(0), 0);
    const int vocabulary = model_.folder.config.vocabSize;
    map_.word = order_.word.empty() ? bestWord(untouched_)
                                    : wordToken(*model_.tokenizer, vocabulary, order_.word);
    if (map_.word < 0) throw Error("The untouched run gives no word: its logits are broken.");
    map_.logprob = logProbability(untouched_, map_.word);
    map_.change.assign(map_.cells(), kNaN);
    map_.kl.assign(map_.cells(), kNaN);
    map_.best.assign(map_.cells(), -1);
    // Backwards, so that what comes before stays as it is in the untouched run.
    std::size_t done = 0;
    const int places = intSize(map_.places);
    const auto cell = [&](int loop, int place) {
      read(sequence, loop, place);
      if (progress_) progress_("Sweeping", std::int64_t(++done), std::int64_t(map_.cells()));
    };
    if (map_.ofTokens) {
      for (int place = places - 1; place >= 0; --place)
        for (int loop = map_.loops - 1; loop >= 0; --loop) cell(loop, place);
    } else {
      for (int loop = map_.loops - 1; loop >= 0; --loop)
        for (int place = 0; place < places; ++place) cell(loop, place);
    }
    map_.rows = sequence.rows();
    map_.rowsAlone = product(map_.cells(), map_.token + 1, map_.loops);
    return std::move(map_);
  }

 private:
  void takeSources(const TraceInfo& info) {
    const int tokens = intSize(request_.prompt);
    if (!order_.from) {
      source_ = withSources({what_}, info).front();
      return;
    }
    RunOrder other = order_.run;
    other.prompt = *order_.from;
    const PreparedRun prepared = prepareRun(model_, other);
    if (const auto* text = std::get_if<std::string>(&*order_.from)) map_.from = *text;
    if (map_.from.empty()) map_.from = model_.tokenizer->decode(prepared.request.prompt);
    missing_ = std::max(0, tokens - intSize(prepared.request.prompt));
    others_ = statesOf(*model_.backend, prepared.request.prompt, map_.loops, request_.startSeed,
                       tokens, !what_.atEnd(), stop_);
    source_.what = what_;
  }

  void choosePlaces() {
    const int layers = model_.backend->spec().stages.core;
    if (!map_.ofTokens) {
      map_.places.resize(layers);
      std::iota(map_.places.begin(), map_.places.end(), 0);
      if (firstTouched() > map_.token)
        refuse(order_, "changes no token before the one that is asked.");
      if (firstTouched() < missing_)
        refuse(order_, "asks for token " + std::to_string(firstTouched() + 1) +
                           ", which the other prompt, counted from the end, does not have: name "
                           "tokens from " +
                           std::to_string(missing_ + 1) + " on with tokens=.");
      return;
    }
    for (int token = std::max(missing_, what_.fromToken); token <= map_.token; ++token)
      map_.places.push_back(token);
    if (map_.places.empty()) refuse(order_, "changes no token before the one that is asked.");
  }

  int firstTouched() const {
    int first = what_.tokens.empty() ? 0 : std::numeric_limits<int>::max();
    for (const IndexRange& range : what_.tokens) first = std::min(first, range.first);
    return first;
  }
  /// The first token that is changed or read.
  int firstToken(int place) const {
    const int first = map_.ofTokens ? map_.places[place] : firstTouched();
    return what_.fromToken < 0 ? first : std::min(first, what_.fromToken);
  }

  void read(SweepSequence& sequence, int loop, int place) {
    AppliedIntervention one = source_;
    one.what.loops = {loop, loop};
    if (map_.ofTokens)
      one.what.tokens = {{map_.places[place], map_.places[place]}};
    else
      one.what.layers = {map_.places[place], map_.places[place]};
    if (!others_.empty())
      one.source = others_[map_.ofTokens ? std::max(0, what_.layers.first) : map_.places[place]];
    // Ranges of tokens may end behind the one that is asked.
    Interventions edits({one}, model_.backend->spec(), map_.loops, intSize(request_.prompt));
    const AnswerShift shift =
        answerShift(untouched_, sequence.answer(&edits, firstToken(place), loop), map_.word);
    const std::size_t at = loop * map_.places.size() + place;
    map_.change[at] = shift.change;
    map_.kl[at] = shift.kl;
    map_.best[at] = shift.best;
  }

  const LoadedModel& model_;
  const SweepOrder& order_;
  const RunRequest& request_;
  Intervention what_;
  AppliedIntervention source_;
  std::vector<std::shared_ptr<const SourceStates>> others_;  ///< [layers] or one of loop ends
  int missing_ = 0;  ///< leading tokens that the other prompt has no counterpart of
  std::vector<float> untouched_;
  CausalMap map_;
  std::stop_token stop_;
  ProgressFn progress_;
};

/// The words of a map are readable without the tokenizer, too.
void addWords(TraceColumns& columns, const CausalMap& map, const Tokenizer& tokenizer) {
  std::vector<std::int32_t> ids = map.best;
  ids.push_back(map.word);
  for (const std::int32_t id : ids) {
    const auto at = std::ranges::lower_bound(columns.wordBytes, id, {},
                                             &std::pair<std::int32_t, std::string>::first);
    if (id < 0 || (at != columns.wordBytes.end() && at->first == id)) continue;
    columns.wordBytes.insert(at, {id, tokenizer.bytes(id)});
  }
}

}  // namespace

TracePtr causalSweep(const ModelPtr& model, const SweepOrder& order, const std::stop_token& stop,
                     const ProgressFn& progress) {
  PreparedRun prepared = prepareRun(*model, order.run);
  MapSweep sweep(model, order, prepared, stop, progress);  // refuses before anything long is run
  CausalMap map = sweep.run();
  const TracePtr trace = RunRecording(model, prepared).run({.stop = stop});
  if (trace->info().stop()) throw Cancelled();
  TraceInfo info = trace->info();
  RecordColumns columns = trace->whole();
  addWords(columns, map, *model->tokenizer);
  info.sweep = std::move(map);
  return std::make_shared<Trace>(std::move(info), std::move(columns), trace->loops(),
                                 trace->topK());
}

}  // namespace ouroscope
