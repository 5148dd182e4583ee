// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/TraceInfo.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// The games that the bundled puzzle model was trained on (tools/train_demo/tasks.py), and nothing
/// else. It has learned seven of the eight: following people through a text ("where") has not
/// formed (its model card). Their numbers are last digits: 7 times 2 is 4.

/// Whether a record is of the puzzle model: by name and size, because folders are renamed.
bool isPuzzleModel(const TraceInfo& info);
bool isPuzzleModel(const std::string& name, int vocabulary, int hidden);
/// Whether a text begins as one of the games does, also where it is not whole. Of others the puzzle
/// model makes nothing.
bool beginsAsPuzzle(std::string_view text);

/// One step of a puzzle, done by the game's rule.
struct PuzzleStep {
  std::string done;   ///< "add 4"
  std::string value;  ///< what is then so: "7"
};

/// A puzzle worked out step by step. The model is given nothing of it.
struct PuzzleChain {
  std::string game;   ///< "take", "cups", "facts", "where", "brackets", "days"
  std::string start;  ///< the value that it begins with; empty where the first step makes it
  std::vector<PuzzleStep> steps;  ///< at least one

  const std::string& answer() const { return steps.back().value; }
  /// The steps after which `word` is the value, from 0; spaces around it do not count. A value may
  /// come again, and a word may hit one by chance.
  std::vector<int> stepsWith(std::string_view word) const;
};

/// The chain of a prompt of one of the games, word for word; nothing for any other text, and for
/// the two games without steps ("easy", "story").
std::optional<PuzzleChain> puzzleChain(std::string_view prompt);

/// The chain that a record of the puzzle model is asked for at its answer token; nothing elsewhere.
std::optional<PuzzleChain> puzzleChain(const Trace& trace, int token);

/// A piece of a prompt: a fixed text, or a slot with what may stand in it.
struct PuzzlePart {
  std::string text;  ///< fixed; empty for a slot
  std::vector<std::string> choices{};
};

/// A game as a row of slots.
struct PuzzleGame {
  const char* id;           ///< "take"
  int fewest, usual, most;  ///< steps that a person may choose; equal: there is no choice
  /// @param steps from `fewest` to `most`
  std::vector<PuzzlePart> (*parts)(int steps);
};
/// Those that the model has learned, up to the steps at which it is right, in the order of its
/// card.
const std::vector<PuzzleGame>& puzzleGames();

}  // namespace ouroscope
