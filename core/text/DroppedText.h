// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/Note.h"
#include "core/record/TraceInfo.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// The characters of a text that none of its tokens stands for, such as combining accents where the
/// pattern of the tokenizer matches them nowhere. Empty where the tokens say all of the text, and
/// where they say it in other words (a tokenizer that rewrites its text).
/// @param ids of `text`, without what stands before it; tokens are counted from the first of these
std::vector<DroppedText> droppedText(const Tokenizer& tokenizer, std::string_view text,
                                     std::span<const std::int32_t> ids);

/// What a person should know of them; nothing without any.
std::optional<Note> droppedNote(std::span<const DroppedText> dropped);

}  // namespace ouroscope
