// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/SentencePieceCheck.h"

#include <bit>
#include <cmath>
#include <optional>

#include "core/support/Error.h"
#include "core/text/CharsMapCheck.h"
#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

constexpr std::size_t kLongestPiece = 4096;
constexpr std::size_t kLongestControl = 256;  // looked for at every byte of a text
constexpr std::size_t kMostPieces = 1'000'000;

/// A defect inside the message being read; the caller adds the file.
struct Defect {
  std::string what;
};

enum class Wire { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

struct Field {
  std::uint64_t number = 0;
  Wire wire = Wire::Varint;
  std::uint64_t integer = 0;  ///< Varint, Fixed32, Fixed64
  std::string_view bytes;     ///< Bytes
};

/// The fields of one protobuf message in file order. Groups are refused: no model has them and
/// readers recurse on them.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}

  std::optional<Field> next() {
    if (rest_.empty()) return std::nullopt;
    Field field;
    const std::uint64_t tag = varint();
    field.number = tag >> 3;
    if (field.number == 0 || field.number > 0x1FFFFFFF)
      throw Defect{"a field number is out of range"};
    switch (tag & 7) {
      case 0:
        field.wire = Wire::Varint;
        field.integer = varint();
        break;
      case 1:
        field.wire = Wire::Fixed64;
        field.integer = fixed(8);
        break;
      case 2:
        field.wire = Wire::Bytes;
        field.bytes = take(varint());
        break;
      case 5:
        field.wire = Wire::Fixed32;
        field.integer = fixed(4);
        break;
      default:
        throw Defect{"a field has a kind that models do not use"};
    }
    return field;
  }

 private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      const unsigned char byte = take(1)[0];
      if (shift == 63 && byte > 1) break;
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw Defect{"a number is longer than 64 bits"};
  }
  std::uint64_t fixed(std::size_t size) {
    const std::string_view bytes = take(size);
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  }
  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) throw Defect{"it ends in the middle of a field"};
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
};

/// protobuf would keep a known field of another wire type as an unknown one; here that is a defect.
const Field& expect(const Field& field, Wire wire, const char* what) {
  if (field.wire != wire) throw Defect{std::string(what) + " has the wrong kind"};
  return field;
}

bool flag(const Field& field, const char* what) {
  return expect(field, Wire::Varint, what).integer != 0;
}

/// A field that may appear once only: protobuf takes the last, or joins the parts of a message.
void once(bool& seen, const char* what) {
  if (seen) throw Defect{std::string(what) + " is given twice"};
  seen = true;
}

SentencePieceModel::Piece readPiece(std::string_view bytes) {
  SentencePieceModel::Piece piece;
  bool hasText = false, hasScore = false, hasType = false;
  for (Fields fields(bytes); const auto field = fields.next();) {
    if (field->number == 1) {
      once(hasText, "its text");
      piece.text = expect(*field, Wire::Bytes, "its text").bytes;
    } else if (field->number == 2) {
      once(hasScore, "its score");
      const std::uint32_t bits = expect(*field, Wire::Fixed32, "its score").integer;
      if (!std::isfinite(std::bit_cast<float>(bits)))
        throw Defect{"its score is not a finite number"};
    } else if (field->number == 3) {
      once(hasType, "its type");
      const std::uint64_t type = expect(*field, Wire::Varint, "its type").integer;
      if (type < 1 || type > 6) throw Defect{"its type " + std::to_string(type) + " is not known"};
      piece.type = static_cast<SentencePieceModel::PieceType>(type);
    }
  }
  if (piece.text.empty()) throw Defect{"it is empty"};
  if (piece.text.size() > kLongestPiece) throw Defect{"it is longer than 4096 bytes"};
  if (piece.text.find('\0') != std::string::npos) throw Defect{"it contains a NUL byte"};
  if (utf8ValidPrefix(piece.text) != piece.text.size()) throw Defect{"it is not valid UTF-8"};
  const bool recognisedInText = piece.type == SentencePieceModel::PieceType::Control ||
                                piece.type == SentencePieceModel::PieceType::Unknown;
  if (recognisedInText && piece.text.size() > kLongestControl) {
    throw Defect{"it is a control piece longer than 256 bytes"};
  }
  return piece;
}

