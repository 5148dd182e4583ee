// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ouroscope {

/// What the program needs to know about a sentencepiece model besides what the library does with
/// it.
struct SentencePieceModel {
  enum class PieceType {
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6
  };
  struct Piece {
    std::string text;
    PieceType type = PieceType::Normal;
  };
  enum class Algorithm { Unigram = 1, Bpe = 2, Word = 3, Char = 4 };

  std::vector<Piece> pieces;  ///< by id
  Algorithm algorithm = Algorithm::Unigram;
  bool hasCharsMap = false;  ///< characters are rewritten before the pieces are looked for
  bool addDummyPrefix = true;
  bool removeExtraWhitespaces = true;
};

/// Walks the bytes of a .model file (a protobuf message) before the library sees them. Library
/// versions in use crash on some malformed models: pieces with a NUL or hundreds of kilobytes long,
/// normalisation tables that point outside themselves. Limits: 1,000,000 pieces, 4 KiB per piece.
/// @throws Error naming `name`, the piece or field, and the defect
SentencePieceModel checkSentencePieceModel(std::string_view bytes, const std::string& name);

}  // namespace ouroscope
