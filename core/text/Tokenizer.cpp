// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Tokenizer.h"

#include <system_error>

#include "core/support/Error.h"
#include "core/text/ByteLevelBpeTokenizer.h"
#include "core/text/SentencePieceTokenizer.h"

namespace ouroscope {

std::unique_ptr<Tokenizer> Tokenizer::open(const std::filesystem::path& folder) {
  const auto json = folder / "tokenizer.json";
  const auto model = folder / "tokenizer.model";
  std::error_code ignored;
  if (std::filesystem::exists(json, ignored)) return std::make_unique<ByteLevelBpeTokenizer>(json);
  if (std::filesystem::exists(model, ignored))
    return std::make_unique<SentencePieceTokenizer>(model);
  throw Error(
      folder.string() +
      " has neither tokenizer.json nor tokenizer.model; copy the tokenizer of the model there.");
}

}  // namespace ouroscope
