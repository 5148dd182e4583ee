// SPDX-License-Identifier: GPL-3.0-or-later
// A safetensors file: header, and the data of every tensor that it promises.
#include "core/model/SafetensorsFile.h"
#include "core/model/TensorRead.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateSafetensors(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  const fuzz::MemoryFile memory(fuzz::textOf(data, size));
  fuzz::quietly([&] {
    const auto file = SafetensorsFile::fromDescriptor(memory.duplicate(), "input");
    for (const TensorInfo& tensor : file.tensors()) {
      fuzz::require(file.find(tensor.name) == &tensor);
      // The header has been held against the file: all of it can be read.
      std::vector<std::byte> bytes(tensor.end - tensor.begin);
      file.read(tensor, 0, bytes);
      if (!isWeightType(tensor.dtype)) continue;
      std::vector<float> values(tensor.elements());
      readAsFloat(file, tensor, 0, values);
      fuzz::quietly([&] { file.read(tensor, 1, bytes); });
    }
    file.warnings();
  });
  return 0;
}
