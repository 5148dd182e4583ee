// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/PromptFit.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

#include "core/engine/Engine.h"
#include "core/support/Error.h"
#include "core/support/Memory.h"

namespace ouroscope {
namespace {

constexpr std::size_t kCountedBytes = std::size_t{256} << 10;  ///< of text at a time
constexpr std::uint64_t kBytesPerTextByte = 256;               ///< while a text is split

/// The end of a piece that begins at `from`, not within a character.
std::size_t pieceEnd(std::string_view text, std::size_t from) {
  std::size_t end = std::min(from + kCountedBytes, text.size());
  for (int back = 0; back < 3 && end < text.size() && (text[end] & 0xC0) == 0x80; ++back) --end;
  return end;
}

}  // namespace

void requirePromptFits(const LoadedModel& model, RunRequest request, std::string_view text) {
  if (text.size() <= kCountedBytes) return;
  const Engine engine(*model.backend);
  request.prompt = {0};
  engine.plan(request);  // what else is wrong with the run is said as of a short text
  const std::int64_t generate = request.generate;
  std::int64_t tokens = 0;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = pieceEnd(text, from);
    tokens += std::ssize(model.tokenizer->encode(text.substr(from, end - from)));
    from = end;
    request.generate = std::min<std::int64_t>(generate + tokens, std::numeric_limits<int>::max());
    try {
      engine.plan(request);
    } catch (const Error& error) {
      throw Error("The prompt is too long: its first " + formatBytes(from) + " of " +
                  formatBytes(text.size()) + " are " + std::to_string(tokens) + " tokens. " +
                  error.what());
    }
  }
  requireMemory(kBytesPerTextByte * text.size(),
                "Splitting a prompt of " + formatBytes(text.size()) + " into tokens");
}

}  // namespace ouroscope
