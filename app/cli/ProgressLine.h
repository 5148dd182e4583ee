// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <string>

#include "core/support/Progress.h"

namespace ouroscope::cli {

/// One line on standard error that says how far the work is; nothing at all where that is not a
/// terminal. The line is wiped when the object goes.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  ProgressFn function();  ///< valid as long as this object
  void clear();

 private:
  void show(std::string_view stage, std::int64_t done, std::int64_t total);

  bool on_ = false;
  int columns_ = 80;
  bool shown_ = false;
  std::string stage_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace ouroscope::cli
