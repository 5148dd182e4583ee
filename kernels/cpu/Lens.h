// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "kernels/cpu/CpuModel.h"

namespace ouroscope::cpu {

/// Logits that a tile may keep where rows are held against the one before them: 64 MiB.
inline constexpr std::int64_t kTileLogits = std::int64_t{1} << 24;

/// Where the logits [head columns] of (position of the batch, row) are.
using LogitsOf = std::function<const float*(int position, int row)>;

/// The next-token distribution of `rowsPerPosition` states of every requested position, read in one
/// pass over the vocabulary: logits live in a 64-column buffer and are folded into running sums,
/// top-k lists and ranks at once. All rows of a position go together, so the head is read once for
/// all loops and KL against the last row needs no second pass. Where steps are wanted, the
/// tile's logits are kept until the sums are known. Slices of the vocabulary are fixed,
/// so the result does not depend on the number of threads.
/// @param gather writes the normed state [d] of (position of the batch, row).
/// @param logits where they were computed already (decode), or empty.
void readLens(const Model& model, const LensRequest& request, int rowsPerPosition,
              const std::function<void(int position, int row, float* to)>& gather,
              const LogitsOf& logits, LensResult& out);

}  // namespace ouroscope::cpu
