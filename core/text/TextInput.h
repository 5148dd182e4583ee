// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace ouroscope {

/// A text that a person gave as a file or an argument.
struct TextInput {
  std::string text;               ///< UTF-8
  bool hadByteOrderMark = false;  ///< U+FEFF stood before it and is left out: it is not text
};

/// @param what names the text in messages
/// @throws Error for UTF-16, and for bytes that are not UTF-8, naming the first of them: nothing is
/// replaced
TextInput textInput(std::string bytes, const std::string& what);

}  // namespace ouroscope
