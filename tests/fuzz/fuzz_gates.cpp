// SPDX-License-Identifier: GPL-3.0-or-later
// gates.safetensors beside a small model.
#include "core/model/ModelWeights.h"
#include "core/model/families/Family.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateSafetensors(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  static const fixture::TempFolder folder;
  static const bool written = [] {
    fixture::writeFile(folder / "config.json", fixture::ConfigText().text());
    const fixture::ModelBytes model(readModel(folder.path()).spec);
    model.write(folder / "model.safetensors");
    return true;
  }();
  fuzz::require(written);
  fixture::writeFile(folder / "gates.safetensors", fuzz::textOf(data, size));
  fuzz::quietly([&] {
    const ModelFolder model = ModelFolder::open(folder.path());
    fuzz::require(!model.gates.empty());
    bool named = model.defaultGate.empty();
    for (const ExitGate& gate : model.gates) {
      fuzz::require(static_cast<int>(gate.weight.size()) == model.config.hiddenSize);
      named = named || gate.name == model.defaultGate;
    }
    fuzz::require(named);
  });
  return 0;
}
