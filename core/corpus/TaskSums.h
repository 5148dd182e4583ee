// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ouroscope {

/// Answers read in one way, at each of its points: at every loop, where the gate exits at every
/// threshold, and so on. Whole numbers, so that merging has no order.
struct AnswerSums {
  std::vector<std::int64_t> right;   ///< questions: the likeliest choice, or the exact answer
  std::vector<std::int64_t> right2;  ///< the likeliest by length, or the right number
  std::vector<std::int64_t> tokens;  ///< that were scored or generated
  std::vector<std::int64_t> loops;   ///< at which they were read, summed over them
  std::vector<std::int64_t> cut;     ///< answers that did not end within the most tokens
  std::vector<std::int64_t> again;   ///< answers that a replay of the one run does not give

  AnswerSums() = default;
  explicit AnswerSums(std::size_t points)
      : right(points), right2(points), tokens(points), loops(points), cut(points), again(points) {}
  bool operator==(const AnswerSums&) const = default;

  template <class Visit>
  static void each(const Visit& visit) {
    visit("right", &AnswerSums::right);
    visit("right_2", &AnswerSums::right2);
    visit("tokens", &AnswerSums::tokens);
    visit("loops", &AnswerSums::loops);
    visit("cut", &AnswerSums::cut);
    visit("again", &AnswerSums::again);
  }
};

/// Questions of one kind.
struct TaskSums {
  std::int64_t questions = 0;
  std::int64_t scored = 0;   ///< behind right: all loops gave finite numbers
  std::int64_t scored2 = 0;  ///< behind right2: answers with a number, or `scored`
  /// By how they were read: "loop", "exit", or the name of an exit rule with the points of its
  /// grid (ExitGrid.h).
  std::map<std::string, AnswerSums> readings;

  bool operator==(const TaskSums&) const = default;

  template <class Visit>
  static void each(const Visit& visit) {
    visit("questions", &TaskSums::questions);
    visit("scored", &TaskSums::scored);
    visit("scored_2", &TaskSums::scored2);
  }
};

inline constexpr const char* kChoiceTasks = "choices";
inline constexpr const char* kAnswerTasks = "answers";

}  // namespace ouroscope
