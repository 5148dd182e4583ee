// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <random>

namespace ouroscope::fuzz {

using Random = std::minstd_rand;
/// 0 to count - 1
inline std::size_t below(Random& random, std::size_t count) {
  return random() % count;
}

/// Changes one value of a document: another number, a longer name, a member twice removed. Most
/// documents stay well formed, so that the checks behind the parser are reached.
void mutateValue(nlohmann::json& document, Random& random);

/// A custom mutator of libFuzzer for inputs that are JSON; now and then it changes bare bytes.
std::size_t mutateJson(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed);

/// The same for a safetensors file: the header, the JSON in its metadata, or values of the data.
/// The length before the header stays true.
std::size_t mutateSafetensors(std::uint8_t* data, std::size_t size, std::size_t most,
                              unsigned seed);

}  // namespace ouroscope::fuzz
