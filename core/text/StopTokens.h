// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/record/Note.h"
#include "core/text/ChatWriter.h"
#include "core/text/FolderText.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// Tokens at which generation stops.
struct StopTokens {
  std::vector<std::int32_t> ids;
  std::vector<Note> notes;  ///< what the folder names and is not used
};

/// The first of these that names a token: eos_token_id of generation_config.json, that of
/// config.json, eos_token of tokenizer_config.json; as the released code's generate() has it. An id
/// that is an ordinary word of this tokenizer is not used: retrofits carry the ids of another
/// vocabulary. In a conversation the token at which a turn ends counts as well.
/// @param chat the marks of the conversation, or null
StopTokens stopTokens(const Tokenizer& tokenizer, const FolderText& folder,
                      std::span<const int> configEos, const ChatMarks* chat);

}  // namespace ouroscope
