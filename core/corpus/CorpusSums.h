// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/corpus/FixedSum.h"
#include "core/corpus/TaskSums.h"
#include "core/corpus/TextSums.h"

namespace ouroscope {

/// Counts and sums over the counted tokens of one class, R loops. A mean is a sum over the count of
/// the tokens that it is over. A token is behind a mean over loops only where it has a number at
/// all of them, so that the loops compare on the same tokens.
struct TokenSums {
  std::int64_t documents = 0;  ///< with a token of this class
  std::int64_t tokens = 0;
  std::int64_t exitLoops = 0;       ///< loop that is read, from 1
  std::vector<std::int64_t> exits;  ///< [R] tokens read at this loop
  std::int64_t withDepth = 0;       ///< behind expectedDepth
  FixedSum expectedDepth;           ///< loops from 1
  std::int64_t scored = 0;          ///< behind nll, right and what a loop changed
  std::vector<FixedSum> nll;        ///< [R] -log p(next), nats
  std::vector<std::int64_t> right;  ///< [R] the best word is the next token
  FixedSum nllAtExit;               ///< of the same tokens at the loop that is read
  std::int64_t rightAtExit = 0;
  std::vector<std::int64_t> helped, hurt;  ///< [R-1] -log p(next) falls, rises by over 0.01 nats
  std::vector<FixedSum> helpedNats, hurtNats;      ///< [R-1] by how much, of those; nats, positive
  std::vector<std::int64_t> madeRight, madeWrong;  ///< [R-1] the best word becomes, stops being it
  std::int64_t compared = 0;                       ///< behind agree
  std::vector<std::int64_t> agree;                 ///< [R] the best word is the last loop's
  std::vector<std::int64_t> pairs;  ///< [R(R-1)/2] the best words of two loops are the same: 1 and
                                    ///< 2, 1 and 3, ..., R-1 and R
  std::int64_t agreeAtExit = 0;
  std::int64_t withKl = 0;
  std::vector<FixedSum> kl;  ///< [R] KL(last loop || this loop), nats
  std::int64_t withEntropy = 0;
  std::vector<FixedSum> entropy;  ///< [R] nats
  // What happens inside the loops (docs/columns.md); without tokens in files of older versions.
  std::int64_t withStates = 0;                 ///< behind these three
  std::vector<FixedSum> stateNorm;             ///< [R] of the state at the end of a loop
  std::vector<FixedSum> stepNorm, stepCosine;  ///< [R-1] of the states of a loop and the one before
  std::int64_t withSteps = 0;                  ///< behind these two
  std::vector<FixedSum> klStep, jsStep;        ///< [R-1] nats, of the distributions of the two
  // Tokens by limiting class (core/analysis/LimitClasses.h); empty where nothing was captured, or
  // the loops are too few to tell.
  std::vector<std::int64_t> endLimits;    ///< [classes] of the states at the ends of loops
  std::vector<std::int64_t> layerLimits;  ///< [L classes] after every layer

  TokenSums() = default;
  explicit TokenSums(int loops);
  TokenSums& operator+=(const TokenSums& other);
  bool operator==(const TokenSums&) const = default;

