// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Tokenizer.h"

#include "core/support/ContainedFolder.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/text/AddedEntries.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SentencePieceTokenizer.h"
#include "core/text/VocabMerges.h"

namespace ouroscope {

std::unique_ptr<Tokenizer> Tokenizer::open(const std::filesystem::path& folder) {
  constexpr const char *kJson = "tokenizer.json", *kModel = "tokenizer.model";
  const ContainedFolder contained(folder);
  const auto shown = [&](const char* name) { return shownText((folder / name).native(), 300); };
  const auto sentencePiece = [&](const std::string& note) {
    AddedEntries added = AddedEntries::read(contained);
    if (!note.empty()) added.notes.insert(added.notes.begin(), note);
    return std::make_unique<SentencePieceTokenizer>(
        contained.read(kModel, SentencePieceTokenizer::kMostBytes), shown(kModel), added);
  };
  if (contained.contains(kJson)) {
    const std::string json = contained.read(kJson, ByteLevelBpeTokenizer::kMostBytes);
    try {
      return std::make_unique<ByteLevelBpeTokenizer>(json, shown(kJson));
    } catch (const Error& error) {
      if (!contained.contains(kModel)) throw;
      return sentencePiece(
          "tokenizer.model is used, because tokenizer.json beside it is not read: " +
          std::string(error.what()));
    }
  }
  if (contained.contains(kModel)) return sentencePiece({});
  if (contained.contains("vocab.json") && contained.contains("merges.txt"))
    return openVocabMerges(contained);
  throw Error(shownText(folder.native(), 300) +
              " has neither tokenizer.json nor tokenizer.model, nor vocab.json with merges.txt; "
              "copy the tokenizer of the model there.");
}

}  // namespace ouroscope
