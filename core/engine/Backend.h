// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/engine/LayerLenses.h"
#include "core/engine/StateEdits.h"
#include "core/model/families/ModelSpec.h"
#include "core/record/RunSettings.h"

namespace ouroscope {

/// Arithmetic of a loaded model: F32 keeps weights, keys and values in fp32; BF16 stores them as
/// bf16 and accumulates in fp32.
enum class Precision { F32, BF16 };

/// What the lens reads at rows (position, loop): the next-token distribution softmax(lm_head h).
/// Nothing of size V leaves the device unless `logits` is set.
struct LensRequest {
  int first = 0, count = 0;  ///< positions within the current batch
  int topK = 10;             ///< kept candidates, best first; ties by lower id
  std::span<const std::int32_t>
      next;  ///< [count] token that follows each position; -1 where none is known
  std::span<const std::int32_t>
      tracked;              ///< [M] tokens whose log-probability and rank are wanted at every row
  float* logits = nullptr;  ///< [count, rows, V] or null
  bool steps = false;       ///< klStep and jsStep are wanted
  std::stop_token stop{};   ///< a backend may look at it in mid-vocabulary and throw Cancelled
};

/// Row-major [count, rows, ...]; rows = loops run so far (lens) or physical layers (layerLens).
/// Nats.
struct LensResult {
  std::vector<float> logSumExp, entropy;
  std::vector<float> nextLogProb;  ///< NaN where next is -1
  std::vector<std::int32_t>
      nextRank;                     ///< entries scored strictly above the next token; -1 where none
  std::vector<float> kl;            ///< KL(p_last row || p_row); the last row's is 0
  std::vector<float> klStep;        ///< KL(p_row || p_row before); NaN at row 0; empty: not asked
  std::vector<float> jsStep;        ///< Jensen-Shannon of the two
  std::vector<std::int32_t> topId;  ///< [.., K]
  std::vector<float> topLogProb;    ///< [.., K]
  std::vector<float> trackedLogProb;      ///< [.., M]
  std::vector<std::int32_t> trackedRank;  ///< [.., M]
};

/// Sizes and directions of the steps between loops, one per position: ||h_r||, ||h_r - h_{r-1}||,
/// cos(h_r, h_{r-1}); NaN for the last two at the first loop.
struct StateSteps {
  std::span<float> norm, step, cosine;
  /// Fills entry i from a state and the one of the loop before, empty at the first loop.
  void set(std::size_t i, std::span<const float> now, std::span<const float> before) const;
};

/// The key/value cache of one token sequence, and the batch of positions being run on it: its rows.
/// Call order: begin(tokens) ; runLoop() once per loop wanted ; lens/hidden/gate reads ; finish().
/// Where staggerRows() is above 1, rows may also join the batch one by one, each a few loops behind
/// the one before it, and leave it one by one. What comes out of a row never depends on the others.
/// Not thread-safe.
class Sequence {
 public:
  virtual ~Sequence() = default;

  virtual int length() const = 0;    ///< finished positions
  virtual int capacity() const = 0;  ///< positions there is room for
  virtual int loops() const = 0;     ///< R: KV slots per layer
  virtual int maxBatch() const = 0;  ///< most positions one begin() takes
  /// Positions that are best read together (lens, states): few where a cancel would wait for them,
  /// many where a device needs them to be busy.
  virtual int recordPiece() const { return 32; }
  virtual int stateWidth() const = 0;  ///< d
  /// Calls work(i) for every i below `count`, in any order: at once on the threads of a device that
  /// computes on the host, and layerStates(), loopStart() and attention() may be called there.
  virtual void each(int count, const std::function<void(int)>& work) const;

