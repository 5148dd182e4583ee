// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LiveView.h"

#include "app/cli/Command.h"
#include "app/cli/WordText.h"
#include "core/analysis/ExitAnalysis.h"
#include "core/support/Error.h"
#include "core/text/Utf8.h"

namespace ouroscope::cli {
namespace {

std::string smallDigits(int number) {
  static constexpr const char* kDigits[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string out;
  for (const char digit : std::to_string(number)) out += kDigits[digit - '0'];
  return out;
}

}  // namespace

LiveView::LiveView(const Tokenizer& tokenizer, double q, int promptTokens, bool shown)
    : tokenizer_(tokenizer),
      q_(q),
      promptTokens_(promptTokens),
      shown_(shown),
      terminal_(Terminal::standardOutput()) {}

void LiveView::onRecord(const LoopRecord& record) {
  if (!shown_) return;
  const RecordColumns& c = record.columns;
  for (int i = 0; i < record.count; ++i) {
    int loop = c.loopsRun[i] - 1;  // without a gate
    if (!c.gateLogit.empty())
      loop = exitLoop(std::span(c.gateLogit).subspan(i * record.loops, c.loopsRun[i]), q_);
    show(tokenizer_.bytes(c.tokenId[i]), loop, record.loops, record.first + i >= promptTokens_);
  }
}

void LiveView::show(std::string_view bytes, int loop, int loops, bool generated) {
  held_ += bytes;
  digits_ += smallDigits(loop + 1);
  if (utf8IncompleteSuffix(held_) > 0) return;
  const std::string word = wordText(held_);
  const int width = displayWidth(word) + displayWidth(digits_);
  if (column_ > 0 && column_ + width > terminal_.columns && held_.front() == ' ') {
    write("\n");
    column_ = 0;
  }
  const double shade = loops > 1 ? static_cast<double>(loop) / (loops - 1) : 0;
  put(word, {.shade = shade, .bold = generated});
  put(digits_, {.dim = true});
  column_ += width;
  if (held_.back() == '\n') {
    write("\n");
    column_ = 0;
  }
  held_.clear();
  digits_.clear();
}

/// A terminal that has gone (SIGHUP) ends the view, not the run.
void LiveView::write(std::string_view text) {
  try {
    if (shown_) print(text);
  } catch (const Error&) {
    shown_ = false;
  }
}

void LiveView::put(const std::string& text, const Style& style) {
  write(styled(text, style, terminal_.colours));
}

void LiveView::end() {
  if (!shown_) return;
  if (!held_.empty()) put(wordText(held_) + digits_, {});
  write("\n");
}

}  // namespace ouroscope::cli
