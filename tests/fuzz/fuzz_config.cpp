// SPDX-License-Identifier: GPL-3.0-or-later
// config.json of a model folder: numbers, spec and table of tensors.
#include "core/model/families/Family.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateJson(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  static const fixture::TempFolder folder;
  fixture::writeFile(folder / "config.json", fuzz::textOf(data, size));
  fuzz::quietly([&] {
    const ModelDescription model = readModel(folder.path());
    // Code after this point may divide by any of these.
    const ModelConfig& c = model.config;
    fuzz::require(c.vocabSize > 0 && c.hiddenSize > 0 && c.layers > 0 && c.heads > 0);
    fuzz::require(c.kvHeads > 0 && c.heads % c.kvHeads == 0 && c.headDim > 0);
    fuzz::require(c.maxPositions > 0 && c.trainedLoops > 0 && model.sha256.size() == 64);
  });
  return 0;
}