void readTrainer(std::string_view bytes, SentencePieceModel& model) {
  for (Fields fields(bytes); const auto field = fields.next();) {
    if (field->number == 3) {
      const std::uint64_t type = expect(*field, Wire::Varint, "model_type").integer;
      if (type < 1 || type > 4)
        throw Defect{"the model_type " + std::to_string(type) + " is not known"};
      model.algorithm = static_cast<SentencePieceModel::Algorithm>(type);
    } else if (field->number == 24) {
      if (flag(*field, "treat_whitespace_as_suffix")) {
        throw Defect{"treat_whitespace_as_suffix is not supported"};
      }
    } else if (field->number >= 44 && field->number <= 48) {
      if (expect(*field, Wire::Bytes, "a special piece").bytes.size() > kLongestPiece) {
        throw Defect{"the name or surface of a special piece is too long"};
      }
    }
  }
}

void readNormalizer(std::string_view bytes, SentencePieceModel& model) {
  bool hasMap = false;
  for (Fields fields(bytes); const auto field = fields.next();) {
    if (field->number == 2) {
      once(hasMap, "precompiled_charsmap");
      const Field& map = expect(*field, Wire::Bytes, "precompiled_charsmap");
      model.hasCharsMap = !map.bytes.empty();
      if (const std::string defect = charsMapDefect(map.bytes); !defect.empty()) {
        throw Defect{"precompiled_charsmap: " + defect};
      }
    } else if (field->number == 3) {
      model.addDummyPrefix = flag(*field, "add_dummy_prefix");
    } else if (field->number == 4) {
      model.removeExtraWhitespaces = flag(*field, "remove_extra_whitespaces");
    } else if (field->number == 5) {
      if (!flag(*field, "escape_whitespaces")) {
        throw Defect{"escape_whitespaces = false is not supported"};
      }
    }
  }
}

/// A denormalizer would change decoded text behind our back; only an empty one is taken.
void readDenormalizer(std::string_view bytes) {
  for (Fields fields(bytes); const auto field = fields.next();) {
    if (field->number == 2 && !expect(*field, Wire::Bytes, "precompiled_charsmap").bytes.empty()) {
      throw Defect{"a denormalizer table is not supported"};
    }
  }
}

/// Names the part of the file in a defect found inside it.
template <typename Read>
auto within(const std::string& part, Read read) {
  try {
    return read();
  } catch (const Defect& defect) {
    throw Defect{part + ": " + defect.what};
  }
}

SentencePieceModel readModel(std::string_view bytes) {
  SentencePieceModel model;
  bool hasTrainer = false, hasNormalizer = false, hasDenormalizer = false;
  for (Fields fields(bytes); const auto field = fields.next();) {
    if (field->number < 1 || field->number > 5) continue;
    const std::string_view part = expect(*field, Wire::Bytes, "a part of the model").bytes;
    if (field->number == 1) {
      if (model.pieces.size() == kMostPieces) throw Defect{"it has more than 1,000,000 pieces"};
      model.pieces.push_back(
          within("piece " + std::to_string(model.pieces.size()), [&] { return readPiece(part); }));
    } else if (field->number == 2) {
      once(hasTrainer, "trainer_spec");
      within("trainer_spec", [&] { readTrainer(part, model); });
    } else if (field->number == 3) {
      once(hasNormalizer, "normalizer_spec");
      within("normalizer_spec", [&] { readNormalizer(part, model); });
    } else if (field->number == 5) {
      once(hasDenormalizer, "denormalizer_spec");
      within("denormalizer_spec", [&] { readDenormalizer(part); });
    }
  }
  if (model.pieces.empty()) throw Defect{"it has no pieces"};
  return model;
}

}  // namespace

SentencePieceModel checkSentencePieceModel(std::string_view bytes, const std::string& name) {
  try {
    return readModel(bytes);
  } catch (const Defect& defect) {
    throw Error(name + " is not a usable sentencepiece model: " + defect.what +
                "; get the file again from where the model came from.");
  }
}

}  // namespace ouroscope
