// SPDX-License-Identifier: GPL-3.0-or-later
// model.safetensors.index.json: which file holds which tensor.
#include "core/model/ShardIndex.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateJson(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  fuzz::quietly([&] {
    for (const auto& [tensor, file] : parseShardIndex(fuzz::textOf(data, size), "input"))
      fuzz::require(!shardNameDefect(file));
  });
  return 0;
}
