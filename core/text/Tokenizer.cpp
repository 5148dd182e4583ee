// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Tokenizer.h"

#include "core/support/ContainedFolder.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SentencePieceTokenizer.h"

namespace ouroscope {

std::unique_ptr<Tokenizer> Tokenizer::open(const std::filesystem::path& folder) {
  constexpr const char *kJson = "tokenizer.json", *kModel = "tokenizer.model";
  const ContainedFolder contained(folder);
  const auto shown = [&](const char* name) { return shownText((folder / name).native(), 300); };
  if (contained.contains(kJson))
    return std::make_unique<ByteLevelBpeTokenizer>(
        contained.read(kJson, ByteLevelBpeTokenizer::kMostBytes), shown(kJson));
  if (contained.contains(kModel))
    return std::make_unique<SentencePieceTokenizer>(
        contained.read(kModel, SentencePieceTokenizer::kMostBytes), shown(kModel));
  throw Error(
      shownText(folder.native(), 300) +
      " has neither tokenizer.json nor tokenizer.model; copy the tokenizer of the model there.");
}

}  // namespace ouroscope
