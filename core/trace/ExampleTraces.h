// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace ouroscope {

/// A recorded trace that ships with the program, so that there is something to see without a model.
struct ExampleTrace {
  std::filesystem::path file;
  std::string title;  ///< "Six steps"
  std::string look;   ///< what to look at, one sentence
  bool puzzle;        ///< of the puzzle model; else of one that writes language
};

/// In the order of resources/traces/examples.json, from which tools/record_examples.sh records
/// them. @throws Error naming the file and the field
std::vector<ExampleTrace> exampleTraces();

}  // namespace ouroscope
