// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Values of a record that ought to be there and are NaN or infinite. They come from damaged
/// weights, or from weights too large for the arithmetic.
struct NotNumbers {
  std::int64_t values = 0;
  int token = -1, loop = -1;  ///< of the first one, from 0; -1 where there is none
  bool any() const { return values > 0; }
};

/// Looks at every column that is not heavy. What is absent by its nature (a loop that was not run,
/// the token after the last one, the step into the first loop) does not count.
NotNumbers notNumbers(const Trace& trace);

/// "12 recorded values are not numbers, first at token 1, loop 1: ..."; "" where there are none.
std::string notNumbersText(const NotNumbers& found);

}  // namespace ouroscope
