// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/Quantities.h"

#include <algorithm>
#include <numeric>

#include "core/analysis/LimitClasses.h"
#include "core/analysis/LoopStatistics.h"
#include "core/corpus/ExitGrid.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

class Lister {
 public:
  std::vector<Quantity> list;

  void add(const QuantityName& name, const FixedSum& sum, std::int64_t tokens) {
    list.push_back({name, sum, tokens});
  }
  void add(const QuantityName& name, std::int64_t count, std::int64_t tokens) {
    add(name, FixedSum::ofCount(count), tokens);
  }
  /// One for each loop. @param first loop of the list's first entry, from 1
  template <class Value>
  void loops(std::string_view measure, const std::vector<Value>& values, std::int64_t tokens,
             int first = 1) {
    for (std::size_t i = 0; i < values.size(); ++i)
      add({measure, "loop", double(i) + first}, values[i], tokens);
  }
  /// Shares of limiting classes, of every layer where the setting is "layer".
  void limits(std::string_view setting, const std::vector<std::int64_t>& tokens) {
    constexpr std::string_view kMeasures[] = {"limit_fixed_point", "limit_orbit", "limit_slider",
                                              "limit_unknown"};
    static_assert(std::size(kMeasures) == kLimitClasses);
    const std::size_t rows = tokens.size() / kLimitClasses;
    for (std::size_t c = 0; c < kLimitClasses; ++c)
      for (std::size_t row = 0; row < rows; ++row) {
        const auto of = std::span(tokens).subspan(row * kLimitClasses, kLimitClasses);
        add({kMeasures[c], setting, setting.empty() ? 0 : double(row) + 1}, of[c],
            std::accumulate(of.begin(), of.end(), std::int64_t{0}));
      }
  }
  template <class Value>
  void points(std::string_view measure, const ExitGrid& grid, const std::vector<Value>& values,
              std::int64_t tokens) {
    for (std::size_t i = 0; i < values.size(); ++i)
      add({measure, exitRuleInfo(grid.kind).id, grid.thresholds[i]}, values[i], tokens);
  }
};

}  // namespace

std::string_view unitOf(std::string_view measure) {
  for (const std::string_view nats :
       {"loss", "gain", "kl", "entropy", "kl_step", "js_step", "helped_nats", "hurt_nats"})
    if (measure == nats) return "nats";
  for (const TextNumber& number : textNumbers())
    if (measure == number.id) return number.unit;
  for (const std::string_view loops :
       {"exit_loop", "expected_depth", "mean_loops", "choice_loops", "answer_loops"})
    if (measure == loops) return "loops";
  return "";
}

bool isExitRule(std::string_view setting) {
  return !setting.empty() && setting != "loop" && setting != "exit" && setting != "layer";
}

std::vector<Quantity> quantities(const TokenSums& s) {
  Lister out;
  out.add({"exit_loop", ""}, s.exitLoops, s.tokens);
  out.add({"expected_depth", ""}, s.expectedDepth, s.withDepth);
  out.add({"loss", "exit"}, s.nllAtExit, s.scored);
  out.add({"accuracy", "exit"}, s.rightAtExit, s.scored);
  out.add({"agreement", "exit"}, s.agreeAtExit, s.compared);
  out.loops("exit_share", s.exits, s.tokens);
  out.loops("loss", s.nll, s.scored);
  out.loops("accuracy", s.right, s.scored);
  out.loops("agreement", s.agree, s.compared);
  out.loops("kl", s.kl, s.withKl);
  out.loops("entropy", s.entropy, s.withEntropy);
  for (std::size_t r = 1; r < s.nll.size(); ++r)
    out.add({"gain", "loop", double(r) + 1}, s.nll[r - 1] - s.nll[r], s.scored);
  out.loops("helped", s.helped, s.scored, 2);
  out.loops("hurt", s.hurt, s.scored, 2);
  for (std::size_t r = 0; r < s.helped.size(); ++r)
    out.add({"unchanged", "loop", double(r) + 2}, s.scored - s.helped[r] - s.hurt[r], s.scored);
  out.loops("helped_nats", s.helpedNats, s.scored, 2);
  out.loops("hurt_nats", s.hurtNats, s.scored, 2);
  out.loops("made_right", s.madeRight, s.scored, 2);
  out.loops("made_wrong", s.madeWrong, s.scored, 2);
  out.loops("state_norm", s.stateNorm, s.withStates);
  out.loops("step_norm", s.stepNorm, s.withStates, 2);
  out.loops("step_cosine", s.stepCosine, s.withStates, 2);
  out.loops("kl_step", s.klStep, s.withSteps, 2);
  out.loops("js_step", s.jsStep, s.withSteps, 2);
  out.limits("", s.endLimits);
  out.limits("layer", s.layerLimits);
  return std::move(out.list);
}

std::vector<Quantity> pairQuantities(const TokenSums& s) {
  Lister out;
  const int R = intSize(s.agree);
  // A folder of an older version has none.
  for (int i = 1, pair = 0; i < R && !s.pairs.empty(); ++i)
    for (int j = i + 1; j <= R; ++j)
      out.add({"pair_agreement", "loop", double(i), j}, s.pairs[pair++], s.compared);
  return std::move(out.list);
}

