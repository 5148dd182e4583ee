// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TextPrefix.h"

namespace ouroscope {

std::vector<std::int32_t> textPrefix(const Tokenizer& tokenizer, const FolderText& folder) {
  if (folder.addBos == false) return {};
  if (auto prefix = tokenizer.prefix(); !prefix.empty()) return prefix;
  const auto isClass = [&](const char* name) { return folder.tokenizerClass.starts_with(name); };
  const bool habit = tokenizer.kind().starts_with("sentencepiece") &&
                     (isClass("Llama") || isClass("CodeLlama") || isClass("Gemma"));
  if (!folder.addBos.value_or(habit)) return {};
  const auto id = tokenizer.idOf(folder.bosToken.empty() ? "<s>" : folder.bosToken);
  return id ? std::vector{*id} : std::vector<std::int32_t>{};
}

}  // namespace ouroscope
