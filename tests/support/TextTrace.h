// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "tests/support/SyntheticTrace.h"

namespace ouroscope::test {

/// A synthetic trace whose tokens are these bytes.
inline TracePtr textTrace(std::vector<std::string> tokens, SyntheticOptions options = {}) {
  options.tokens = static_cast<int>(tokens.size());
  const TracePtr made = syntheticTrace(options);
  RecordColumns columns = made->whole();
  columns.tokenBytes = std::move(tokens);
  return std::make_shared<const Trace>(made->info(), std::move(columns), made->loops(),
                                       made->topK());
}

}  // namespace ouroscope::test