  /// Of the noise that the loops of every position start from; for models that start from noise,
  /// and before the first begin().
  virtual void setStartSeed(std::uint64_t) {}
  /// Who reads and changes states while loops run; null: nobody. Outlives its use; a fork has none.
  virtual void setEdits(StateEdits* edits) = 0;
  /// From the next begin() on attention() can be asked for; where Backend::showsAttention().
  virtual void captureAttention(bool) {}
  /// What layerLens() reads states through, where Backend::readsLenses(); null: nothing. Outlives
  /// its use; a fork has none.
  virtual void setLenses(const LayerLenses*) {}

  /// Starts positions [length, length + n): x = embed(tokens). @throws Error when capacity or a
  /// token id is out of range.
  virtual void begin(std::span<const std::int32_t> tokens, bool captureLayers = false) = 0;

  /// Runs the next loop of every row of the batch that does not wait: all layers, then the loop
  /// norm (docs/model.md, sections 3 and 4). To run several sequences' batches together:
  /// Backend::pass.
  /// @throws Cancelled between two layers; the batch is then dropped and the sequence stays as it
  /// was.
  virtual void runLoop(std::stop_token stop = {}) = 0;
  virtual int loopsRun()
      const = 0;  ///< of the current batch; where it is staggered, of its first row

  /// Whether rewind() may be called.
  virtual bool rewinds() const { return false; }
  /// Forgets the loops that the batch has run after the first `loops`, at least one of them: the
  /// next runLoop() runs the one after these again. The rows of the batch run the same loops.
  virtual void rewind(int loops);

  /// Most rows that the batch may hold at different loops; 1: the rows of a batch run the same
  /// loops, and none of the next five may be called.
  virtual int staggerRows() const { return 1; }
  /// Adds the next position to the batch under way, before its first loop.
  /// @throws Error as begin()
  virtual void append(std::int32_t token);
  virtual void keepRows(int rows);  ///< drops the batch's positions after the first `rows`
  /// The row runs no further loop. Rows behind it wait before the loop that it has not run, until
  /// it has become the first and is finished.
  virtual void holdRow(int row);
  virtual void finishFirst(KvPolicy policy);  ///< finish() for the first row; the others go on
  virtual int loopsOf(int row) const;         ///< loops that a row of the batch has run

  /// State of loop r (0-based) for batch positions [first, first+count), [count, d]: what the next
  /// loop starts from. The head may read something else of a loop (docs/model.md, section 3).
  virtual void hidden(int loop, int first, int count, std::span<float> out) const = 0;
  /// Steps of loop r for batch positions [first, first+count): worked out from hidden() in double,
  /// unless the device can do it without giving the states away.
  virtual void stateSteps(int loop, int first, int count, StateSteps out) const;
  /// Norms of the residual stream at the end of loop r, before the loop norm, [batch].
  virtual void residualNorms(int loop, std::span<float> out) const = 0;
  /// Gate logits g = w . h + b of loop r, [batch]; NaN without a gate, which stops nothing.
  virtual void gateLogits(int loop, std::span<float> out) const = 0;
  /// Residual stream after layer i of loop r BEFORE the final norm, [count, d]; only after
  /// begin(.., captureLayers).
  virtual void layerState(int loop, int layer, int first, int count,
                          std::span<float> out) const = 0;
  /// All of these states of one row, [loopsOf(row)][core layers][d]: where they lie, or read into
  /// `room`. Valid as long as `room` and the batch.
  virtual std::span<const float> layerStates(int row, int layers, std::vector<float>& room) const;

  /// What the first layer of loop r > 0 starts from, [count, d]; only after begin(..,
  /// captureLayers). Without an adapter it is the state of the loop before, with one what the
  /// adapter made of it.
  virtual void loopStart(int loop, int first, int count, std::span<float> out) const;

  /// What the row attended to in layer i of loop r, [heads][length() + row + 1]: the weights of
  /// every position up to its own, 0 where it does not see it. Only after captureAttention() and
  /// before finish(). Where the loop was repeated, in its last pass.
  virtual void attention(int loop, int layer, int row, std::span<float> out) const;

