// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ouroscope {

__extension__ typedef __int128 Int128;

/// A sum that is the same to the bit in every order and grouping: a count of steps of 2^-40 in 128
/// bits. Every value is rounded to a step once, when it comes in (at most 4.6e-13 away; the values
/// of a trace are floats, whose own steps are larger from 8e-6 on). From then on all is whole
/// numbers. 2^47 values can be added.
class FixedSum {
 public:
  static constexpr int kFractionBits = 40;
  /// Larger values are not taken: what is measured in nats, loops and shares is far below.
  static constexpr double kMost = 0x1p40;

  FixedSum() = default;
  static FixedSum ofSteps(Int128 steps) {
    FixedSum sum;
    sum.steps_ = steps;
    return sum;
  }

  static FixedSum ofCount(std::int64_t count) { return ofSteps(Int128{count} << kFractionBits); }

  /// Rounds to the nearest step, ties to even.
  /// @return false where `value` is not a number or beyond kMost; then nothing is added
  bool add(double value);
  FixedSum& operator+=(const FixedSum& other) {
    steps_ += other.steps_;
    return *this;
  }
  FixedSum operator-(const FixedSum& other) const { return ofSteps(steps_ - other.steps_); }
  bool operator==(const FixedSum&) const = default;

  Int128 steps() const { return steps_; }
  double value() const;  ///< the nearest double

 private:
  Int128 steps_ = 0;
};

/// The steps as a whole number, as text where they take more than 64 bits.
nlohmann::ordered_json fixedToJson(const FixedSum& sum);
/// @param what names the value in messages. @throws Error
FixedSum fixedFromJson(const nlohmann::json& value, const std::string& what);

}  // namespace ouroscope
