// SPDX-License-Identifier: GPL-3.0-or-later
// The games of the puzzle model by their rules, against the answers of the generator's held-out
// questions.
#include <QtTest>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/analysis/PuzzleGames.h"
#include "core/trace/Trace.h"

using namespace ouroscope;

class TestPuzzleGames : public QObject {
  Q_OBJECT
 private slots:
  /// Every question with steps is worked out, and comes to the generator's answer.
  void chainsEndWithTheAnswer() {
    std::ifstream in(OUROSCOPE_SOURCE_DIR "/resources/demo/heldout.jsonl");
    std::map<std::string, int> worked;
    for (std::string line; std::getline(in, line);) {
      const auto question = nlohmann::json::parse(line);
      const std::string prompt = question["prompt"], answer = question["answer"];
      const auto chain = puzzleChain(prompt);
      std::string game = question["class"];
      if (game == "easy") {
        QVERIFY2(!chain, prompt.c_str());
        continue;
      }
      if (game == "facts-heldout") game = "facts";
      QVERIFY2(chain.has_value(), prompt.c_str());
      QCOMPARE(chain->game, game);
      QVERIFY2(" " + chain->answer() == answer, prompt.c_str());
      ++worked[game];
    }
    QCOMPARE(worked.size(), 6u);
    for (const auto& [game, count] : worked) QVERIFY2(count >= 64, game.c_str());
  }

  void everyValueIsSaid() {
    const auto chain = puzzleChain(" Take 3, add 4, double, subtract 5, triple, add 1, get");
    QVERIFY(chain.has_value());
    QCOMPARE(chain->start, "3");
    const char* const done[] = {"add 4", "double", "subtract 5", "triple", "add 1"};
    const char* const values[] = {"7", "4", "9", "7", "8"};
    QCOMPARE(chain->steps.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) {
      QCOMPARE(chain->steps[i].done, done[i]);
      QCOMPARE(chain->steps[i].value, values[i]);
    }
    QCOMPARE(chain->stepsWith(" 7"), (std::vector<int>{0, 3}));
    QVERIFY(chain->stepsWith("the").empty());
    const auto sum = puzzleChain("((6 + 8) * 1) - 3 =");
    QVERIFY(sum.has_value());
    QCOMPARE(sum->steps[0].done, "6 + 8");
    QCOMPARE(sum->steps[0].value, "4");
    QVERIFY(sum->start.empty());
  }

  void otherTextsHaveNone() {
    for (const char* text :
         {"",
          "Take 3",
          "Take 3, add 4",
          "Take 3, get",
          "Take 13, add 4, get",
          "Take 3, add 4, get 7",
          "Take 3 add 4, get",
          "Take 3, halve, get",
          "The capital of Japan is the city of",
          "Ann is",
          "Ann's boss's friend",
          "Otto's boss is",
          "4 + 4 + 4 =",
          "(4 + 4 =",
          "4 =",
          "The day after the month before Monday is",
          "The day after March is",
          "The ball is under the red cup. Swap red and red. Where is the ball? Under the",
          "Bob is with Ann. Where is Bob? In the",
          "Bob is with Ann. Ann is with Bob. Where is Bob? In the"})
      QVERIFY2(!puzzleChain(text), text);
    // A trace may hold any text: this one would need a frame of the stack for each bracket.
    QVERIFY(!puzzleChain(std::string(1'000'000, '(')));
  }

  /// What can be chosen in the slots of a game is a prompt of that game.
  void slotsMakePrompts() {
    QCOMPARE(puzzleGames().size(), 7u);
    for (const PuzzleGame& game : puzzleGames())
      for (int steps = game.fewest; steps <= game.most; ++steps)
        for (std::size_t pick = 0; pick < 3; ++pick) {
          std::string text;
          bool open = false;
          for (const PuzzlePart& part : game.parts(steps)) {
            QCOMPARE(part.text.empty(), !part.choices.empty());
            open |= !part.choices.empty();
            text +=
                part.text + (part.choices.empty() ? "" : part.choices[pick % part.choices.size()]);
          }
          QVERIFY(open);
          const auto chain = puzzleChain(text);
          const std::string id = game.id;
          QCOMPARE(chain.has_value(), id != "easy" && id != "story");
          if (!chain) continue;
          QCOMPARE(chain->game, id);
          if (game.most > game.fewest)
            QCOMPARE(chain->steps.size(), static_cast<std::size_t>(steps));
        }
  }

  void beginningsOfGamesAreKnown() {
    std::ifstream in(OUROSCOPE_SOURCE_DIR "/resources/demo/heldout.jsonl");
    for (std::string line; std::getline(in, line);) {
      const std::string prompt = nlohmann::json::parse(line)["prompt"];
      QVERIFY2(beginsAsPuzzle(prompt) && beginsAsPuzzle(" " + prompt.substr(0, 3)), prompt.c_str());
    }
    for (const char* text : {"Ann is", "Take 3", "Once upon a time there was a", "4 * (", ""})
      QVERIFY2(beginsAsPuzzle(text), text);
    for (const char* text : {"The capital of Japan is the city of", "Annabel is", "Why do planets",
                             "She put the key in the lock", "Taken by surprise"})
      QVERIFY2(!beginsAsPuzzle(text), text);
  }

  void thePuzzleModelIsKnown() {
    const std::string folder = OUROSCOPE_SOURCE_DIR "/resources/traces/";
    QVERIFY(isPuzzleModel(readTrace(folder + "cups.trace.safetensors")->info()));
    QVERIFY(!isPuzzleModel(readTrace(folder + "language-fox.trace.safetensors")->info()));
  }
};

QTEST_GUILESS_MAIN(TestPuzzleGames)
#include "tst_puzzle_games.moc"