  /// Every member with its name in JSON: visit(name, pointer to the member).
  template <class Visit>
  static void each(const Visit& visit) {
    visit("documents", &TokenSums::documents);
    visit("tokens", &TokenSums::tokens);
    visit("exit_loops", &TokenSums::exitLoops);
    visit("exits", &TokenSums::exits);
    visit("with_depth", &TokenSums::withDepth);
    visit("expected_depth", &TokenSums::expectedDepth);
    visit("scored", &TokenSums::scored);
    visit("nll", &TokenSums::nll);
    visit("right", &TokenSums::right);
    visit("nll_at_exit", &TokenSums::nllAtExit);
    visit("right_at_exit", &TokenSums::rightAtExit);
    visit("helped", &TokenSums::helped);
    visit("hurt", &TokenSums::hurt);
    visit("helped_nats", &TokenSums::helpedNats);
    visit("hurt_nats", &TokenSums::hurtNats);
    visit("made_right", &TokenSums::madeRight);
    visit("made_wrong", &TokenSums::madeWrong);
    visit("compared", &TokenSums::compared);
    visit("agree", &TokenSums::agree);
    visit("pair_agree", &TokenSums::pairs);
    visit("agree_at_exit", &TokenSums::agreeAtExit);
    visit("with_kl", &TokenSums::withKl);
    visit("kl", &TokenSums::kl);
    visit("with_entropy", &TokenSums::withEntropy);
    visit("entropy", &TokenSums::entropy);
    visit("with_states", &TokenSums::withStates);
    visit("state_norm", &TokenSums::stateNorm);
    visit("step_norm", &TokenSums::stepNorm);
    visit("step_cosine", &TokenSums::stepCosine);
    visit("with_steps", &TokenSums::withSteps);
    visit("kl_step", &TokenSums::klStep);
    visit("js_step", &TokenSums::jsStep);
    visit("end_limits", &TokenSums::endLimits);
    visit("layer_limits", &TokenSums::layerLimits);
  }
  /// Members that files of older versions do not have. Lists are then empty.
  static bool isYounger(std::string_view name) {
    return name == "with_states" || name == "with_steps" || name == "state_norm" ||
           name.starts_with("step_") || name == "kl_step" || name == "js_step" ||
           name.ends_with("_nats") || name == "pair_agree" || isOptional(name);
  }
  /// Lists that are only written where there is something in them.
  static bool isOptional(std::string_view name) { return name.ends_with("_limits"); }
};

/// Sums over all counted tokens for every threshold of one way to choose the loop that is read.
/// The counts behind them are those of TokenSums: tokens, compared, scored, withKl.
struct CurveSums {
  std::vector<std::int64_t> loops, agree;  ///< [points]
  std::vector<FixedSum> nll, kl;           ///< [points]

  CurveSums() = default;
  explicit CurveSums(std::size_t points) : loops(points), agree(points), nll(points), kl(points) {}
  CurveSums& operator+=(const CurveSums& other);
  bool operator==(const CurveSums&) const = default;

  template <class Visit>
  static void each(const Visit& visit) {
    visit("loops", &CurveSums::loops);
    visit("agree", &CurveSums::agree);
    visit("nll", &CurveSums::nll);
    visit("kl", &CurveSums::kl);
  }
};

/// How far the probability of the best word can be taken at its word (core/analysis/
/// LoopStatistics.h), over the scored tokens whose best word has a probability at every loop. Bin b
/// of loop r is number r kCalibrationBins + b.
struct CalibrationSums {
  std::int64_t tokens = 0;
  std::vector<std::int64_t> binTokens, binRight;  ///< [R bins] in it; the best word follows
  std::vector<FixedSum> binConfidence;            ///< [R bins] probability of the best word
  std::vector<FixedSum> brier;                    ///< [R] (probability - [it follows])^2

  CalibrationSums() = default;
  explicit CalibrationSums(int loops);
  CalibrationSums& operator+=(const CalibrationSums& other);
  bool operator==(const CalibrationSums&) const = default;

  template <class Visit>
  static void each(const Visit& visit) {
    visit("tokens", &CalibrationSums::tokens);
    visit("bin_tokens", &CalibrationSums::binTokens);
    visit("bin_right", &CalibrationSums::binRight);
    visit("bin_confidence", &CalibrationSums::binConfidence);
    visit("brier", &CalibrationSums::brier);
  }
};

/// What is kept of documents: of one, or of many that were merged. Merging is whole-number
/// addition, so any order and any grouping gives the same.
struct CorpusSums {
  TokenSums all;
  std::map<std::string, TokenSums> word, position;  ///< classes of TraceSummary.h
  std::map<std::string, CurveSums> curves;          ///< by name of the exit rule; thresholds:
                                                    ///< ExitGrid.h
  CalibrationSums calibration;                      ///< of all tokens; empty in older files
  std::map<std::string, TaskSums> tasks;            ///< "choices", "answers"; of texts none
  std::map<std::string, TextSums> texts;            ///< by TextNumber::id, of what was captured

  CorpusSums& operator+=(const CorpusSums& other);
  bool operator==(const CorpusSums&) const = default;
};

nlohmann::ordered_json toJson(const CorpusSums& sums);
/// @param what names the sums in messages
/// @throws Error naming the field, also where lists do not have `loops` entries
CorpusSums corpusSumsFromJson(const nlohmann::json& json, int loops, const std::string& what);

}  // namespace ouroscope
