// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// A question with a known answer, in plain text.
struct Task {
  std::string question;
  std::vector<std::string> choices;  ///< empty: the answer is generated
  int right = -1;                    ///< the right choice, from 0
  std::string answer;                ///< the right one where it is generated

  bool hasChoices() const { return !choices.empty(); }
  /// The text that is scored for a choice: a space stands between it and the question where neither
  /// has white space there.
  std::string withChoice(std::size_t choice) const;
};

/// What counts as the answer in a generated text: up to the first of `until`.
std::string answerIn(std::string_view generated, std::span<const std::string> until);
/// Whether one of `until` is in the text.
bool endsIn(std::string_view generated, std::span<const std::string> until);

/// Exact match: the same but for white space at the ends and the kind and amount of it within.
bool sameAnswer(std::string_view a, std::string_view b);

/// The last number of a text, normalised: without commas between digits, a plus, zeros before the
/// whole part or after the last digit of the fraction, and without the sign of a zero ("-1,200.50"
/// gives "-1200.5"). A minus counts where no letter, digit or closing bracket stands before it.
/// Empty where there is no number.
std::string lastNumber(std::string_view text);

/// Code points of a UTF-8 text, by which the log-probability of a choice is divided.
int charactersOf(std::string_view text);

}  // namespace ouroscope
