// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/record/Note.h"
#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// What a model folder says of texts beside its tokenizer: generation_config.json,
/// tokenizer_config.json, special_tokens_map.json and chat_template.jinja. All of it may be
/// missing.
struct FolderText {
  std::optional<std::string> chatTemplate;  ///< Jinja, as it stands there
  /// eos_token_id of generation_config.json
  std::optional<std::vector<std::int64_t>> generationEos;
  std::string eosToken, bosToken;  ///< by their texts; "" where none is named
  std::optional<bool> addBos;      ///< add_bos_token of tokenizer_config.json
  std::string tokenizerClass;      ///< of the Python library; "" where none is named
  std::vector<Note> notes;         ///< files that could not be read

  /// A file that is wrong becomes a note.
  /// @throws OutsideLink where a file is a link that is not followed
  static FolderText read(const ContainedFolder& folder);
};

}  // namespace ouroscope
