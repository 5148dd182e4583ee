// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstring>
#include <filesystem>
#include <fstream>

#include "core/model/DemoModel.h"
#include "core/model/SafetensorsFile.h"
#include "core/support/HalfFloat.h"

namespace ouroscope::test {

/// A copy of the demo model.
inline void copyDemo(const std::filesystem::path& to) {
  std::filesystem::create_directories(to);
  for (const char* name :
       {"config.json", "tokenizer.model", "model.safetensors", "gates.safetensors"})
    std::filesystem::copy_file(demoModelFolder() / name, to / name,
                               std::filesystem::copy_options::overwrite_existing);
}

/// Puts another value in place of one bf16 weight of a model.safetensors.
inline void changeWeight(const std::filesystem::path& file, const char* tensor, std::size_t index,
                         float value) {
  std::uint64_t header = 0, begin = 0;
  {
    const SafetensorsFile open = SafetensorsFile::open(file);
    begin = open.find(tensor)->begin;
  }
  std::fstream f(file, std::ios::in | std::ios::out | std::ios::binary);
  char size[8];
  f.read(size, 8);
  std::memcpy(&header, size, 8);
  const std::uint16_t half = floatToBf16(value);
  f.seekp(static_cast<std::streamoff>(8 + header + begin + 2 * index));
  f.write(reinterpret_cast<const char*>(&half), 2);
}

}  // namespace ouroscope::test
