// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <string>
#include <utility>

#include "core/model/ModelWeights.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/HalfFloat.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// 32 bits that depend on every bit of the input; plain integer steps that a compiler vectorises.
inline std::uint32_t scramble(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7FEB352Du;
  x ^= x >> 15;
  x *= 0x846CA68Bu;
  return x ^ (x >> 16);
}

/// The sum of the four bytes of a random word, scaled: near enough to a normal variable for
/// weights, with mean 0 and variance 1, within +-3.45.
inline float nearlyNormal(std::uint32_t word) {
  const int sum = (word & 0xFFu) + ((word >> 8) & 0xFFu) + ((word >> 16) & 0xFFu) + (word >> 24);
  return (sum - 510) * 6.7658239e-3f;  // 1 / sqrt(4 (256^2 - 1) / 12)
}

struct Recipe {
  std::uint64_t rows = 0, columns = 0;
  std::uint64_t key = 0;
  float mean = 0, spread = 0;
};

/// Every value is a function of (seed, tensor, element), so any range read in any order, by any
/// thread, is the same, and nothing is stored.
class RandomWeights : public ModelWeights {
 public:
  RandomWeights(const ModelSpec& spec, std::uint64_t seed) {
    std::uint64_t index = 0;
    for (const TensorSpec& t : spec.tensors) {
      Recipe r;
      r.columns = t.shape.back();
      r.rows = 1;
      for (std::size_t i = 0; i + 1 < t.shape.size(); ++i) r.rows *= t.shape[i];
      r.key = mix(mix(seed + 0x9E3779B97F4A7C15u) + ++index);
      r.mean = t.mean;
      r.spread = t.spread;
      // A tensor that fills several slots is made once.
      if (recipes_.emplace(t.name, r).second) bytes_ += r.rows * r.columns * 2;
    }
  }

  void readRows(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                std::span<float> out) const override {
    const Recipe& r = recipe(name, firstRow, rows, out.size());
    for (std::int64_t row = 0; row < rows; ++row) {
      float* to = out.data() + row * r.columns;
      makeRow(r, firstRow + row,
              [to](std::uint32_t i, std::uint16_t half) { to[i] = bf16ToFloat(half); });
    }
  }

  void readRowsBf16(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                    std::int64_t columns, std::int64_t stride, std::uint16_t* out) const override {
    const Recipe& r = recipe(name, firstRow, rows, product(rows, columns));
    for (std::int64_t row = 0; row < rows; ++row) {
      std::uint16_t* to = out + row * stride;
      makeRow(r, firstRow + row, [to](std::uint32_t i, std::uint16_t half) { to[i] = half; });
    }
  }

  bool storedAsBf16() const override { return true; }
  std::uint64_t storedBytes() const override { return bytes_; }

 private:
  const Recipe& recipe(std::string_view name, std::int64_t firstRow, std::int64_t rows,
                       std::uint64_t elements) const {
    const auto at = recipes_.find(name);
    if (at == recipes_.end()) throw Error("The model has no tensor " + shownText(name) + ".");
    const Recipe& r = at->second;
    if (firstRow < 0 || rows < 0 || std::cmp_greater(firstRow, r.rows) ||
        std::cmp_greater(rows, r.rows - firstRow) ||
        std::cmp_not_equal(elements, product(rows, r.columns)))
      throw Error("Rows " + std::to_string(firstRow) + " and on of tensor " + shownText(name) +
                  " were asked for in a wrong number.");
    return r;
  }

  template <class Take>
  static void makeRow(const Recipe& r, std::int64_t row, const Take& take) {
    const std::uint64_t key = mix(r.key + row);
    const auto low = static_cast<std::uint32_t>(key), high = static_cast<std::uint32_t>(key >> 32);
    for (std::uint32_t i = 0; i < r.columns; ++i)
      take(i, floatToBf16(r.mean + r.spread * nearlyNormal(scramble((i ^ low) + high))));
  }

  std::map<std::string, Recipe, std::less<>> recipes_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

std::unique_ptr<ModelWeights> ModelWeights::random(const ModelSpec& spec, std::uint64_t seed) {
  return std::make_unique<RandomWeights>(spec, seed);
}

}  // namespace ouroscope
