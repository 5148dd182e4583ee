// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string>
#include <vector>

namespace ouroscope {

/// A stretch of a token that is drawn in one way.
struct TokenPiece {
  enum Kind {
    Text,    ///< as it is
    Space,   ///< U+0020: a dim dot in a space's width
    Symbol,  ///< a dim sign that stands for a control character: newline, tab, carriage return
    Mark,    ///< a small boxed name: ZWSP, BOM, U+0007, or the bytes of half a character
  };
  Kind kind = Text;
  QString text;
};

/// A token's bytes as pieces: nothing invisible, no byte lost. A character that begins with a
/// combining mark gets a dotted circle to stand on; zero-width joiners inside an emoji stay in it.
std::vector<TokenPiece> tokenPieces(const std::string& bytes);

/// The same as one string, for labels: spaces as they are, marks in angle brackets ("<ZWSP>",
/// "<F0 9F>").
QString tokenDisplayText(const std::string& bytes);

/// A word by itself, whole: without the spaces around it, "\u2423" for white space alone.
QString wordText(const std::string& bytes);

/// For lists and axes: without the spaces around it, at most `most` characters, never empty.
QString tokenLabel(const std::string& bytes, int most = 24);

/// The code points of characters that a tokenizer left out of a text: "U+0301, U+200D".
QString codePoints(const std::string& utf8);

/// What stands in a shown text where they were: "-U+0301", with an ellipsis for more than one.
QString gapMark(const std::string& utf8);

/// The text with at most `most` UTF-16 units, 2 or more; the last is an ellipsis where it was
/// longer. No character is cut in half.
QString cutText(const QString& text, qsizetype most);

}  // namespace ouroscope
