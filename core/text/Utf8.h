// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ouroscope {

/// One step through bytes that claim to be UTF-8.
struct Utf8Step {
  char32_t codePoint;  ///< U+FFFD where `valid` is false
  std::uint8_t
      length;  ///< bytes to advance: 1-4; of an invalid step the maximal invalid prefix, at least 1
  bool valid;
};

/// Reads the character at `pos` (pos < bytes.size()). An invalid step covers the longest prefix
/// that some valid character could have begun with (Unicode's "maximal subpart"), which is how Rust
/// and Python count replacement characters: F0 9F is one step, F0 80 80 80 four, ED A0 80 three, C0
/// AF two.
Utf8Step utf8Step(std::string_view bytes, std::size_t pos);

/// Appends one code point (a scalar value) as UTF-8.
void appendUtf8(std::string& out, char32_t codePoint);

/// Length in bytes of the longest prefix of complete, valid characters.
std::size_t utf8ValidPrefix(std::string_view bytes);

/// How many bytes at the end (0-3) are the beginning of a character that further bytes may
/// complete. A live view shows all but these and waits for the next token.
std::size_t utf8IncompleteSuffix(std::string_view bytes);

/// The text with one U+FFFD per maximal invalid prefix. Valid text comes back unchanged, a byte
/// order mark included.
std::string utf8Lossy(std::string_view bytes);

/// Whether printable() leaves spaces as they are or marks them, for columns where a leading space
/// matters.
enum class Spaces { Keep, Visible };

/// Any bytes as one line that is safe on a terminal: control characters (C0, DEL, C1),
/// bidirectional and other invisible format characters and line separators become \n, \t, \r, \xNN
/// or \u{NNNN}; bytes that are not UTF-8 become \xNN; a backslash is doubled. Spaces::Visible
/// writes U+2423 for U+0020.
std::string printable(std::string_view bytes, Spaces spaces = Spaces::Keep);

/// A whole sentence for a terminal, whose names are escaped already: a backslash stays as it is,
/// and so do joiners, which are part of words and of emoji.
std::string printableSentence(std::string_view sentence);

/// JSON text with the characters that printable() escapes written as \uNNNN, so that it is as safe
/// on a terminal and means the same. Control characters below U+0020 must be escaped already.
std::string jsonForTerminal(std::string_view json);

}  // namespace ouroscope
