// SPDX-License-Identifier: GPL-3.0-or-later
// tokenizer.json: what is accepted encodes and decodes any text.
#include "core/text/ByteLevelBpeTokenizer.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"
#include "tests/fuzz/TokenizerUse.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateJson(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  fuzz::quietly([&] {
    const ByteLevelBpeTokenizer tokenizer(fuzz::textOf(data, size), "input");
    fuzz::useTokenizer(tokenizer);
  });
  return 0;
}