  /// What layer i of loop r has stored of finished positions [first, first + count): keys, rotated,
  /// and values, each [count, kvWidth], the heads side by side. Where Backend::showsAttention().
  virtual void keysAndValues(int loop, int layer, int first, int count, std::span<float> keys,
                             std::span<float> values) const;

  /// The lens of every loop run so far, in one pass over the vocabulary (all loops together: the
  /// head is read once). The positions asked for have run the same loops.
  virtual void lens(const LensRequest& request, LensResult& out) const = 0;
  /// The lens of every physical layer of one loop, through the final norm: within-loop rows.
  virtual void layerLens(int loop, const LensRequest& request, LensResult& out) const = 0;
  /// Full logits of one row, [V]; for sampling.
  virtual void logits(int loop, int position, std::span<float> out) const = 0;

  /// Ends the batch: its positions count as run for loopsRun() loops, and slots of loops not run
  /// are filled by `policy`. With KvPolicy::Full all loops() must have been run. @throws
  /// std::logic_error otherwise.
  virtual void finish(KvPolicy policy) = 0;
  /// LatestAvailable for positions already finished (the prompt, which is always run at full
  /// depth).
  virtual void shareDeepest(int first, int count) = 0;

  virtual void truncate(int length) = 0;  ///< forget positions from `length` on
  virtual std::unique_ptr<Sequence> fork()
      const = 0;  ///< an independent copy of the finished positions
};

/// Bytes a run will take, worked out before anything is allocated.
struct MemoryPlan {
  std::uint64_t weights = 0, kvCache = 0, scratch = 0, trace = 0;
  std::uint64_t total() const { return weights + kvCache + scratch + trace; }
};

/// The only seam between CPU and CUDA: a loaded model on one device. Weights are immutable;
/// sequences are independent.
class Backend {
 public:
  virtual ~Backend() = default;
  virtual const ModelSpec& spec() const = 0;
  virtual Precision precision() const = 0;
  /// The arithmetic in words, as traces record it: "f32", "bf16", "bf16, int8 weights".
  virtual std::string arithmetic() const { return precision() == Precision::BF16 ? "bf16" : "f32"; }
  virtual std::string device() const = 0;  ///< in words: "CPU, AVX2, 2 threads"
  virtual std::uint64_t weightBytes() const = 0;
  virtual std::uint64_t kvBytesPerToken(int loops) const = 0;
  virtual std::uint64_t scratchBytes(int loops, int batch, bool captureLayers) const = 0;
  /// Sequence::attention() and keysAndValues() can be asked.
  virtual bool showsAttention() const { return false; }
  virtual bool readsLenses() const { return false; }  ///< Sequence::setLenses() does something
  /// Prompt positions per batch that suit the device, where their states fit.
  virtual int promptBatch([[maybe_unused]] bool captureLayers) const { return 256; }
  /// @throws Error with the numbers when what the plan adds to the weights does not fit: in the
  /// host's memory, unless the device has its own.
  virtual void requireFit(const MemoryPlan& plan, const std::string& what) const;
  /// @throws Error with the numbers when the cache does not fit in memory.
  virtual std::unique_ptr<Sequence> createSequence(int capacity, int loops) = 0;
  /// A pass: the next loop of the rows of the batches under way on these sequences. Each comes out
  /// as its own runLoop() would leave it, to the bit; the weights are read once where the device
  /// can do that, and once for each sequence where it cannot.
  /// @throws Cancelled as runLoop(); all of these batches are then dropped
  virtual void pass(std::span<Sequence* const> sequences, const std::stop_token& stop = {});
  /// logits() and lens() of these sequences are asked for next: their small batches may read the
  /// head together. Nothing that comes out depends on this call.
  virtual void readWords(std::span<Sequence* const> sequences);
  /// What one more row adds to the cost of a pass over one row, as a share of it.
  virtual double rowCost() const { return 1; }
};

}  // namespace ouroscope
