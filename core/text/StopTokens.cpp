// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/StopTokens.h"

#include <algorithm>
#include <utility>

#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

void addOnce(std::vector<std::int32_t>& ids, std::int32_t id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

}  // namespace

StopTokens stopTokens(const Tokenizer& tokenizer, const FolderText& folder,
                      std::span<const int> configEos, const ChatMarks* chat) {
  StopTokens out;
  const auto take = [&](std::int64_t id, const char* file) {
    if (id < 0 || std::cmp_greater_equal(id, tokenizer.size())) return;
    const auto token = static_cast<std::int32_t>(id);
    if (tokenizer.isSpecial(token)) return addOnce(out.ids, token);
    out.notes.push_back(
        {NoteKind::StopIsWord, {file, std::to_string(id), printable(tokenizer.bytes(token))}});
  };
  if (folder.generationEos)
    for (const std::int64_t id : *folder.generationEos) take(id, "generation_config.json");
  if (out.ids.empty())
    for (const int id : configEos) take(id, "config.json");
  if (out.ids.empty() && !folder.eosToken.empty())
    if (const auto id = tokenizer.idOf(folder.eosToken)) addOnce(out.ids, *id);
  if (chat)
    if (const auto id = tokenizer.idOf(chat->endOfTurn)) addOnce(out.ids, *id);
  return out;
}

}  // namespace ouroscope
