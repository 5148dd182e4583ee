// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "app/cli/Terminal.h"
#include "core/record/LoopRecord.h"
#include "core/text/Tokenizer.h"

namespace ouroscope::cli {

/// On a terminal, prints the words of a run as they come: each on the colour of its exit loop and
/// followed by that loop as a small digit; generated words are bold.
class LiveView : public LoopObserver {
 public:
  /// @param q exit threshold of the run; `shown` false: nothing is printed
  LiveView(const Tokenizer& tokenizer, double q, int promptTokens, bool shown);

  void onRecord(const LoopRecord& record) override;
  void end();  ///< prints what is held back and ends the line

 private:
  void show(std::string_view bytes, int loop, int loops, bool generated);
  void write(std::string_view text);
  void put(const std::string& text, const Style& style);

  const Tokenizer& tokenizer_;
  double q_;
  int promptTokens_;
  bool shown_;
  Terminal terminal_;
  std::string held_;    ///< bytes of a character that the next token completes
  std::string digits_;  ///< exit loops of the tokens held back
  int column_ = 0;
};

}  // namespace ouroscope::cli
