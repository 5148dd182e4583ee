// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "core/support/Index.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// One candidate of one loop.
struct LensCell {
  std::int32_t id = -1;  ///< -1 where the token did not run this loop, or its logits are no numbers
  std::string bytes;
  double logprob = 0;
  int rankBefore =
      -1;  ///< 0-based place among the kept candidates of the loop before; -1 not among them
  bool flip = false;  ///< best candidate and different from the loop before's
};

/// Top-K words x loops of one token.
struct LensTable {
  int loops = 0, topK = 0;
  std::vector<LensCell> cells;  ///< [R,K]
  const LensCell& at(int loop, int place) const { return cells[product(loop, topK) + place]; }
};
LensTable lensTable(const Trace& trace, int token);

/// Words after every physical layer of one loop, for one token: a reading that the model was not
/// trained for (only the state after a whole loop passes the final norm and the head in training).
/// `table.loops` counts layers; ranks and flips are against the layer before, for the first layer
/// against the end of the loop before.
struct LayerLens {
  LensTable table;              ///< [L,K]; no layers where they were not captured
  std::vector<double> entropy;  ///< [L] nats; NaN where the loop was not run
};
LayerLens layerLens(const Trace& trace, int token, int loop);

enum class LensQuantity { LogProb, Prob, Rank };
/// "logprob", "prob", "rank". @throws Error listing them.
LensQuantity lensQuantityFromName(const std::string& name);

/// One word over the loops of one token; NaN where its value was not kept (below the candidates and
/// not tracked).
struct LensCurve {
  std::int32_t id = -1;
  std::string bytes;
  std::vector<double> values;  ///< [R]; ranks counted from 1
};
LensCurve lensCurve(const Trace& trace, int token, std::int32_t id, LensQuantity quantity);

/// The words worth drawing without being asked: tracked ones, the token that follows, and the best
/// candidate of every loop, in order of their first place. At most `most`.
std::vector<std::int32_t> lensWords(const Trace& trace, int token, int most = 6);

/// Id of a word by its text among the words of the trace, -1 where there is none: as TrackedWord
/// looks it up (tracked ones first, after a space before as it is written).
std::int32_t wordId(const Trace& trace, const std::string& text);

}  // namespace ouroscope
