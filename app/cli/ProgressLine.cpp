// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProgressLine.h"

#include <cstdio>

#include "app/cli/Terminal.h"

namespace ouroscope::cli {

ProgressLine::ProgressLine() {
  const Terminal terminal = Terminal::standardError();
  on_ = terminal.interactive;
  columns_ = terminal.columns;
}

ProgressFn ProgressLine::function() {
  if (!on_) return {};
  return [this](std::string_view stage, std::int64_t done, std::int64_t total) {
    show(stage, done, total);
  };
}

void ProgressLine::clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

void ProgressLine::show(std::string_view stage, std::int64_t done, std::int64_t total) {
  using namespace std::chrono_literals;
  const auto now = std::chrono::steady_clock::now();
  if (stage == stage_ && now - last_ < 100ms) return;
  stage_ = stage;
  last_ = now;
  std::string line(stage);
  if (total > 0) line += ": " + std::to_string(100 * done / total) + " %";
  line += "  (Ctrl+C cancels)";
  std::fprintf(stderr, "\r%s\x1b[K", fitted(line, columns_ - 1).c_str());
  shown_ = true;
}

}  // namespace ouroscope::cli
