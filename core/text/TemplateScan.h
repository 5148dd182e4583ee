// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// A piece of a chat template (Jinja), in the order of the file. Nothing is run.
struct TemplatePart {
  enum class Kind {
    Text,     ///< text as it is written out; neighbours are joined
    Content,  ///< an expression that names a message's content
    Role,     ///< an expression that names a message's role
    Other,    ///< another expression
    If,       ///< text: the condition
    Elif,     ///< text: the condition
    Else,
    EndIf,
    Statement,  ///< another statement; text: all of it
  };
  Kind kind = Kind::Text;
  std::string text;
  bool trims = false;  ///< Content: through the filter trim, or strip()
};

/// The parts of a template. A variable stands for what it is set to first.
/// Nothing where this is no template that can be taken apart: an unknown delimiter, a string
/// without its end, more than 64 KiB.
std::optional<std::vector<TemplatePart>> scanTemplate(std::string_view text);

}  // namespace ouroscope
