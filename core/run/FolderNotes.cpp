// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/FolderNotes.h"

#include <nlohmann/json.hpp>

#include "core/support/ContainedFolder.h"
#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

std::vector<std::string> folderNotes(const std::filesystem::path& folder,
                                     const Tokenizer& tokenizer, bool chat) {
  constexpr const char* kConfig = "tokenizer_config.json";
  constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  std::vector<std::string> notes = tokenizer.notes();
  const ContainedFolder files(folder);
  bool hasTemplate = files.contains("chat_template.jinja");
  if (files.contains(kConfig)) {
    try {
      const nlohmann::json document = parseStrictJson(files.read(kConfig, kMostBytes), kConfig);
      const JsonObject config(document, kConfig);
      hasTemplate = hasTemplate || config.find("chat_template");
      if (config.boolean("add_bos_token", false))
        notes.push_back(
            "The folder asks for a beginning-of-text token (add_bos_token): none is "
            "added.");
    } catch (const Error& error) {
      notes.push_back(std::string("Not read: ") + error.what());
    }
  }
  if (chat && hasTemplate)
    notes.push_back(
        "The folder has a chat template of its own, which is not read: the "
        "conversation is written as plain ChatML without a system turn.");
  return notes;
}

}  // namespace ouroscope
