// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LensTable.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/TrackedWord.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// Whether a row of candidates has one at all.
bool anyWord(const std::int32_t* ids) {
  return ids && ids[0] >= 0;
}

/// Place of `id` among the kept candidates of one loop; -1 where it is not among them.
int placeOf(const Trace& trace, int token, int loop, std::int32_t id) {
  const std::size_t K = trace.topK(), base = trace.at(token, loop) * K;
  for (std::size_t k = 0; k < K; ++k)
    if (trace.columns().topkId[base + k] == id) return k;
  return -1;
}

/// Row `at` of a [.., K] column.
template <class T>
const T* row(const std::vector<T>& column, std::size_t at, std::size_t K) {
  return column.data() + at * K;
}

/// One row of candidates. `ids` null: not run. `before`: the candidates of the row before it, or
/// null.
void addRow(LensTable& table, const Trace& trace, const std::int32_t* ids, const float* logprobs,
            const std::int32_t* before) {
  for (int k = 0; k < table.topK; ++k) {
    LensCell cell;
    if (ids) {
      cell.id = ids[k];
      cell.bytes = trace.word(cell.id);
      cell.logprob = logprobs[k];
      if (cell.id >= 0 && anyWord(before)) {
        const std::int32_t* place = std::find(before, before + table.topK, cell.id);
        if (place != before + table.topK) cell.rankBefore = place - before;
        cell.flip = k == 0 && cell.rankBefore != 0;
      }
    }
    table.cells.push_back(std::move(cell));
  }
}

}  // namespace

LensTable lensTable(const Trace& trace, int token) {
  const TraceColumns& c = trace.columns();
  LensTable table;
  table.loops = trace.loops();
  table.topK = trace.topK();
  const int run = c.loopsRun[token];
  const std::size_t K = table.topK;
  for (int r = 0; r < table.loops; ++r)
    addRow(table, trace, r < run ? row(c.topkId, trace.at(token, r), K) : nullptr,
           row(c.topkLogprob, trace.at(token, r), K),
           r > 0 ? row(c.topkId, trace.at(token, r - 1), K) : nullptr);
  return table;
}

LayerLens layerLens(const Trace& trace, int token, int loop) {
  const TraceColumns& c = trace.columns();
  LayerLens lens;
  lens.table.topK = trace.topK();
  if (!trace.info().captured.layers) return lens;
  const std::size_t K = trace.topK(), L = trace.info().layers;
  const bool ran = loop < c.loopsRun[token];
  lens.table.loops = trace.info().layers;
  for (std::size_t l = 0; l < L; ++l) {
    const std::size_t cell = trace.at(token, loop) * L + l;
    const std::int32_t* before = l > 0      ? row(c.layerTopkId, cell - 1, K)
                                 : loop > 0 ? row(c.topkId, trace.at(token, loop - 1), K)
                                            : nullptr;
    addRow(lens.table, trace, ran ? row(c.layerTopkId, cell, K) : nullptr,
           row(c.layerTopkLogprob, cell, K), before);
    lens.entropy.push_back(c.layerEntropy[cell]);
  }
  return lens;
}

LensQuantity lensQuantityFromName(const std::string& name) {
  if (name == "logprob") return LensQuantity::LogProb;
  if (name == "prob") return LensQuantity::Prob;
  if (name == "rank") return LensQuantity::Rank;
  throw Error("Unknown quantity of the lens \"" + name + "\": choose logprob, prob or rank.");
}

LensCurve lensCurve(const Trace& trace, int token, std::int32_t id, LensQuantity quantity) {
  const TraceColumns& c = trace.columns();
  LensCurve curve{id, trace.word(id), std::vector<double>(trace.loops(), kNaN)};
  const auto tracked = std::find(trace.info().tracked.begin(), trace.info().tracked.end(), id);
  const bool next = token + 1 < trace.tokens() && c.tokenId[token + 1] == id;
  for (int r = 0; r < c.loopsRun[token]; ++r) {
    const std::size_t cell = trace.at(token, r);
    double logprob = kNaN, rank = kNaN;
    const auto placed = [](std::int32_t above) { return above < 0 ? kNaN : above + 1.0; };
    if (tracked != trace.info().tracked.end()) {
      const std::size_t at =
          cell * trace.info().tracked.size() + (tracked - trace.info().tracked.begin());
      logprob = c.trackedLogprob[at];
      rank = placed(c.trackedRank[at]);
    } else if (next) {
      logprob = c.logprob[cell];
      rank = placed(c.rank[cell]);
    } else if (const int place = placeOf(trace, token, r, id); place >= 0) {
      logprob = c.topkLogprob[cell * trace.topK() + place];
      rank = place + 1;
    } else {
      continue;
    }
    curve.values[r] = quantity == LensQuantity::Rank   ? rank
                      : quantity == LensQuantity::Prob ? std::exp(logprob)
                                                       : logprob;
  }
  return curve;
}

std::vector<std::int32_t> lensWords(const Trace& trace, int token, int most) {
  const TraceColumns& c = trace.columns();
  std::vector<std::int32_t> words;
  const auto add = [&](std::int32_t id) {
    if (id >= 0 && intSize(words) < most &&
        std::find(words.begin(), words.end(), id) == words.end())
      words.push_back(id);
  };
  const int run = c.loopsRun[token];
  const std::size_t K = trace.topK();
  add(c.topkId[trace.at(token, run - 1) * K]);
  if (token + 1 < trace.tokens()) add(c.tokenId[token + 1]);
  for (const std::int32_t id : trace.info().tracked) add(id);
  for (int r = 0; r < run; ++r) add(c.topkId[trace.at(token, r) * K]);
  for (std::size_t k = 1; k < K && words.size() < 3; ++k)
    add(c.topkId[trace.at(token, run - 1) * K + k]);
  return words;
}

std::int32_t wordId(const Trace& trace, const std::string& text) {
  return trackedWord(trace, nullptr, text).id;
}

}  // namespace ouroscope
