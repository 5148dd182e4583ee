// SPDX-License-Identifier: GPL-3.0-or-later
// A file of lenses for the small model.
#include "core/model/families/Family.h"
#include "core/run/LensFile.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateSafetensors(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  static const fixture::TempFolder folder;
  static const ModelSpec spec = [] {
    fixture::writeFile(folder / "config.json", fixture::ConfigText().text());
    return readModel(folder.path()).spec;
  }();
  const fuzz::MemoryFile memory(fuzz::textOf(data, size));
  fuzz::quietly([&] {
    constexpr int kLoops = 3;
    const auto lenses = readLenses(memory.path(), spec, kLoops);
    const std::size_t d = spec.hiddenSize;
    std::size_t maps = 0;
    fuzz::require(lenses->weights.size() == std::size_t{1} * kLoops * spec.stages.core);
    for (std::size_t i = 0; i < lenses->weights.size(); ++i) {
      const std::vector<float>&weight = lenses->weights[i], &bias = lenses->biases[i];
      fuzz::require(weight.empty() || weight.size() == d * d);
      fuzz::require(bias.empty() || (bias.size() == d && !weight.empty()));
      maps += !weight.empty();
    }
    fuzz::require(maps > 0);
  });
  return 0;
}
