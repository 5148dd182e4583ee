// SPDX-License-Identifier: GPL-3.0-or-later
// ouroscope-tokenize [--plain] FOLDER|FILE: for each line of standard input, a JSON string, writes
// one line with the JSON object
// {"ids": [...], "text": "..."}: the ids of the string and what they decode to. An encoding that
// fails gives
// {"error": "..."}. With --plain special tokens are words. For comparison with other tokenizers
// (tools/tokenizer_parity.py).
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "core/support/Error.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SentencePieceTokenizer.h"

namespace {

using namespace ouroscope;

std::unique_ptr<Tokenizer> openAny(const std::filesystem::path& path) {
  if (path.extension() == ".json") return std::make_unique<ByteLevelBpeTokenizer>(path);
  if (path.extension() == ".model") return std::make_unique<SentencePieceTokenizer>(path);
  return Tokenizer::open(path);
}

std::string answer(const Tokenizer& tokenizer, const std::string& line, bool plain) {
  try {
    const auto text = nlohmann::json::parse(line).get<std::string>();
    const TextRange all{0, text.size()};
    const auto ids = tokenizer.encodePlain(text, std::span(&all, plain && !text.empty() ? 1 : 0));
    return nlohmann::json{{"ids", ids}, {"text", tokenizer.decode(ids)}}.dump();
  } catch (const std::exception& e) {
    return nlohmann::json{{"error", e.what()}}.dump();
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool plain = argc == 3 && std::string_view(argv[1]) == "--plain";
  if (argc != (plain ? 3 : 2)) {
    std::cerr << "usage: ouroscope-tokenize [--plain] FOLDER|tokenizer.json|tokenizer.model < "
                 "JSON-STRINGS\n";
    return 2;
  }
  try {
    const auto tokenizer = openAny(argv[argc - 1]);
    for (std::string line; std::getline(std::cin, line);) {
      std::cout << answer(*tokenizer, line, plain) << '\n';
    }
  } catch (const std::exception& e) {
    std::cerr << "ouroscope-tokenize: " << e.what() << '\n';
    return 1;
  }
  return std::cout.flush() ? 0 : 1;
}
