// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/record/Note.h"
#include "core/support/ContainedFolder.h"

namespace ouroscope {

/// A token that a folder adds to its sentencepiece model.
struct AddedEntry {
  std::int32_t id = -1;
  std::string content;
  bool special = false, leftStrip = false, rightStrip = false;
};

/// What stands beside a tokenizer.model: `added_tokens_decoder` of tokenizer_config.json, else
/// added_tokens.json.
struct AddedEntries {
  std::vector<AddedEntry> entries;  ///< sorted by id
  /// Every stretch behind an added token begins with a space mark, as tokenizers of that kind did
  /// before `legacy` could be set to false.
  bool legacy = true;
  std::vector<Note> notes;

  /// A file that is wrong becomes a note.
  static AddedEntries read(const ContainedFolder& folder);
};

}  // namespace ouroscope
