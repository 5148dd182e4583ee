// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/cpu/CpuSequence.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <stdexcept>

#include "core/engine/BatchCheck.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/support/Index.h"
#include "kernels/cpu/Attention.h"

namespace ouroscope::cpu {

std::unique_ptr<Sequence> makeSequence(const Model& model, int capacity, int loops) {
  return std::make_unique<CpuSequence>(model, capacity, loops);
}

Together::Together(const Model& model) : pass_(std::make_unique<Pass>(model)) {}
Together::~Together() = default;

void Together::pass(std::span<Sequence* const> sequences, const std::stop_token& stop) {
  std::vector<CpuSequence*> own;
  for (Sequence* sequence : sequences) own.push_back(static_cast<CpuSequence*>(sequence));
  const std::lock_guard lock(mutex_);
  CpuSequence::runTogether(*pass_, own, stop);
}

void Together::readWords(std::span<Sequence* const> sequences) {
  std::vector<const CpuSequence*> own;
  for (const Sequence* sequence : sequences)
    own.push_back(static_cast<const CpuSequence*>(sequence));
  CpuSequence::makeHeadLogits(own);
}

CpuSequence::CpuSequence(const Model& model, int capacity, int loops)
    : model_(model),
      capacity_(capacity),
      loops_(loops),
      d_(model.spec.hiddenSize),
      cache_(model.spec, capacity, loops, model.plainStorage()),
      pass_(model) {}

void CpuSequence::begin(std::span<const std::int32_t> tokens, bool captureLayers) {
  const int n = intSize(tokens);
  requireBatch(tokens, kMaxBatch, length(), capacity_, model_.spec.vocabSize);
  captureLayers_ = captureLayers;
  rows_.reset(model_.spec, loops_, captureLayers, captureAttention_, n, model_.spares);
  headLogits_.clear();
  for (const std::int32_t token : tokens) join(token);
  clearBehind();
}

void CpuSequence::rewind(int loops) {
  if (loops < 1 || loops > loopsRun()) throw std::logic_error("rewind: no such loop");
  for (int& run : rows_.loopsRun) run = loops;
  headLogits_.clear();
}

/// As many rows as keep their logits, each a few loops behind the one before it.
int CpuSequence::staggerRows() const {
  return std::clamp(2 * kHeadRows / loops_ - 1, 1, loops_);
}

void CpuSequence::append(std::int32_t token) {
  requireBatch({&token, 1}, kMaxBatch, length() + rows_.count(), capacity_, model_.spec.vocabSize);
  if (rows_.count() == 0) throw std::logic_error("append: no batch is under way");
  join(token);
  clearBehind();
}

void CpuSequence::keepRows(int rows) {
  if (rows < 0 || rows > rows_.count()) throw std::logic_error("keepRows: no so many rows");
  rows_.keep(rows);
  if (intSize(headLogits_) > rows) headLogits_.resize(rows);
}

/// A row before its first loop: its embedding and the angles of its position.
void CpuSequence::join(std::int32_t token) {
  const ModelSpec& c = model_.spec;
  const int row = rows_.count();
  rows_.join();
  float* x = rows_.states.row(row);
  const std::size_t from = d_ * token;
  for (std::size_t i = 0; i < d_; ++i)
    x[i] = model_.precision == Precision::F32 ? model_.embedding32[from + i]
                                              : bf16ToFloat(model_.embedding16[from + i]);
  if (c.embeddingScale != 1)
    for (std::size_t i = 0; i < d_; ++i) x[i] *= static_cast<float>(c.embeddingScale);
  // Angles in fp32, as the model was trained; their cosine and sine in double, rounded once.
  const float position = length() + row;
  const std::size_t half = c.headDim / 2;
  float* angles = rows_.angles.row(row);
  for (const auto& rope : c.ropes) {
    for (std::size_t k = 0; k < half; ++k) {
      const float angle = position * rope.inverseFrequency[k];
      const double factor = rope.factor;
      angles[k] = factor * std::cos(static_cast<double>(angle));
      angles[half + k] = factor * std::sin(static_cast<double>(angle));
    }
    angles += 2 * half;
  }
}

/// What an abandoned batch or a longer past left just behind this batch must not be read as values.
void CpuSequence::clearBehind() {
  const int end = length() + rows_.count(), near = paddedDepth(end);
  if (written_ > end) cache_.clearValues(end, std::min(written_, near));
  if (written_ <= near) written_ = end;
}

void CpuSequence::runLoop(std::stop_token stop) {
  CpuSequence* const alone = this;
  runTogether(pass_, {&alone, 1}, stop);
}

void CpuSequence::runTogether(Pass& pass, std::span<CpuSequence* const> sequences,
                              const std::stop_token& stop) {
  std::vector<PassBatch> batches;
  for (CpuSequence* sequence : sequences) {
    if (!sequence->rows_.chooseRunning(sequence->loops_))
      throw std::logic_error("runLoop: no batch, or all its loops were run");
    batches.push_back(sequence->batch());
  }
  try {
    pass.run(batches, stop);
  } catch (...) {
    for (CpuSequence* sequence : sequences) sequence->keepRows(0);
    throw;
  }
}

void CpuSequence::hidden(int loop, int first, int count, std::span<float> out) const {
  for (int i = 0; i < count; ++i) std::copy_n(state(loop, first + i), d_, out.data() + i * d_);
}

void CpuSequence::stateSteps(int loop, int first, int count, StateSteps out) const {
  const auto stateOf = [&](int of, int i) {
    return of < 0 ? std::span<const float>() : std::span(state(of, first + i), d_);
  };
  const auto set = [&](int i) { out.set(i, stateOf(loop, i), stateOf(loop - 1, i)); };
  if (count == 1) return set(0);
  model_.pool->run(count, set);
}

void CpuSequence::each(int count, const std::function<void(int)>& work) const {
  if (count == 1) return work(0);
  model_.pool->run(count, work);
}

void CpuSequence::residualNorms(int loop, std::span<float> out) const {
  for (int r = 0; r < rows_.count(); ++r) out[r] = rows_.residualNorms.row(r)[loop];
}

void CpuSequence::gateLogits(int loop, std::span<float> out) const {
  for (int r = 0; r < rows_.count(); ++r) out[r] = rows_.gates.row(r)[loop];
}

void CpuSequence::layerState(int loop, int layer, int first, int count,
                             std::span<float> out) const {
  if (!captureLayers_) throw std::logic_error("layer states were not captured");
  const std::size_t at = d_ * (std::size_t{1} * loop * model_.spec.stages.core + layer);
  for (int i = 0; i < count; ++i)
    std::copy_n(rows_.layerStates.row(first + i) + at, d_, out.data() + i * d_);
}

std::span<const float> CpuSequence::layerStates(int row, int layers, std::vector<float>&) const {
  if (!captureLayers_) throw std::logic_error("layer states were not captured");
  return {rows_.layerStates.row(row), d_ * product(loopsOf(row), layers)};
}

void CpuSequence::loopStart(int loop, int first, int count, std::span<float> out) const {
  if (rows_.loopStarts.empty()) return Sequence::loopStart(loop, first, count, out);
  for (int i = 0; i < count; ++i)
    std::copy_n(rows_.loopStarts.row(first + i) + d_ * loop, d_, out.data() + i * d_);
}

void CpuSequence::attention(int loop, int layer, int row, std::span<float> out) const {
  if (rows_.queries.empty()) throw std::logic_error("attention was not captured");
  const ModelSpec& c = model_.spec;
  const int index = c.stages.prelude + layer, width = c.attentionWidth();
  const float* q = rows_.queries.row(row) + std::size_t{1} * width * (loop * c.stages.core + layer);
  attentionWeights({model_, cache_, cache_.kvSlots().at(loop, index), length() + row, 1,
                    model_.layers[index].window, q, width},
                   out);
}

void CpuSequence::keysAndValues(int loop, int layer, int first, int count, std::span<float> keys,
                                std::span<float> values) const {
  const ModelSpec& c = model_.spec;
  const int slot = cache_.kvSlots().at(loop, c.stages.prelude + layer);
  for (int i = 0; i < count; ++i)
    for (int head = 0; head < c.kvHeads; ++head) {
      const std::size_t at = product(i, c.kvWidth()) + product(head, c.headDim);
      cache_.read(slot, head, first + i, keys.data() + at, values.data() + at);
    }
}

void CpuSequence::lens(const LensRequest& request, LensResult& out) const {
  const int loops = loopsOf(request.first);
  bool known = true;
  for (int i = 0; i < request.count; ++i) {
    const int row = request.first + i;
    if (loopsOf(row) != loops) throw std::logic_error("lens: rows at different loops");
    known = known && row < intSize(headLogits_) && intSize(headLogits_[row]) == loops;
  }
  LogitsOf logits;
  if (known) logits = [&](int position, int loop) { return headLogits_[position][loop].get(); };
  readLens(
      model_, request, loops,
      [&](int position, int loop, float* to) { std::copy_n(readout(loop, position), d_, to); },
      logits, out);
}

void CpuSequence::layerLens(int loop, const LensRequest& request, LensResult& out) const {
  const ModelSpec& c = model_.spec;
  readLens(
      model_, request, c.stages.core,
      [&](int position, int layer, float* to) {
        layerState(loop, layer, position, 1, std::span(to, d_));
        if (lenses_) lenses_->apply(loop, layer, std::span(to, d_));
        model_.normRow(to, model_.lastNorm(), to);
      },
      {}, out);
}

bool CpuSequence::keepsHeadLogits() const {
  return std::accumulate(rows_.loopsRun.begin(), rows_.loopsRun.end(), 0) <= kHeadRows;
}

void CpuSequence::makeHeadLogits(std::span<const CpuSequence* const> sequences) {
  struct Place {
    const CpuSequence* of;
    int row, loop;
  };
  std::vector<Place> wanted;
  for (const CpuSequence* of : sequences) {
    if (!of->keepsHeadLogits()) continue;
    of->headLogits_.resize(of->rows_.count());
    for (int row = 0; row < of->rows_.count(); ++row)
      for (int loop = intSize(of->headLogits_[row]); loop < of->loopsOf(row); ++loop)
        wanted.push_back({of, row, loop});
  }
  if (wanted.empty()) return;
  const Model& model = sequences.front()->model_;
  const int d = model.spec.hiddenSize;
  const std::ptrdiff_t stride = rowStride(model.head.n);
  for (std::size_t done = 0; done < wanted.size(); done += kHeadRows) {
    const auto places = std::span(wanted).subspan(done).first(
        std::min<std::size_t>(kHeadRows, wanted.size() - done));
    Activations states(intSize(places), d);
    for (int i = 0; i < intSize(places); ++i)
      states.put(*model.kernels, model.plainStorage(), i, 0,
                 places[i].of->readout(places[i].loop, places[i].row), d);
    const std::shared_ptr<float> out = model.spares.take(places.size() * stride);
    multiply(model.head, states, intSize(places), out.get(), stride, *model.kernels, *model.pool);
    for (std::size_t i = 0; i < places.size(); ++i) {
      float* own = out.get() + i * stride;
      model.capLogits(own, model.spec.vocabSize);
      places[i].of->headLogits_[places[i].row].emplace_back(out, own);
    }
  }
}

void CpuSequence::logits(int loop, int position, std::span<float> out) const {
  const std::size_t vocabulary = model_.spec.vocabSize;
  if (keepsHeadLogits()) {
    const CpuSequence* const alone = this;
    makeHeadLogits({&alone, 1});
    std::copy_n(headLogits_[position][loop].get(), vocabulary, out.data());
    return;
  }
  Activations state(1, model_.spec.hiddenSize);
  state.put(*model_.kernels, model_.plainStorage(), 0, 0, readout(loop, position),
            model_.spec.hiddenSize);
  std::vector<float> full(model_.head.columns());
  multiply(model_.head, state, 1, full.data(), model_.head.columns(), *model_.kernels,
           *model_.pool);
  model_.capLogits(full.data(), model_.spec.vocabSize);
  std::copy_n(full.data(), vocabulary, out.data());
}

/// The slots of the loops that the first row has not run are filled by the policy.
void CpuSequence::finishRow(KvPolicy policy, int loopsRun) {
  const int position = length();
  depth_.push_back(loopsRun);
  if (policy == KvPolicy::Full) return;
  const int from = policy == KvPolicy::LastExited ? loopsRun : 0;
  for (int loop = from; loop < loops_; ++loop) cache_.copyPosition(position, loopsRun - 1, loop);
}

namespace {

void requireRun(KvPolicy policy, int loopsRun, int loops) {
  if (loopsRun == 0) throw std::logic_error("finish: nothing was run");
  if (policy == KvPolicy::Full && loopsRun != loops)
    throw std::logic_error("finish: the full policy needs every loop to be run");
}

}  // namespace

void CpuSequence::finish(KvPolicy policy) {
  requireRun(policy, loopsRun(), loops_);
  for (const int run : rows_.loopsRun) finishRow(policy, run);
  keepRows(0);
}

void CpuSequence::finishFirst(KvPolicy policy) {
  requireRun(policy, loopsRun(), loops_);
  finishRow(policy, loopsRun());
  rows_.leave();
  if (!headLogits_.empty()) headLogits_.pop_front();
}

void CpuSequence::shareDeepest(int first, int count) {
  for (int p = first; p < first + count; ++p)
    for (int loop = 0; loop < loops_; ++loop) cache_.copyPosition(p, depth_.at(p) - 1, loop);
}

void CpuSequence::truncate(int length) {
  if (length < 0 || length > this->length()) throw std::logic_error("truncate: no such length");
  depth_.resize(length);
  keepRows(0);
}

std::unique_ptr<Sequence> CpuSequence::fork() const {
  auto copy = std::make_unique<CpuSequence>(model_, capacity_, loops_);
  copy->startSeed_ = startSeed_;
  copy->depth_ = depth_;
  copy->written_ = length();
  copy->cache_.copyFrom(cache_, length());
  // The last panel was copied whole.
  copy->cache_.clearValues(length(), KvCache::padded(length()));
  return copy;
}

}  // namespace ouroscope::cpu
