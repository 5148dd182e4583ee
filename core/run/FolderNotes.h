// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "core/text/Tokenizer.h"

namespace ouroscope {

/// What a model folder asks for and a run does not do, in sentences: its own chat template, tokens
/// before a text. Mostly none.
/// @param chat whether the prompt is a conversation
std::vector<std::string> folderNotes(const std::filesystem::path& folder,
                                     const Tokenizer& tokenizer, bool chat);

}  // namespace ouroscope
