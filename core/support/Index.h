// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <concepts>
#include <cstdint>
#include <iterator>

// Counts are int, because a text has fewer than 2^31 tokens and a vocabulary fewer words.
// Products of counts are not: loops x tokens x vocabulary passes 2^31. An index of a container
// needs no conversion.

namespace ouroscope {

/// The number of elements of `container`, for counts that are known to fit.
template <class Container>
constexpr int intSize(const Container& container) {
  return static_cast<int>(std::size(container));
}

/// The product of the factors in 64 bits, whichever types they have.
template <std::integral... Factors>
constexpr std::int64_t product(Factors... factors) {
  return (std::int64_t{1} * ... * static_cast<std::int64_t>(factors));
}

}  // namespace ouroscope
