// SPDX-License-Identifier: GPL-3.0-or-later
// tokenizer.model: our walk over its bytes, then the sentencepiece library (which has no
// instrumentation) on what passed.
#include "core/text/SentencePieceTokenizer.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/TokenizerUse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  fuzz::quietly([&] {
    const SentencePieceTokenizer tokenizer(fuzz::textOf(data, size), "input");
    fuzz::useTokenizer(tokenizer);
  });
  return 0;
}
