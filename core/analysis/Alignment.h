// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// A place in the alignment of two texts: tokens that belong together, or one that only one text
/// has.
struct AlignedColumn {
  int a = -1, b = -1;  ///< positions; -1: this text has no such token
  bool both() const { return a >= 0 && b >= 0; }
  bool operator==(const AlignedColumn&) const = default;
};

enum class AlignedBy {
  Identity,  ///< the same token ids from first to last
  TokenIds,  ///< shortest edit script of the ids
  Bytes      ///< the tokenizers differ: tokens that end at the same byte of the same text
};

struct Alignment {
  AlignedBy by = AlignedBy::Identity;
  std::vector<AlignedColumn> columns;  ///< every token of both texts once, each in its order
  int both = 0, onlyA = 0, onlyB = 0;  ///< columns of each kind
  bool shortest = true;                ///< false: see SequenceDiff
};

/// A token is compared with the token after which the same text has been read. By bytes, "un" +
/// "happy" and "unhappy" therefore meet at "happy": both predict what follows "unhappy".
/// @throws Cancelled.
Alignment alignTokens(const Trace& a, const Trace& b, int mostEdits = 1000,
                      const std::stop_token& stop = {});

/// How many ids the two begin with in common.
int sharedTokens(const Trace& a, const Trace& b);

/// True where one of the traces gives an id another text than the other: ids mean nothing then.
bool tokenizersDiffer(const Trace& a, const Trace& b);

}  // namespace ouroscope
