// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/LiveRun.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace ouroscope {

void LiveFeed::add(LiveToken token) {
  const std::lock_guard lock(mutex_);
  part_.tokens.push_back(std::move(token));
}

void LiveFeed::add(const RunEvent& event) {
  const std::lock_guard lock(mutex_);
  part_.events.push_back(event);
}

void LiveFeed::add(std::vector<Note> notes) {
  const std::lock_guard lock(mutex_);
  std::ranges::move(notes, std::back_inserter(part_.notes));
}

LiveFeed::Part LiveFeed::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(part_, {});
}

LiveWriter::LiveWriter(LiveFeed& feed, const Tokenizer& tokenizer, const RunSettings& settings,
                       int promptTokens)
    : feed_(feed), tokenizer_(tokenizer), settings_(settings), promptTokens_(promptTokens) {}

void LiveWriter::add(const Trace& before, int tokens) {
  const std::vector<TokenReading> readings = readingOfRun(before);
  const TraceColumns& c = before.columns();
  for (int t = 0; t < tokens; ++t) {
    const auto i = static_cast<std::size_t>(t);
    feed_.add({c.tokenBytes[i], readings[i], c.loopsRun[i], t >= promptTokens_, 0});
  }
}

void LiveWriter::add(const LoopRecord& record) {
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  const RecordColumns& c = record.columns;
  for (int i = 0; i < record.count; ++i) {
    const int budget = settings_.budget > 0 ? settings_.budget : record.loops;
    const int loops = std::min(budget, c.loopsRun[i]);
    // Without a gate every token is read at its last loop.
    TokenReading reading{loops - 1, std::numeric_limits<double>::quiet_NaN()};
    if (!c.gateLogit.empty())
      reading = readToken(std::span(c.gateLogit).subspan(i * record.loops, loops),
                          settings_.exitThreshold);
    feed_.add({tokenizer_.bytes(c.tokenId[i]), reading, c.loopsRun[i],
               record.first + i >= promptTokens_, seconds});
  }
}

void LiveWriter::add(const RunEvent& event) {
  using What = RunEvent::What;
  if (event.what == What::ExitThreshold) settings_.exitThreshold = event.number;
  if (event.what == What::Budget) settings_.budget = static_cast<int>(event.number);
  feed_.add(event);
}

}  // namespace ouroscope
