// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "core/corpus/CorpusSums.h"

namespace ouroscope {

/// What a number of a report is: "loss" at "loop" 2, "agreement" at threshold 0.35 of the rule
/// "gate", "accuracy" at "exit".
struct QuantityName {
  std::string_view measure;  ///< static text
  std::string_view setting;  ///< "", "loop", "exit", "layer" or the name of an exit rule
  double at = 0;             ///< loop or layer from 1, or threshold; 0 where the setting has none
  int with = 0;  ///< from 1: the second loop of a pair, or the loop of a text's layer; else 0
  bool operator==(const QuantityName&) const = default;
};
std::string_view unitOf(std::string_view measure);  ///< "nats", "loops", or "" for a share

/// A mean over tokens as its sum and their count. With `parts`, what is divided by the count is
/// the sum of their absolute values, each summed over tokens before (a calibration error).
struct Quantity {
  QuantityName name;
  FixedSum sum;
  std::int64_t tokens = 0;
  std::vector<FixedSum> parts{};
};

/// Everything that a report says of tokens of one class, in its order.
std::vector<Quantity> quantities(const TokenSums& sums);
/// "pair_agreement": how often the best words of two loops are the same, of every two.
std::vector<Quantity> pairQuantities(const TokenSums& sums);
/// Whether a setting is the name of an exit rule.
bool isExitRule(std::string_view setting);
/// The readings by exit rules.
/// @param sums behind them: counts of tokens
/// @throws Error where a curve is not that of a known rule
std::vector<Quantity> curveQuantities(const CorpusSums& sums);
/// Numbers of whole texts: `tokens` of a quantity are then documents. Of layers the setting is
/// "layer", the layer stands in `at` and the loop in `with`.
/// @throws Error where there is no such number, or a list does not have its entries
std::vector<Quantity> textQuantities(const CorpusSums& sums, int loops);
/// Confidence, expected calibration error and Brier score at every loop.
std::vector<Quantity> calibrationQuantities(const CalibrationSums& sums);
/// Answers to questions, by how they were read. `tokens` of a quantity are then questions, but of
/// mean loops: tokens of answers.
/// @throws Error where the lists are not those of a known rule
std::vector<Quantity> taskQuantities(const CorpusSums& sums, int loops);

/// A measure of answers, and the mean loops that they were read at.
struct AnswerMeasure {
  std::string_view id, loops;
};
/// "choice_accuracy" with "choice_loops", and so on.
std::span<const AnswerMeasure> answerMeasures();

}  // namespace ouroscope
