// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "core/text/FolderText.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// Tokens that a model expects in front of a text (a beginning-of-text token), mostly none or one.
/// `add_bos_token` of tokenizer_config.json decides where it is given, else the post-processor of
/// tokenizer.json, else the habit of the tokenizer's class (Llama's and Gemma's put one). What a
/// post-processor puts behind a text is left out: a prompt goes on. A conversation has its own.
std::vector<std::int32_t> textPrefix(const Tokenizer& tokenizer, const FolderText& folder);

}  // namespace ouroscope
