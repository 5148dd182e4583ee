// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>

#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {

/// What every Sequence::begin asks of its tokens. @throws std::logic_error where the engine cut the
/// batch wrongly; Error where the sequence is full or a token has no embedding.
inline void requireBatch(std::span<const std::int32_t> tokens, int maxBatch, int length,
                         int capacity, int vocabSize) {
  const int n = intSize(tokens);
  if (n < 1 || n > maxBatch)
    throw std::logic_error("a batch holds 1 to " + std::to_string(maxBatch) + " positions");
  if (length + n > capacity)
    throw Error("The sequence is full: it has room for " + std::to_string(capacity) + " tokens.");
  for (const std::int32_t token : tokens)
    if (token < 0 || token >= vocabSize)
      throw Error("Token " + std::to_string(token) +
                  " has no embedding: the model's vocabulary ends at " +
                  std::to_string(vocabSize - 1) + ".");
}

}  // namespace ouroscope