std::vector<Quantity> curveQuantities(const CorpusSums& sums) {
  for (const auto& [name, curve] : sums.curves)
    if (const std::size_t points = exitGrid(name).thresholds.size();
        curve.loops.size() != points || curve.agree.size() != points ||
        curve.nll.size() != points || curve.kl.size() != points)
      throw Error("The curve of the exit rule " + shownText(name) + " does not have its " +
                  std::to_string(points) + " points.");
  Lister out;
  for (const ExitGrid& grid : exitGrids()) {
    const auto at = sums.curves.find(std::string(exitRuleInfo(grid.kind).id));
    if (at == sums.curves.end()) continue;
    out.points("mean_loops", grid, at->second.loops, sums.all.tokens);
    out.points("agreement", grid, at->second.agree, sums.all.compared);
    out.points("loss", grid, at->second.nll, sums.all.scored);
    out.points("kl", grid, at->second.kl, sums.all.withKl);
  }
  return std::move(out.list);
}

std::span<const TextNumber> textNumbers() {
  static constexpr TextNumber kNumbers[] = {{"state_energy", ""},
                                            {"effective_rank", ""},
                                            {"matrix_entropy", "nats"},
                                            {"stable_rank", ""},
                                            {"rank_90", ""},
                                            {"attention_sink", "", true},
                                            {"attention_sink_rate", "", true},
                                            {"attention_concentration", "", true},
                                            {"attention_entropy", "nats", true},
                                            {"attention_step", "", true, 2}};
  return kNumbers;
}

std::vector<Quantity> textQuantities(const CorpusSums& sums, int loops) {
  const auto numbers = textNumbers();
  for (const auto& summed : sums.texts)
    if (std::ranges::none_of(numbers, [&](const TextNumber& n) { return n.id == summed.first; }))
      throw Error("There is no number " + shownText(summed.first) +
                  " of texts in a corpus of this version: read it with the version that wrote it.");
  Lister out;
  for (const TextNumber& number : numbers) {
    const auto at = sums.texts.find(std::string(number.id));
    if (at == sums.texts.end()) continue;
    const std::vector<FixedSum>& values = at->second.values;
    const std::size_t rows = std::max(0, loops - number.first + 1);
    if (rows == 0 || values.size() % rows != 0 || (!number.ofLayers && values.size() != rows))
      throw Error("The sums of " + std::string(number.id) + " do not have " + std::to_string(rows) +
                  " loops.");
    const std::size_t layers = values.size() / rows;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int loop = number.first + static_cast<int>(i / layers);
      const double layer = double(i % layers) + 1;
      out.add(number.ofLayers ? QuantityName{number.id, "layer", layer, loop}
                              : QuantityName{number.id, "loop", double(loop)},
              values[i], at->second.documents);
    }
  }
  return std::move(out.list);
}

std::vector<Quantity> calibrationQuantities(const CalibrationSums& sums) {
  Lister out;
  const std::size_t bins = kCalibrationBins;
  for (std::size_t r = 0; r < sums.brier.size(); ++r) {
    FixedSum confidence;
    std::vector<FixedSum> differences;
    for (std::size_t b = r * bins; b < (r + 1) * bins; ++b) {
      confidence += sums.binConfidence[b];
      differences.push_back(FixedSum::ofCount(sums.binRight[b]) - sums.binConfidence[b]);
    }
    const double loop = double(r) + 1;
    out.add({"confidence", "loop", loop}, confidence, sums.tokens);
    out.add({"ece", "loop", loop}, FixedSum(), sums.tokens);
    out.list.back().parts = std::move(differences);
    out.add({"brier", "loop", loop}, sums.brier[r], sums.tokens);
  }
  return std::move(out.list);
}

std::span<const AnswerMeasure> answerMeasures() {
  static constexpr AnswerMeasure kMeasures[] = {{"choice_accuracy", "choice_loops"},
                                                {"choice_accuracy_norm", "choice_loops"},
                                                {"exact_match", "answer_loops"},
                                                {"number_match", "answer_loops"}};
  return kMeasures;
}

std::vector<Quantity> taskQuantities(const CorpusSums& sums, int loops) {
  Lister out;
  for (const auto& entry : sums.tasks) {
    const bool choices = entry.first == kChoiceTasks;
    const TaskSums& tasks = entry.second;
    const auto add = [&](std::string_view setting, const std::vector<double>& at,
                         const AnswerSums& read) {
      const std::size_t points = at.size();
      AnswerSums::each([&](const char* name, auto member) {
        if ((read.*member).size() != points)
          throw Error("Answers read by " + shownText(std::string(setting)) + " do not have their " +
                      std::to_string(points) + " points of " + name + ".");
      });
      for (std::size_t p = 0; p < points; ++p) {
        const auto put = [&](std::string_view measure, std::int64_t count, std::int64_t of) {
          out.add({measure, setting, at[p]}, count, of);
        };
        put(choices ? "choice_accuracy" : "exact_match", read.right[p], tasks.scored);
        put(choices ? "choice_accuracy_norm" : "number_match", read.right2[p], tasks.scored2);
        put(choices ? "choice_loops" : "answer_loops", read.loops[p], read.tokens[p]);
        if (choices) continue;
        put("answer_cut", read.cut[p], tasks.questions);
        put("answer_again", read.again[p], tasks.questions);
      }
    };
    for (const auto& [name, read] : tasks.readings) {
      if (name != "loop" && name != "exit") continue;
      std::vector<double> at(name == "loop" ? loops : 1);
      for (int r = 0; name == "loop" && r < loops; ++r) at[r] = r + 1;
      add(name == "loop" ? "loop" : "exit", at, read);
    }
    for (const ExitGrid& grid : exitGrids())
      if (const auto at = tasks.readings.find(std::string(exitRuleInfo(grid.kind).id));
          at != tasks.readings.end())
        add(exitRuleInfo(grid.kind).id, grid.thresholds, at->second);
  }
  return std::move(out.list);
}

}  // namespace ouroscope
