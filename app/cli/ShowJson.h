// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string_view>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope::cli {

using TextSink = std::function<void(std::string_view)>;

constexpr std::size_t kTextPiece = std::size_t{1} << 20;  ///< bytes that are written at a time

/// The tokens that are listed, both ends included, from 0. What is said of the whole trace stays.
struct ListedTokens {
  int first = 0, last = 0;
};

/// Everything that `show` knows, as JSON: how the trace came about, how it is read, every number
/// per token and loop. Positions and loops count from 1; what is absent is null. Written in pieces:
/// a long trace is never whole in memory as text.
void showJson(const Trace& trace, const Readout& read, ListedTokens listed, const TextSink& write);

/// One line per token and loop that was run; token texts escaped as on the terminal. In pieces.
void showCsv(const Trace& trace, const Readout& read, ListedTokens listed, const TextSink& write);

}  // namespace ouroscope::cli
